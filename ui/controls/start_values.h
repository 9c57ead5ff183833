#pragma once
// What single parameters start with: a box for each constant of the initialisation and of the network's page in the
// catalogue (the forget gate's bias of an LSTM), and a line for recipes that a file gives to single parameters.
#include "core/experiment/experiment.h"

#include <QWidget>

class QFormLayout;

namespace unfold {

class StartValues : public QWidget
{
    Q_OBJECT

public:
    explicit StartValues(QWidget *parent = nullptr);
    ~StartValues() override;

    /// Hidden where no parameter has a rule of its own.
    void showValues(const Experiment &experiment, const Names &names);

signals:
    void constantAsked(const QString &parameter, double value);

private:
    void build(const std::vector<std::string> &constants, const Names &names);
    void addConstant(const std::string &parameter, const QString &name);

    QFormLayout *m_form;
    std::vector<std::string> m_constants; ///< that have a box
    QString m_recipes; ///< the line about them
    Names m_names; ///< that the labels are in
};

/// Parameters whose constant is offered: those of the page in the catalogue, and those that the experiment sets.
std::vector<std::string> offeredConstants(const Experiment &experiment);

/// How far a gate with this bias is open where nothing else reaches it; nullopt: it is the bias of no gate.
std::optional<double> openness(const Circuit &circuit, const std::string &parameter, double bias);

} // namespace unfold
