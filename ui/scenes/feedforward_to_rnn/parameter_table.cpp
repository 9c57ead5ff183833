#include "ui/scenes/feedforward_to_rnn/parameter_table.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <array>

namespace unfold {
namespace {

constexpr std::array<const char *, 3> matrices{"U", "W", "V"};
constexpr std::array<const char *, 2> biases{"b", "c"};

constexpr const char *sequenceFormula
    = "= n<sub>h</sub> T n<sub>x</sub> + n<sub>h</sub> + n<sub>o</sub> n<sub>h</sub> + n<sub>o</sub>";
constexpr const char *stepFormula = "= n<sub>h</sub> n<sub>x</sub> + n<sub>h</sub> n<sub>h</sub> + n<sub>h</sub> "
                                    "+ n<sub>o</sub> n<sub>h</sub> + n<sub>o</sub>";

/// "4 · 5 · 3 = 60", of a matrix that reads `inputs` inputs side by side; "–" where the circuit has no such parameter.
QString productOf(const Circuit &circuit, const char *name, int inputs)
{
    const std::vector<ParameterInfo> parameters = parametersOf(circuit);
    const int i = indexOf(parameters, name);
    if (i < 0)
        return QStringLiteral("–");
    const ParameterInfo &p = parameters[static_cast<size_t>(i)];
    const QString columns
        = inputs > 1 ? QStringLiteral("%1 · %2").arg(inputs).arg(p.cols / inputs) : QString::number(p.cols);
    return QStringLiteral("%1 · %2 = %3").arg(p.rows).arg(columns).arg(entriesOf(p));
}

/// "4 + 2 = 6"
QString biasesOf(const Circuit &circuit)
{
    const std::vector<ParameterInfo> parameters = parametersOf(circuit);
    const auto rows = [&](const char *name) { return parameters[static_cast<size_t>(indexOf(parameters, name))].rows; };
    const int hidden = rows(biases[0]);
    const int output = rows(biases[1]);
    return QStringLiteral("%1 + %2 = %3").arg(hidden).arg(output).arg(hidden + output);
}

QString inColour(const Theme &theme, const Circuit &circuit, const char *name)
{
    return QStringLiteral("<b style=\"color:%1\"><i>%2</i></b>")
        .arg(theme.parameter(circuit, name).name(), QLatin1String(name));
}

bool readsInput(const char *name)
{
    return *name == 'U';
}

} // namespace

ParameterTable::ParameterTable(const LayerSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_sizes(sizes)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Metrics::gap);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (int row = 0; row < static_cast<int>(matrices.size()) + 3; ++row)
        addRow(row);
    fill();
}

void ParameterTable::addRow(int row)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    std::array<QLabel *, 3> cells{};
    for (int column = 0; column < 3; ++column) {
        auto *cell = new QLabel(this);
        cell->setTextFormat(Qt::RichText);
        cell->setWordWrap(column > 0);
        grid->addWidget(cell, row, column, Qt::AlignTop);
        cells[static_cast<size_t>(column)] = cell;
    }
    m_rows.push_back({cells[0], cells[1], cells[2]});
}

void ParameterTable::setLength(int length)
{
    m_length = length;
    fill();
}

void ParameterTable::fill()
{
    const Theme &theme = themeOf(this);
    const Circuit wide = feedForwardOver(m_sizes, m_length);
    const Circuit recurrent = recurrentOver(m_sizes);
    const QString bold = QStringLiteral("<b>%1</b>");
    m_rows[0].feedForward->setText(bold.arg(tr("feed-forward: %1").arg(parameterCount(wide))));
    m_rows[0].recurrent->setText(bold.arg(tr("recurrent: %1").arg(parameterCount(recurrent))));
    m_rows[1].feedForward->setText(QLatin1String(sequenceFormula));
    m_rows[1].recurrent->setText(QLatin1String(stepFormula));
    for (QLabel *formula : {m_rows[1].feedForward, m_rows[1].recurrent})
        formula->setFont(textFont(0.86));
    for (size_t i = 0; i < matrices.size(); ++i) {
        const Row &row = m_rows[i + 2];
        row.name->setText(inColour(theme, recurrent, matrices[i]));
        row.feedForward->setText(productOf(wide, matrices[i], readsInput(matrices[i]) ? m_length : 1));
        row.recurrent->setText(productOf(recurrent, matrices[i], 1));
    }
    const Row &last = m_rows.back();
    last.name->setText(
        inColour(theme, recurrent, biases[0]) + QStringLiteral(", ") + inColour(theme, recurrent, biases[1]));
    last.feedForward->setText(biasesOf(wide));
    last.recurrent->setText(biasesOf(recurrent));
}

void ParameterTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

} // namespace unfold
