#pragma once
// The settings of the network: circuit, shape, sizes, activation, initial weights, input scale, loss. Each control asks
// the document for one edit of core/experiment/edit.h and shows what the document then holds, also after a refusal.
#include "core/experiment/experiment.h"
#include "ui/controls/settings_choices.h"

#include <QScrollArea>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace unfold {

class Document;
class LossAtBox;
class SeedBox;
class SoftButton;
class StartValues;

class SettingsPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsPanel(Document *document, QWidget *parent = nullptr);
    ~SettingsPanel() override;

private:
    void buildNetwork();
    void buildWeights();
    void buildTask();
    QWidget *buildSeedRow();
    void connectNetwork();
    void connectWeights();
    void connectTask();

    void teach(QWidget *control, const QString &label, const char *name, const QString &teaching);
    void addRow(const QString &label, QWidget *control, const char *name, const QString &teaching);
    void ask(const std::function<Experiment()> &edit, const QString &what, int mergeId = -1);
    void askWeights(const std::function<void(Initialisation &)> &edit, const QString &what, int mergeId = -1);

    void showExperiment();
    void showSettings();
    void showCircuit(const Experiment &experiment);
    void showNumbers(const Experiment &experiment, const Circuit &circuit);
    void showWeights(const Experiment &experiment, const Circuit &circuit);
    void showRefusals(const Refusals &why);
    void setUsable(QWidget *control, const QString &refusal);

    Document *m_document;
    Experiment m_shown; ///< what the controls last showed
    QFormLayout *m_form;
    std::vector<CircuitChoice> m_circuits;
    QComboBox *m_circuit;
    QLabel *m_lesson;
    QComboBox *m_shape;
    QSpinBox *m_hidden;
    QSpinBox *m_steps;
    QComboBox *m_activation;
    QComboBox *m_recipe;
    QComboBox *m_scaledBy;
    SeedBox *m_seed;
    SoftButton *m_newSeed;
    StartValues *m_starts;
    QDoubleSpinBox *m_scale;
    LossAtBox *m_loss;
    QLabel *m_fault;
};

} // namespace unfold
