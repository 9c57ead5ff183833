#include "ui/formula/equations_view.h"

#include "ui/accessibility/interfaces.h"
#include "ui/formula/symbol_element.h"
#include "ui/style/focus_ring.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double textFactor = 1.3;
constexpr int margin = Metrics::padding / 2;
constexpr double haloMargin = 3;
constexpr std::size_t mostKnown = 8; ///< widths

bool isOurKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down
        || key == Qt::Key_Return || key == Qt::Key_Enter;
}

QRectF haloOf(const QRectF &box)
{
    return box.adjusted(-haloMargin, -haloMargin, haloMargin, haloMargin);
}

QString plain(const EquationsContent &content)
{
    QStringList lines;
    for (const auto *formulas : {&content.nodes, &content.loss, &content.gradient, &content.parameters})
        for (const Formula &formula : *formulas)
            lines << QString::fromStdString(plainText(formula));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

EquationsView::EquationsView(Document *document, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
{
    buildView();
    connectDocument();
    updateFormulas();
}

void EquationsView::buildView()
{
    setAccessibleRole(this, QAccessible::Equation);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus); // a click leaves the arrow keys to time
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setToolTip(
        tr("The formulas of this circuit, of its loss and of its gradients. Point at a symbol to see it in every "
           "view; click to open it."));
    setAccessibleName(tr("Equations"));
}

void EquationsView::connectDocument()
{
    connect(m_document, &Document::resultChanged, this, &EquationsView::updateFormulas);
    connect(m_document, &Document::plottedNodeChanged, this, &EquationsView::updateFormulas);
    connect(m_document, &Document::cursorChanged, this, &EquationsView::updatePass);
    connect(m_document, &Document::hoverChanged, viewport(), qOverload<>(&QWidget::update));
}

EquationsAsked EquationsView::asked() const
{
    const auto result = m_document->result();
    EquationsAsked asked;
    asked.circuit = result->circuit();
    asked.steps = result->steps();
    asked.node = m_document->plottedNode();
    for (const auto &[node, value] : result->experiment.initial)
        if (!value.isZero(0))
            asked.given.insert(node);
    if (const auto &loss = result->experiment.loss) {
        asked.loss = loss->kind;
        asked.lossSource = loss->source;
        asked.lossAt = loss->at;
        if (result->report.severalLosses && result->report.shown == GradientOf::LastStep)
            asked.lossStep = loss->at.in(asked.steps).last;
    }
    return asked;
}

void EquationsView::updateFormulas()
{
    const EquationsAsked now = asked();
    if (now == m_asked) // a dragged slider changes numbers, not formulas
        return;
    touch(-1);
    m_asked = now;
    m_content = equationsContent(now);
    setAccessibleDescription(plain(m_content));
    m_known.clear();
    updateLayout();
}

void EquationsView::updatePass()
{
    if (m_document->cursor().pass != m_pass)
        updateLayout();
}

EquationStyles EquationsView::styles() const
{
    const Theme &theme = themeOf(this);
    const FormulaStyle style = formulaStyle(theme, m_asked.circuit, textFactor);
    FormulaStyle stepsBack = style;
    stepsBack.text = theme.muted;
    return m_pass == Pass::Backward ? EquationStyles{stepsBack, style} : EquationStyles{style, stepsBack};
}

/// Which scroll bars there are follows from the room alone, never from those that there are now: a bar that makes the
/// formulas break so that it is not needed would come and go for ever.
void EquationsView::updateLayout()
{
    if (const Pass pass = m_document->cursor().pass; pass != m_pass) {
        m_pass = pass;
        m_known.clear();
    }
    const QSize room = contentsRect().size();
    const QSize bars(verticalScrollBar()->sizeHint().width(), horizontalScrollBar()->sizeHint().height());
    layOut(room.width());
    bool wide = contentSize().width() > room.width();
    const bool high = contentSize().height() > room.height() - (wide ? bars.height() : 0);
    if (high) {
        layOut(room.width() - bars.width());
        wide = contentSize().width() > room.width() - bars.width();
    }
    setVerticalScrollBarPolicy(high ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(wide ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_symbols = SymbolMap(m_layout);
    m_current = std::clamp(m_current, 0, std::max(0, symbolCount() - 1));
    updateScrollBars(room - QSize(high ? bars.width() : 0, wide ? bars.height() : 0));
    updateGeometry();
    viewport()->update();
}

void EquationsView::layOut(int width)
{
    if (m_known.size() >= mostKnown)
        m_known.clear();
    const auto [known, isNew] = m_known.try_emplace(width);
    if (isNew)
        known->second = layOutEquations(m_content, styles(), width - 2.0 * margin);
    m_layout = known->second;
}

QSize EquationsView::contentSize() const
{
    // A formula that cannot break may take the margin at its right before a scroll bar comes.
    return {static_cast<int>(m_layout.size.width()) + margin, static_cast<int>(m_layout.size.height()) + 2 * margin};
}

void EquationsView::updateScrollBars(QSize page)
{
    const auto set = [](QScrollBar *bar, int whole, int part) {
        bar->setRange(0, std::max(0, whole - part));
        bar->setPageStep(part);
        bar->setSingleStep(16);
    };
    set(verticalScrollBar(), contentSize().height(), page.height());
    set(horizontalScrollBar(), contentSize().width(), page.width());
}

QSize EquationsView::sizeHint() const
{
    const int unit = mathFont(textFactor).pixelSize();
    return {16 * unit, static_cast<int>(m_layout.size.height()) + 2 * margin};
}

QSize EquationsView::minimumSizeHint() const
{
    const int unit = mathFont(textFactor).pixelSize();
    return {10 * unit, 5 * unit};
}

QRectF EquationsView::symbolBox(int symbol) const
{
    return m_symbols[symbol].box.translated(origin());
}

QPointF EquationsView::origin() const
{
    return {static_cast<double>(margin - horizontalScrollBar()->value()),
        static_cast<double>(margin - verticalScrollBar()->value())};
}

void EquationsView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin());
    paintHalos(painter);
    const Theme &theme = themeOf(this);
    for (const double y : m_layout.hairlines)
        painter.fillRect(QRectF(0, y, viewport()->width() - 2.0 * margin, 1), theme.border);
    for (const EquationLine &line : m_layout.lines)
        line.formula.paint(painter, line.baseline);
    if (hasFocus() && m_current < symbolCount()) {
        paintFocusRing(painter, haloOf(m_symbols[m_current].box), theme, 4);
    }
}

void EquationsView::paintHalos(QPainter &painter) const
{
    painter.setPen(themeOf(this).highlight);
    painter.setBrush(themeOf(this).glow);
    for (const SymbolMap::Spot &spot : m_symbols.spots())
        if (lightsUp(m_asked.circuit, m_document->hover(), spot.ref))
            painter.drawRoundedRect(haloOf(spot.box), 4, 4);
    painter.setBrush(Qt::NoBrush);
}

void EquationsView::resizeEvent(QResizeEvent *)
{
    m_otherRoom.ask();
}

void EquationsView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    m_known.clear();
    m_otherRoom.ask();
}

