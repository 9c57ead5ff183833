#include "ui/scenes/recipe_table.h"

#include "core/analysis/norms.h"
#include "ui/document/document.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/soft_button.h"

#include <QGridLayout>
#include <QLabel>

namespace unfold {
namespace {

constexpr double dearest = 2e6; ///< multiply-adds of one run: four of them are computed at every tick of the slider

QString titleOf(Recipe recipe)
{
    switch (recipe) {
    case Recipe::Gaussian: return RecipeTable::tr("Gaussian");
    case Recipe::GlorotUniform: return RecipeTable::tr("Glorot");
    case Recipe::Identity: return RecipeTable::tr("identity");
    case Recipe::Orthogonal: break;
    }
    return RecipeTable::tr("orthogonal");
}

/// The same experiment for every recipe and gain.
Experiment baseOf(Experiment experiment)
{
    experiment.initialisation.recipe = Recipe::Orthogonal;
    experiment.gain = 1;
    experiment.title.clear();
    experiment.note.clear();
    return experiment;
}

QString textOf(std::optional<double> value)
{
    return value ? numberText(*value, 2) : QStringLiteral("–");
}

} // namespace

RecipeTable::RecipeTable(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    build();
    connect(m_document, &Document::resultChanged, this, &RecipeTable::follow);
    follow();
}

void RecipeTable::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Metrics::gap);
    grid->setVerticalSpacing(2);
    const auto head = [&](int column, const QString &text, const QString &tip) {
        auto *label = new QLabel(text, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setToolTip(tip);
        grid->addWidget(label, 0, column, Qt::AlignRight);
        grid->setColumnStretch(column, 1);
    };
    head(1, QStringLiteral("ρ"), tr("<p>The spectral radius of W as used, at the present W_rec.</p>"));
    head(2, QStringLiteral("σ<sub>max</sub>"), tr("<p>The largest singular value of W as used.</p>"));
    head(3, tr("left at t = 1"),
        tr("<p>What is left of the gradient at step 1: its norm there over its norm at the last step.</p>"));
    for (size_t i = 0; i < recipes.size(); ++i)
        addLine(grid, i);
}

void RecipeTable::addLine(QGridLayout *grid, size_t index)
{
    Line &line = m_lines[index];
    line.name = new SoftButton(this);
    line.name->setObjectName(QString::fromLatin1(nameOf(recipes[index]).data()));
    line.name->setText(titleOf(recipes[index]));
    line.name->setCheckable(true);
    line.name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    line.name->setToolTip(tr("<p>Draws W by this recipe.</p>"));
    connect(line.name, &SoftButton::clicked, this, [this, recipe = recipes[index]] {
        emit chosen(recipe);
        follow(); // the present one, pressed again, stays down
    });
    const int row = static_cast<int>(index) + 1;
    grid->addWidget(line.name, row, 0);
    constexpr std::array terms{"spectral-radius", "largest-singular-value", "left-at-step-1"};
    for (size_t i = 0; i < line.numbers.size(); ++i) {
        line.numbers[i] = new QLabel(this);
        explainBy(line.numbers[i], terms[i]);
        grid->addWidget(line.numbers[i], row, static_cast<int>(i) + 1, Qt::AlignRight);
    }
}

void RecipeTable::prepareAll()
{
    const Experiment base = baseOf(m_document->result()->experiment);
    if (m_prepared.front() && base == m_base)
        return;
    m_base = base;
    for (size_t i = 0; i < recipes.size(); ++i) {
        Experiment tried = base;
        tried.initialisation.recipe = recipes[i];
        const bool cheap = m_document->result()->prepared->program->cost() <= dearest;
        m_prepared[i] = cheap ? prepare(tried) : nullptr;
    }
}

std::vector<RecipeTable::Row> RecipeTable::rows() const
{
    std::vector<Row> rows;
    const auto result = m_document->result();
    const int matrix = result->report.recurrent;
    for (size_t i = 0; i < recipes.size(); ++i) {
        rows.push_back({recipes[i], {}, 0, {}});
        if (!m_prepared[i] || matrix < 0)
            continue;
        const Spectrum spectrum = spectrumAt(*m_prepared[i], matrix, result->experiment.gain);
        const auto trace = compute(*m_prepared[i], result->experiment.gain, result->report.shown);
        const StepSeries norm = gradientNorms(*trace, result->report.node);
        rows.back().radius = spectrum.radius;
        rows.back().sigmaMax = spectrum.sigmaMax;
        if (norm.front() && norm.back() && *norm.back() > 0)
            rows.back().left = *norm.front() / *norm.back();
    }
    return rows;
}

void RecipeTable::follow()
{
    prepareAll();
    const std::vector<Row> all = rows();
    const Recipe present = m_document->result()->experiment.initialisation.recipe;
    for (size_t i = 0; i < all.size(); ++i) {
        Line &line = m_lines[i];
        const bool known = m_prepared[i] && m_document->result()->report.recurrent >= 0;
        const QString sigma = known ? numberText(all[i].sigmaMax, 2) : QStringLiteral("–");
        const std::array texts{textOf(all[i].radius), sigma, textOf(all[i].left)};
        for (size_t column = 0; column < texts.size(); ++column)
            line.numbers[column]->setText(texts[column]);
        line.name->setChecked(recipes[i] == present);
        line.name->setAccessibleName(tr("%1: spectral radius %2, largest singular value %3, left at step 1: %4")
                                         .arg(titleOf(recipes[i]), texts[0], texts[1], texts[2]));
    }
}

} // namespace unfold
