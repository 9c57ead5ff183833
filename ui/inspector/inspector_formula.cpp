#include "ui/inspector/inspector_formula.h"

#include "ui/accessibility/interfaces.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int formulaGap = 8; // px between two formulas
constexpr int gapOfLines = 4;
constexpr int hanging = 20; // px: continued lines stand further right
constexpr double textFactor = 1.2;
constexpr double smallest = 0.6; // of the usual size
constexpr const char *thinSpace = "\u2009";

/// The parts of a formula up to each place where a line may end.
std::vector<Formula> piecesOf(const Formula &formula)
{
    std::vector<Formula> pieces(1);
    int depth = 0;
    for (size_t i = 0; i < formula.parts.size(); ++i) {
        const std::string &text = formula.parts[i].text;
        const bool isSign = i > 0 && formula.parts[i - 1].text == "="; // of −log …
        const bool operates = !isSign && (text == "+" || text == "−" || (text == "=" && i > 1));
        if (depth == 0 && operates && !pieces.back().parts.empty())
            pieces.emplace_back();
        depth += text == "(" || text == "[";
        depth -= text == ")" || text == "]";
        const bool leads = pieces.size() > 1 && pieces.back().parts.empty();
        pieces.back().parts.push_back(formula.parts[i]);
        if (leads && text != "=") { // at the head of a piece it would be set as a sign, close to what follows
            pieces.back().parts.emplace_back();
            pieces.back().parts.back().text = thinSpace;
        }
    }
    return pieces;
}

} // namespace

InspectorFormula::InspectorFormula(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setAccessibleRole(this, QAccessible::Equation);
    setSizePolicy(policy);
}

void InspectorFormula::setFormulas(const std::vector<Formula> &formulas, const Circuit &circuit)
{
    const bool same = formulas == m_formulas && circuit == m_circuit;
    if (same)
        return;
    m_formulas = formulas;
    m_circuit = circuit;
    setType();
}

void InspectorFormula::setLit(const SymbolRef &symbol)
{
    if (symbol == m_lit)
        return;
    m_lit = symbol;
    update();
}

void InspectorFormula::setType()
{
    const FormulaStyle style = formulaStyle(themeOf(this), m_circuit, textFactor);
    m_pieces.clear();
    QString spoken;
    for (size_t f = 0; f < m_formulas.size(); ++f) {
        for (const Formula &piece : piecesOf(m_formulas[f])) {
            Piece p{typeset(piece, style), {}, f};
            const QRectF bounds = p.set.bounds();
            p.item = {QSize(static_cast<int>(std::ceil(bounds.width())), static_cast<int>(std::ceil(bounds.height()))),
                static_cast<int>(std::ceil(-bounds.top())), Break::Preferred};
            m_pieces.push_back(std::move(p));
        }
        spoken += QString::fromStdString(plainText(m_formulas[f])) + QStringLiteral("; ");
    }
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

double InspectorFormula::scaleFor(int width) const
{
    double scale = 1;
    for (const Piece &piece : m_pieces)
        scale = std::min(scale, width / (piece.set.bounds().width() + hanging + 2));
    return std::max(scale, smallest);
}

InspectorFormula::Placed InspectorFormula::placedIn(int width) const
{
    Placed placed;
    placed.scale = scaleFor(width);
    const int gap = static_cast<int>(std::ceil(formulaStyle(themeOf(this), m_circuit, textFactor).pixelSize / 4));
    for (size_t first = 0; first < m_pieces.size();) {
        std::vector<FlowItem> items;
        size_t end = first;
        for (; end < m_pieces.size() && m_pieces[end].formula == m_pieces[first].formula; ++end)
            items.push_back(m_pieces[end].item);
        const Flow lines = flow(items, static_cast<int>(width / placed.scale), gap, gapOfLines, hanging);
        const int top = first == 0 ? 0 : placed.height + formulaGap;
        for (size_t i = first; i < end; ++i) {
            const QPoint place = lines.places[i - first];
            placed.baselines.emplace_back(
                place.x() - m_pieces[i].set.bounds().left(), top + place.y() + m_pieces[i].item.axis);
        }
        placed.height = top + lines.height;
        first = end;
    }
    return placed;
}

int InspectorFormula::heightForWidth(int width) const
{
    const Placed placed = placedIn(width);
    return static_cast<int>(std::ceil(placed.height * placed.scale)) + 2;
}

QSize InspectorFormula::sizeHint() const
{
    return {240, heightForWidth(width())};
}

QSize InspectorFormula::minimumSizeHint() const
{
    return {60, m_pieces.empty() ? 0 : 10};
}

void InspectorFormula::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Placed placed = placedIn(width());
    painter.scale(placed.scale, placed.scale);
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        painter.setPen(themeOf(this).highlight);
        painter.setBrush(themeOf(this).glow);
        for (const QRectF &box : m_pieces[i].set.boxesOf(m_lit))
            painter.drawRoundedRect(box.translated(placed.baselines[i]).adjusted(-2, -1, 2, 1), 3, 3);
        m_pieces[i].set.paint(painter, placed.baselines[i]);
    }
}

void InspectorFormula::mouseMoveEvent(QMouseEvent *event)
{
    emit touched(at(event->position()).symbol);
}

InspectorFormula::Hit InspectorFormula::at(QPointF point) const
{
    const Placed placed = placedIn(width());
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const QPointF inPiece = point / placed.scale - placed.baselines[i];
        Hit hit{m_pieces[i].set.symbolAt(inPiece), m_pieces[i].set.textAt(inPiece)};
        if (hit.symbol.kind != SymbolRef::Kind::None || !hit.text.isEmpty())
            return hit;
    }
    return {};
}

void InspectorFormula::leaveEvent(QEvent *event)
{
    emit touched({});
    QWidget::leaveEvent(event);
}

void InspectorFormula::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setType();
    QWidget::changeEvent(event);
}

} // namespace unfold
