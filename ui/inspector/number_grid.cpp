#include "ui/inspector/number_grid.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/focus_ring.h"
#include "ui/style/number_text.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr int margin = 2; // room for the focus frame and the halo
constexpr int labelGap = 3;
constexpr double cellGapFrom = 5; // px: narrower cells stand without a gap

QFont cellFont()
{
    return textFont(0.8);
}

/// As many digits as the width allows, at least one.
QString fitted(double value, const QFontMetricsF &metrics, double width)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    for (int digits = 3; digits > 1; --digits)
        if (QString text = numberText(value, digits); metrics.horizontalAdvance(text) <= width)
            return text;
    return numberText(value, 1);
}

/// The diverging colours in steps that no eye tells apart: a matrix of 256 × 256 asks for 65,536 of them.
class Palette
{
public:
    Palette(const Theme &theme, double limit)
        : m_limit(limit > 0 ? limit : 1)
        , m_none(theme.notComputed.rgb())
    {
        for (int i = 0; i <= steps; ++i)
            m_colours[static_cast<size_t>(i)] = theme.signedValue(2.0 * i / steps - 1, 1).rgb();
    }

    QRgb at(double value) const
    {
        if (std::isnan(value))
            return m_none;
        const double fraction = (std::clamp(value / m_limit, -1.0, 1.0) + 1) / 2;
        return m_colours[static_cast<size_t>(std::lround(fraction * steps))];
    }

private:
    static constexpr int steps = 256;
    double m_limit;
    QRgb m_none;
    std::array<QRgb, steps + 1> m_colours{};
};

} // namespace

NumberGrid::NumberGrid(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void NumberGrid::setContent(const GridContent &content)
{
    m_content = content;
    const int rows = static_cast<int>(content.numbers.rows());
    const int columns = static_cast<int>(content.numbers.cols());
    m_current
        = {std::clamp(m_current.x(), 0, std::max(0, columns - 1)), std::clamp(m_current.y(), 0, std::max(0, rows - 1))};
    setLabel();
    makeImage();
    speak();
}

void NumberGrid::setCells(QSizeF cell, bool written)
{
    m_cell = cell;
    m_written = written;
    updateGeometry();
    update();
}

void NumberGrid::setLit(bool lit, int row)
{
    if (lit == m_lit && row == m_litRow)
        return;
    m_lit = lit;
    m_litRow = row;
    update();
}

void NumberGrid::setOpened(int row, int column)
{
    m_opened = {column, row};
    update();
}

// -- geometry
// ----------------------------------------------------------------------------------------------------------

QSizeF NumberGrid::writtenCell(bool roomy)
{
    const QFontMetricsF metrics(cellFont());
    return {std::ceil(metrics.horizontalAdvance(roomy ? QStringLiteral("−0.00000") : QStringLiteral("−0.000"))) + 4,
        std::ceil(metrics.height()) + 4};
}

QRectF NumberGrid::cellsRect() const
{
    const QSizeF size(m_cell.width() * static_cast<double>(m_content.numbers.cols()),
        m_cell.height() * static_cast<double>(m_content.numbers.rows()));
    return {std::floor((width() - size.width()) / 2), margin, size.width(), size.height()};
}

int NumberGrid::axis() const
{
    return margin + static_cast<int>(m_cell.height() * static_cast<double>(m_content.numbers.rows()) / 2);
}

QSize NumberGrid::sizeHint() const
{
    const QRectF label = m_label.bounds();
    const double wide = m_cell.width() * static_cast<double>(m_content.numbers.cols());
    const double high = m_cell.height() * static_cast<double>(m_content.numbers.rows());
    const double labelHeight = m_content.label.parts.empty() ? 0 : labelGap + label.height();
    return {static_cast<int>(std::ceil(std::max(wide, label.width()))) + 2 * margin,
        static_cast<int>(std::ceil(high + labelHeight)) + 2 * margin};
}

QRect NumberGrid::cellRect(int row, int column) const
{
    const QRectF cells = cellsRect();
    const QPointF topLeft(cells.left() + column * m_cell.width(), cells.top() + row * m_cell.height());
    return QRectF(topLeft, m_cell).toAlignedRect();
}

std::optional<QPoint> NumberGrid::entryAt(const QPointF &point) const
{
    const QRectF cells = cellsRect();
    if (!cells.contains(point))
        return std::nullopt;
    const int column = static_cast<int>((point.x() - cells.left()) / m_cell.width());
    const int row = static_cast<int>((point.y() - cells.top()) / m_cell.height());
    return QPoint(std::min(column, static_cast<int>(m_content.numbers.cols()) - 1),
        std::min(row, static_cast<int>(m_content.numbers.rows()) - 1));
}

// -- what it says
// ------------------------------------------------------------------------------------------------------

QString NumberGrid::sentence(int row, int column) const
{
    if (row >= m_content.numbers.rows() || column >= m_content.numbers.cols())
        return {}; // there is nothing in the grid
    const QString name = m_content.entryName ? m_content.entryName(row, column) : QString();
    return name + QStringLiteral(" = ") + exactNumberText(m_content.numbers(row, column));
}

void NumberGrid::speak()
{
    const QString entry = sentence(m_current.y(), m_current.x());
    const bool named = entry.startsWith(m_content.name + u','); // "gradient at h at step 2, entry 1"
    setAccessibleName(named ? entry : m_content.name + QStringLiteral(": ") + entry);
    setAccessibleDescription(m_content.teaching);
}

void NumberGrid::setCurrent(int row, int column)
{
    if (m_content.numbers.size() == 0)
        return;
    const QPoint next(std::clamp(column, 0, static_cast<int>(m_content.numbers.cols()) - 1),
        std::clamp(row, 0, static_cast<int>(m_content.numbers.rows()) - 1));
    if (next != m_current) {
        m_current = next;
        speak();
        update();
    }
    emit entered(next.y(), next.x());
}

void NumberGrid::setLabel()
{
    FormulaStyle style;
    style.pixelSize = QFontInfo(textFont(0.86)).pixelSize();
    style.text = themeOf(this).muted;
    style.colour = m_content.colour;
    m_label = typeset(m_content.label, style);
    updateGeometry();
    update();
}

void NumberGrid::makeImage()
{
    const Palette palette(themeOf(this), m_content.limit);
    const Matrix &m = m_content.numbers;
    m_image = QImage(static_cast<int>(m.cols()), static_cast<int>(m.rows()), QImage::Format_RGB32);
    for (int row = 0; row < m_image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(row));
        for (int column = 0; column < m_image.width(); ++column)
            line[column] = palette.at(m(row, column));
    }
    update();
}

