#include "ui/inspector/inspector_expression.h"

#include "ui/widgets/disconnect_children.h"

#include <QEvent>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int gap = 4;
constexpr int lineGap = 10;
constexpr int mostWrittenRows = 4;
constexpr int mostWrittenResult = 8;

/// What sizes are measured in: 1 at the application's usual font.
double scale()
{
    return QFontInfo(textFont()).pixelSize() / 14.0;
}

QFont signFont()
{
    return mathFont(1.15);
}

/// Side of a heat map's cell where the largest side of its block has `entries`.
double heatCell(Eigen::Index entries, int width)
{
    const double room = std::min((entries <= 16 ? 92 : 140) * scale(), static_cast<double>(width));
    const double side = room / static_cast<double>(std::max<Eigen::Index>(entries, 1));
    if (side >= 1)
        return std::floor(std::min(side, 14 * scale()));
    return std::min(1.0, (width - gap) / static_cast<double>(entries));
}

struct CellSize {
    QSizeF cell;
    bool written = false;
};

/// entries: the largest side of the block's grids.
CellSize cellOf(const ExpressionItem &item, Eigen::Index entries, int width)
{
    const bool column = item.numbers.cols() == 1;
    const bool resultColumn = item.opens && column && item.numbers.rows() <= mostWrittenResult;
    if (entries <= mostWrittenRows || resultColumn)
        return {NumberGrid::writtenCell(item.opens && column), true};
    double side = heatCell(entries, width);
    if (item.opens && column) // large enough to be hit with the mouse
        side = std::max(side, std::min(14 * scale(), std::max(2.0, 200 * scale() / static_cast<double>(entries))));
    return {QSizeF(column ? std::max(side, 14 * scale()) : side, side), false};
}

} // namespace

InspectorExpression::InspectorExpression(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void InspectorExpression::setItems(ExpressionItems items, const Circuit &circuit)
{
    m_items = std::move(items);
    m_circuit = circuit;
    m_itemOf.clear();
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].isGrid())
            m_itemOf.push_back(i);
    makeGrids(m_itemOf.size());
    fill();
    place();
    updateGeometry();
    update();
}

InspectorExpression::~InspectorExpression()
{
    disconnectChildren(this);
}

void InspectorExpression::makeGrids(size_t count)
{
    while (m_grids.size() < count) {
        auto *grid = new NumberGrid(this);
        const size_t index = m_grids.size();
        m_grids.push_back(grid);
        // A grid that is not needed any more may still hear keys: it can keep the focus while it is hidden.
        const auto item = [this, index] { return index < m_itemOf.size() ? &m_items[m_itemOf[index]] : nullptr; };
        connect(grid, &NumberGrid::left, this, [this] {
            m_touched.reset();
            emit touched({});
        });
        connect(grid, &NumberGrid::entered, this, [this, index](int row, int) { touch(index, row); });
        connect(grid, &NumberGrid::activated, this, [this, item](int row, int column) {
            if (item() && item()->opens)
                emit opened(row, column);
            else if (item() && item()->element.kind != ElementRef::Kind::None)
                emit visited(unitOf(item()->element, row));
        });
    }
    for (size_t i = 0; i < m_grids.size(); ++i)
        m_grids[i]->setVisible(i < count);
}

void InspectorExpression::fill()
{
    const FormulaStyle style = formulaStyle(themeOf(this), m_circuit, 1);
    for (size_t i = 0; i < m_itemOf.size(); ++i) {
        const ExpressionItem &item = m_items[m_itemOf[i]];
        GridContent content{item.numbers, item.label, item.limit, item.name, {}, item.entryName, style.colour};
        if (item.opens)
            content.teaching = tr("Click an entry, or press Enter, to open it into the products that made it.");
        else if (item.element.kind != ElementRef::Kind::None)
            content.teaching = tr("Click an entry, or press Enter, to open the node or the matrix that it comes from.");
        m_grids[i]->setContent(content);
    }
}

void InspectorExpression::touch(size_t grid, int row)
{
    if (grid >= m_itemOf.size())
        return;
    m_touched = {grid, row, unitOf(m_items[m_itemOf[grid]].element, row)};
    emit touched(ElementRef(m_touched->told)); // a copy: what follows may touch anew
}

void InspectorExpression::touchAgain()
{
    if (!m_touched)
        return;
    const Touched before = *m_touched;
    if (before.grid < m_itemOf.size())
        return touch(before.grid, before.row);
    m_touched.reset();
    emit touched({});
}

void InspectorExpression::setHover(const Circuit &circuit, const ElementRef &hover)
{
    if (m_touched && hover != m_touched->told) // something else is touched by now
        m_touched.reset();
    for (size_t i = 0; i < m_itemOf.size(); ++i) {
        const ElementRef &own = m_items[m_itemOf[i]].element;
        const bool lit = hover.kind != ElementRef::Kind::None && lightsUp(circuit, hover, own);
        m_grids[i]->setLit(lit, lit && hover.kind == ElementRef::Kind::Node ? hover.unit : -1);
    }
}

void InspectorExpression::setOpened(int row, int column)
{
    for (size_t i = 0; i < m_itemOf.size(); ++i)
        m_grids[i]->setOpened(m_items[m_itemOf[i]].opens ? row : -1, column);
}

// -- layout
// ------------------------------------------------------------------------------------------------------------

std::vector<FlowItem> InspectorExpression::measured(int width) const
{
    std::vector<Eigen::Index> entries;
    for (const ExpressionItem &item : m_items) {
        entries.resize(std::max(entries.size(), static_cast<size_t>(item.block) + 1), 1);
        Eigen::Index &most = entries[static_cast<size_t>(item.block)];
        most = std::max({most, item.numbers.rows(), item.numbers.cols()});
    }
    const QFontMetrics metrics(signFont());
    std::vector<FlowItem> measured;
    size_t grid = 0;
    for (const ExpressionItem &item : m_items) {
        if (!item.isGrid()) {
            measured.push_back(
                {{metrics.horizontalAdvance(item.sign), metrics.height()}, metrics.height() / 2, item.before});
            continue;
        }
        const CellSize size = cellOf(item, entries[static_cast<size_t>(item.block)], width);
        m_grids[grid]->setCells(size.cell, size.written);
        measured.push_back({m_grids[grid]->sizeHint(), m_grids[grid]->axis(), item.before});
        ++grid;
    }
    return measured;
}

Flow InspectorExpression::flowIn(int width) const
{
    return flow(measured(width), width, gap, lineGap);
}

void InspectorExpression::place()
{
    const std::vector<FlowItem> items = measured(width());
    const Flow lines = flow(items, width(), gap, lineGap);
    m_signs.clear();
    size_t grid = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const QRect rect(lines.places[i], items[i].size);
        if (m_items[i].isGrid())
            m_grids[grid++]->setGeometry(rect);
        else
            m_signs.emplace_back(m_items[i].sign, rect);
    }
}

int InspectorExpression::heightForWidth(int width) const
{
    return flowIn(width).height;
}

QSize InspectorExpression::sizeHint() const
{
    return {240, heightForWidth(width())};
}

void InspectorExpression::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(signFont());
    painter.setPen(themeOf(this).text);
    for (const auto &[sign, rect] : m_signs)
        painter.drawText(rect.adjusted(-2, 0, 2, 0), Qt::AlignCenter, sign);
}

void InspectorExpression::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void InspectorExpression::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        fill();
        place();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace unfold
