#include "ui/road/parameter_table.h"

#include "ui/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <array>

namespace unfold {
namespace {

constexpr std::array<const char *, 5> names{"U", "W", "b", "V", "c"};

/// As it stands in a formula: "n_h · T · n_x".
QString symbolsOf(const QString &name, bool wholeSequence)
{
    if (name == QStringLiteral("U"))
        return wholeSequence ? QStringLiteral("n<sub>h</sub> · T · n<sub>x</sub>")
                             : QStringLiteral("n<sub>h</sub> · n<sub>x</sub>");
    if (name == QStringLiteral("W"))
        return QStringLiteral("n<sub>h</sub> · n<sub>h</sub>");
    if (name == QStringLiteral("V"))
        return QStringLiteral("n<sub>o</sub> · n<sub>h</sub>");
    return name == QStringLiteral("b") ? QStringLiteral("n<sub>h</sub>") : QStringLiteral("n<sub>o</sub>");
}

/// With its numbers: "n_h · T · n_x = 4 · 5 · 3 = 60"; "–" where the circuit has no such parameter. length: T of a
/// network that reads the whole sequence, else 0.
QString cellOf(const Circuit &circuit, const QString &name, int length)
{
    const std::vector<ParameterInfo> parameters = parametersOf(circuit);
    const int i = indexOf(parameters, name.toStdString());
    if (i < 0)
        return QStringLiteral("–");
    const ParameterInfo &p = parameters[static_cast<size_t>(i)];
    const QString symbols = symbolsOf(name, length > 0);
    if (p.bias)
        return QStringLiteral("%1 = %2").arg(symbols).arg(p.rows);
    const QString columns = length > 0 && name == QStringLiteral("U")
        ? QStringLiteral("%1 · %2").arg(length).arg(p.cols / length)
        : QString::number(p.cols);
    return QStringLiteral("%1 = %2 · %3 = %4").arg(symbols).arg(p.rows).arg(columns).arg(entriesOf(p));
}

} // namespace

ParameterTable::ParameterTable(const LayerSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_sizes(sizes)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Metrics::gap);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 5);
    grid->setColumnStretch(2, 4);
    for (int row = 0; row < static_cast<int>(names.size()) + 2; ++row)
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
    m_rows.front().feedForward->setText(bold.arg(tr("feed-forward, T = %1").arg(m_length)));
    m_rows.front().recurrent->setText(bold.arg(tr("recurrent")));
    for (size_t i = 0; i < names.size(); ++i) {
        const Row &row = m_rows[i + 1];
        const QString name = QString::fromLatin1(names[i]);
        row.name->setText(QStringLiteral("<b style=\"color:%1\"><i>%2</i></b>")
                              .arg(theme.parameter(recurrent, names[i]).name(), name));
        row.feedForward->setText(cellOf(wide, name, m_length));
        row.recurrent->setText(cellOf(recurrent, name, 0));
    }
    m_rows.back().name->setText(bold.arg(tr("all")));
    m_rows.back().feedForward->setText(bold.arg(parameterCount(wide)));
    m_rows.back().recurrent->setText(bold.arg(parameterCount(recurrent)));
}

void ParameterTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace unfold