/// The press was ours, so the release is: it goes to no one below.
void EquationsView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

int EquationsView::spotAt(QPointF viewportPoint) const
{
    return m_symbols.at(viewportPoint - origin(), haloMargin);
}

QString EquationsView::textAt(QPointF viewportPoint) const
{
    for (const EquationLine &line : m_layout.lines) {
        QString text = line.formula.textAt(viewportPoint - origin() - line.baseline);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// −1: nothing. What another view touches meanwhile is not let go.
void EquationsView::touch(int spot)
{
    if (spot == m_touched)
        return;
    const bool ours = m_touched >= 0 && m_document->hover() == elementOf(m_asked.circuit, symbol(m_touched));
    m_touched = spot;
    viewport()->setCursor(spot < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (spot >= 0)
        m_document->setHover(elementOf(m_asked.circuit, symbol(spot)));
    else if (ours)
        m_document->setHover({});
}

void EquationsView::mouseMoveEvent(QMouseEvent *event)
{
    touch(spotAt(event->position()));
}

void EquationsView::mousePressEvent(QMouseEvent *event)
{
    const int spot = spotAt(event->position());
    if (event->button() != Qt::LeftButton || spot < 0)
        return;
    event->accept();
    m_current = spot;
    m_document->select(elementOf(m_asked.circuit, symbol(spot)));
}

bool EquationsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        touch(-1);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int spot = spotAt(help->pos());
    const QString text = spot < 0 ? toolTip() : descriptionOf(m_asked.circuit, symbol(spot));
    const QRect area = spot < 0 ? QRect() : haloOf(symbolBox(spot)).toAlignedRect();
    QToolTip::showText(help->globalPos(), text, viewport(), area);
    return true;
}

bool EquationsView::event(QEvent *event)
{
    // While the keys are here the arrows move over symbols, whatever the window uses them for.
    if (event->type() == QEvent::ShortcutOverride && isOurKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void EquationsView::keyPressEvent(QKeyEvent *event)
{
    if (symbolCount() == 0 || !isOurKey(event->key())) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(m_symbols.along(m_current, -1));
    case Qt::Key_Right: return moveTo(m_symbols.along(m_current, 1));
    case Qt::Key_Up: return moveTo(m_symbols.across(m_current, -1));
    case Qt::Key_Down: return moveTo(m_symbols.across(m_current, 1));
    default: m_document->select(elementOf(m_asked.circuit, symbol(m_current)));
    }
}

void EquationsView::moveTo(int spot)
{
    m_current = spot;
    const QRectF box = haloOf(symbolBox(spot));
    const auto show = [](QScrollBar *bar, double low, double high, int page) {
        if (low < 0)
            bar->setValue(bar->value() + static_cast<int>(std::floor(low)));
        else if (high > page)
            bar->setValue(bar->value() + static_cast<int>(std::ceil(high - page)));
    };
    show(verticalScrollBar(), box.top(), box.bottom(), viewport()->height());
    show(horizontalScrollBar(), box.left(), box.right(), viewport()->width());
    touch(spot);
    setAccessibleName(tr("Equations: %1").arg(descriptionOf(m_asked.circuit, symbol(spot))));
    viewport()->update();
}

void EquationsView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (symbolCount() > 0)
        moveTo(m_current);
}

void EquationsView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    touch(-1);
    setAccessibleName(tr("Equations"));
    viewport()->update();
}

} // namespace unfold
