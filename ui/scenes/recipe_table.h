#pragma once
// What each recipe of initial weights does to the recurrent matrix and to the gradient, side by side; a row that is
// pressed is chosen.
#include "core/run/compute.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace unfold {

class Document;
class SoftButton;

class RecipeTable : public QWidget
{
    Q_OBJECT

public:
    explicit RecipeTable(Document *document, QWidget *parent = nullptr);

    /// One recipe at the present gain.
    struct Row {
        Recipe recipe = Recipe::Orthogonal;
        std::optional<double> radius; ///< ρ of the recurrent matrix
        double sigmaMax = 0;
        std::optional<double> left; ///< ‖∂L/∂h(1)‖ / ‖∂L/∂h(T)‖
    };
    std::vector<Row> rows() const;

signals:
    void chosen(unfold::Recipe recipe);

private:
    static constexpr std::array recipes{Recipe::Gaussian, Recipe::GlorotUniform, Recipe::Identity, Recipe::Orthogonal};
    struct Line {
        SoftButton *name = nullptr;
        std::array<QLabel *, 3> numbers{};
    };

    void build();
    void addLine(QGridLayout *grid, size_t index);
    void follow();
    void prepareAll();

    Document *m_document;
    std::array<Line, recipes.size()> m_lines;
    Experiment m_base; ///< what m_prepared was made of, gain and recipe aside
    std::array<std::shared_ptr<const Prepared>, recipes.size()> m_prepared; ///< null: too dear to be tried
};

} // namespace unfold
