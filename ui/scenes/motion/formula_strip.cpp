#include "ui/scenes/motion/formula_strip.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double usual = 1.45; ///< of the application's font
constexpr double smallest = 0.95;
constexpr double visible = 0.02;

TypesetFormula typesetParts(const Formula &formula, size_t count, const FormulaStyle &style)
{
    Formula part;
    part.parts.assign(formula.parts.begin(), formula.parts.begin() + static_cast<std::ptrdiff_t>(count));
    return typeset(part, style);
}

} // namespace

FormulaStrip::FormulaStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("<p>The formula of one state. In each line, the state one step earlier is replaced by its formula: "
                  "the highlighted part.</p>"));
}

void FormulaStrip::setTopic(const Topic &element)
{
    if (element == m_topic)
        return;
    m_topic = element;
    layOut();
}

void FormulaStrip::setShown(double lines)
{
    m_shown = std::clamp(lines, 1.0, std::max(1.0, static_cast<double>(lineCount())));
    tell();
    update();
}

bool FormulaStrip::glows(int line) const
{
    return line > 0 && line == static_cast<int>(std::ceil(m_shown - visible)) - 1;
}

QString FormulaStrip::lineText(int line) const
{
    return QString::fromStdString(plainText(m_lines[static_cast<size_t>(line)].unfolded.formula));
}

void FormulaStrip::tell()
{
    QStringList words;
    for (int line = 0; line < lineCount() && line < m_shown; ++line)
        words << lineText(line);
    const QString name = words.isEmpty() ? tr("No state reads another step.") : words.join(u' ');
    if (name != accessibleName())
        setAccessibleName(name);
}

// -- layout
// -----------------------------------------------------------------------------------------------------------

std::vector<FormulaStrip::Line> FormulaStrip::typesetLines(int mostParts, double factor) const
{
    std::vector<Line> lines;
    const FormulaStyle style = formulaStyle(themeOf(this), m_topic.circuit, factor);
    for (UnfoldedLine &unfolded :
        unfoldedFormula(m_topic.circuit, m_topic.node, m_topic.step, m_topic.steps, most, mostParts)) {
        Line line;
        line.formula = typeset(unfolded.formula, style);
        for (const UnfoldedLine::Range &range : unfolded.fresh) {
            const double left = typesetParts(unfolded.formula, range.first, style).bounds().right();
            const QRectF upTo = typesetParts(unfolded.formula, range.last, style).bounds();
            line.fresh.push_back(QRectF(QPointF(left, upTo.top()), QPointF(upTo.right(), upTo.bottom())));
        }
        line.unfolded = std::move(unfolded);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Lines after the first stand under its right side.
double FormulaStrip::indent(size_t line) const
{
    if (line == 0 || m_lines.empty() || m_lines.front().formula.symbols().empty())
        return 0;
    return m_lines.front().formula.symbols().front().box.right() + 0.28 * textFont().pixelSize();
}

double FormulaStrip::widest(const std::vector<Line> &lines) const
{
    double width = 0;
    for (size_t i = 0; i < lines.size(); ++i)
        width = std::max(width, lines[i].formula.bounds().right() + (i > 0 ? 4.0 * textFont().pixelSize() : 0));
    return width;
}

/// Smaller first, then cut to what leads on.
void FormulaStrip::layOut()
{
    m_lines.clear();
    for (const int mostParts : {200, 80, 60, 45, 30, 15}) {
        m_lines = typesetLines(mostParts, usual);
        const double fitting = usual * width() / std::max(1.0, widest(m_lines));
        if (fitting < usual && fitting >= smallest)
            m_lines = typesetLines(mostParts, fitting);
        if (fitting >= smallest)
            break;
    }
    setShown(m_shown);
}

double FormulaStrip::rowHeight() const
{
    return 2.1 * usual * textFont().pixelSize();
}

QSize FormulaStrip::sizeHint() const
{
    return {40 * textFont().pixelSize(), static_cast<int>(std::ceil(most * rowHeight()))};
}

QSize FormulaStrip::minimumSizeHint() const
{
    return {20 * textFont().pixelSize(), sizeHint().height()};
}

void FormulaStrip::resizeEvent(QResizeEvent *)
{
    m_otherRoom.ask();
}

void FormulaStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        m_otherRoom.ask();
}

void FormulaStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    if (m_lines.empty()) {
        painter.setFont(textFont());
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            tr("No state reads another step: the copies are independent, and there is nothing to substitute."));
        return;
    }
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const double share = std::clamp(m_shown - static_cast<double>(i), 0.0, 1.0);
        if (share < visible)
            break;
        painter.setOpacity(share);
        const QPointF baseline(indent(i), (static_cast<double>(i) + 0.62) * rowHeight());
        if (glows(static_cast<int>(i)))
            for (const QRectF &fresh : m_lines[i].fresh) {
                painter.setPen(theme.highlight);
                painter.setBrush(theme.glow);
                painter.drawRoundedRect(fresh.translated(baseline).adjusted(-3, -2, 3, 2), 5, 5);
            }
        m_lines[i].formula.paint(painter, baseline);
    }
}

} // namespace unfold