// -- events
// ------------------------------------------------------------------------------------------------------------

bool NumberGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto entry = entryAt(help->pos());
        const QString what = entry ? sentence(entry->y(), entry->x()) : m_content.name;
        QToolTip::showText(help->globalPos(), what + QStringLiteral("\n") + m_content.teaching, this);
        return true;
    }
    // Reached with Tab it takes all four arrows; after a click Left and Right stay with time.
    if (event->type() == QEvent::ShortcutOverride && m_byKeyboard) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void NumberGrid::mouseMoveEvent(QMouseEvent *event)
{
    const auto entry = entryAt(event->position());
    if (!entry) {
        emit left();
        return;
    }
    emit entered(entry->y(), entry->x());
    // At once, and not after the delay of a tooltip: a heat map is read by moving over it.
    QToolTip::showText(
        event->globalPosition().toPoint(), sentence(entry->y(), entry->x()), this, cellRect(entry->y(), entry->x()));
}

void NumberGrid::mousePressEvent(QMouseEvent *event)
{
    const auto entry = entryAt(event->position());
    if (!entry || event->button() != Qt::LeftButton)
        return;
    setCurrent(entry->y(), entry->x());
    emit activated(entry->y(), entry->x());
}

void NumberGrid::leaveEvent(QEvent *event)
{
    emit left();
    QWidget::leaveEvent(event);
}

void NumberGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: return setCurrent(m_current.y() - 1, m_current.x());
    case Qt::Key_Down: return setCurrent(m_current.y() + 1, m_current.x());
    case Qt::Key_Left: return setCurrent(m_current.y(), m_current.x() - 1);
    case Qt::Key_Right: return setCurrent(m_current.y(), m_current.x() + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter: emit activated(m_current.y(), m_current.x()); return;
    default: QWidget::keyPressEvent(event);
    }
}

void NumberGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    speak();
    update();
    if (m_byKeyboard && m_content.numbers.size() > 0)
        emit entered(m_current.y(), m_current.x());
}

void NumberGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
    emit left();
}

void NumberGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setLabel();
        makeImage();
    }
    QWidget::changeEvent(event);
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

void NumberGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_written)
        paintWritten(painter);
    else
        paintCells(painter);
    paintMarks(painter);
    const QRectF label = m_label.bounds();
    painter.setRenderHint(QPainter::Antialiasing);
    m_label.paint(
        painter, {(width() - label.width()) / 2 - label.left(), cellsRect().bottom() + labelGap - label.top()});
}

void NumberGrid::paintCells(QPainter &painter) const
{
    const QRectF cells = cellsRect();
    if (m_cell.height() < cellGapFrom) {
        painter.drawImage(cells, m_image);
        return;
    }
    for (int row = 0; row < m_image.height(); ++row)
        for (int column = 0; column < m_image.width(); ++column)
            painter.fillRect(cellRect(row, column).adjusted(0, 0, -1, -1), m_image.pixelColor(column, row));
}

void NumberGrid::paintWritten(QPainter &painter) const
{
    const QFont font = cellFont();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (int row = 0; row < m_image.height(); ++row)
        for (int column = 0; column < m_image.width(); ++column) {
            const QRect cell = cellRect(row, column).adjusted(0, 0, -1, -1);
            const QColor fill = m_image.pixelColor(column, row);
            painter.fillRect(cell, fill);
            painter.setPen(inkOn(fill));
            painter.drawText(cell, Qt::AlignCenter, fitted(m_content.numbers(row, column), metrics, cell.width() - 2));
        }
}

void NumberGrid::paintMarks(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRect cells = cellsRect().toAlignedRect();
    painter.setBrush(Qt::NoBrush);
    if (m_lit) {
        const QRect row(cells.left(), cellRect(m_litRow, 0).top(), cells.width(), cellRect(m_litRow, 0).height());
        painter.setPen(QPen(theme.highlight, 2));
        painter.drawRect((m_litRow >= 0 ? row : cells).adjusted(0, 0, -1, -1));
    }
    if (m_opened.y() >= 0 && m_opened.y() < m_content.numbers.rows() && m_opened.x() < m_content.numbers.cols()) {
        const QRect cell = cellRect(m_opened.y(), m_opened.x());
        painter.setPen(QPen(theme.cursorLine, 2));
        painter.drawRect(QRect(cell.topLeft(), cell.size().expandedTo({3, 3})).adjusted(0, 0, -1, -1));
    }
    if (hasFocus()) {
        paintFocusRing(painter, QRectF(cells).adjusted(-2, -2, 2, 2), theme);
        paintFocusRing(painter, QRectF(cellRect(m_current.y(), m_current.x())).adjusted(-2, -2, 2, 2), theme, 1);
    }
}

} // namespace unfold
