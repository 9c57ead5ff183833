#include "ui/editor/editor_canvas.h"

#include "core/circuit/edit_circuit.h"
#include "ui/diagram/folded/folded_picture.h"
#include "ui/editor/canvas_things.h"
#include "ui/editor/editor_words.h"
#include "ui/editor/place_map.h"
#include "ui/editor/refused_picture.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace unfold {
namespace {

using Does = Hand::Does;
constexpr int moveMergeId = 40;

} // namespace

EditorCanvas::EditorCanvas(CircuitEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
{
    setObjectName(QStringLiteral("editorCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Circuit, being edited"));
    setProperty("term", "circuit");
    connect(editor, &CircuitEditor::changed, this, &EditorCanvas::showEditor);
    rebuild();
}

QSize EditorCanvas::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {20 * em, 23 * em};
}

QSize EditorCanvas::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {14 * em, 18 * em}; // lower, nodes are too small to take hold of
}

/// A selection changes what lights up, not the drawing.
void EditorCanvas::showEditor()
{
    if (m_drawn.circuit != m_editor->circuit() || m_drawn.loss != m_editor->lossPlace())
        rebuild();
    showSelection();
    update();
}

void EditorCanvas::rebuild()
{
    m_drawn = {m_editor->circuit(), m_editor->lossPlace(), size(), diagramFonts(m_labels), true};
    m_layout.reset();
    if (m_hand.held >= static_cast<int>(m_editor->circuit().nodes.size()))
        letGo();
    showSelection();
    update();
}

const FoldedLayout &EditorCanvas::layoutShapes() const
{
    if (!m_layout)
        m_layout = layOutFolded(m_drawn);
    return *m_layout;
}

void EditorCanvas::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    letGo();
}

/// Assistive technology hears what is in hand.
void EditorCanvas::showSelection()
{
    const QString fault = m_editor->fault();
    const QString words = describeSelection(m_editor->circuit(), m_editor->selection());
    setAccessibleDescription(fault.isEmpty() ? words : fault + u' ' + words);
}

void EditorCanvas::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void EditorCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_labels.clear();
    updateGeometry();
    rebuild();
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

ElementRef EditorCanvas::selected() const
{
    const auto [node, term] = m_editor->selection();
    return node < 0 ? ElementRef{} : term < 0 ? ElementRef::ofNode(node) : ElementRef::ofEdge(node, term);
}

void EditorCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Circuit &circuit = m_editor->circuit();
    paintFolded(painter, theme, m_labels, circuit, layoutShapes(), selected(), {});
    paintRefusedLoop(painter, theme, m_labels, circuit, layoutShapes(), m_editor->loop());
    paintHand(painter, theme, circuit, layoutShapes(), m_hand, size());
    if (hasFocus()) {
        painter.setPen(QPen(theme.cursorLine, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
    }
}

// -- the mouse
// ---------------------------------------------------------------------------------------------------------

void EditorCanvas::letGo()
{
    m_hand.does = Does::Nothing;
    m_hand.held = m_hand.aim = -1;
    unsetCursor();
    update();
}

void EditorCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_hand.pressed = m_hand.point = event->position();
    const int node = nodeUnder(layoutShapes(), m_hand.point);
    if (m_hand.does == Does::Connecting) { // begun with the key: a click chooses the target
        node >= 0 ? connectTo(node) : letGo();
        return;
    }
    if (node < 0)
        return m_editor->select(thingAt(m_editor->circuit(), layoutShapes(), m_hand.point));
    m_editor->select({node, -1});
    m_hand.held = node;
    m_hand.fromRim = onRim(layoutShapes(), m_hand.point, node);
    m_hand.does = Does::Pressed;
}

void EditorCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_hand.point = event->position();
    const int node = nodeUnder(layoutShapes(), m_hand.point);
    if (m_hand.does == Does::Pressed && m_hand.fromRim && node != m_hand.held)
        m_hand.does = Does::Connecting; // out of the node; back into it makes a loop
    if (m_hand.does == Does::Pressed && !m_hand.fromRim
        && distance(m_hand.point, m_hand.pressed) >= QApplication::startDragDistance())
        m_hand.does = Does::Moving;
    if (m_hand.does == Does::Nothing) {
        if (node >= 0)
            setCursor(onRim(layoutShapes(), m_hand.point, node) ? Qt::CrossCursor : Qt::OpenHandCursor);
        else
            unsetCursor();
        return;
    }
    if (m_hand.does == Does::Connecting)
        m_hand.aim = node;
    update();
}

void EditorCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_hand.point = event->position();
    if (m_hand.does == Does::Moving) {
        const int node = m_hand.held;
        const Place place = droppedAt(m_editor->circuit(), layoutShapes(), m_hand, size());
        letGo();
        moveTo(node, place, -1);
    } else if (m_hand.does == Does::Connecting && m_hand.pressed != m_hand.point) {
        const int target = nodeUnder(layoutShapes(), m_hand.point);
        target >= 0 ? connectTo(target) : letGo();
    } else if (m_hand.does == Does::Pressed) {
        letGo();
    }
}

void EditorCanvas::connectTo(int node)
{
    const int source = m_hand.held;
    letGo();
    m_editor->addTerm(node, source);
}

// -- the keys
// ----------------------------------------------------------------------------------------------------------

void EditorCanvas::startConnecting()
{
    if (m_editor->selection().node < 0 || !isVisible()) // the column may be closed
        return;
    m_hand.does = Does::Connecting;
    m_hand.held = m_editor->selection().node;
    m_hand.aim = m_hand.held;
    m_hand.pressed = m_hand.point = shapeOf(layoutShapes(), m_hand.held).disc.centre;
    setFocus();
    update();
}

/// To the next thing: a node, its terms, the next node; while connecting, from node to node.
void EditorCanvas::walk(int by)
{
    if (m_hand.does != Does::Connecting)
        return m_editor->select(nextThing(m_editor->circuit(), m_editor->selection(), by));
    const int nodes = static_cast<int>(m_editor->circuit().nodes.size());
    m_hand.aim = (std::max(m_hand.aim, 0) + by + nodes) % nodes;
    update();
}

void EditorCanvas::moveTo(int node, Place place, int mergeId)
{
    const std::vector<Place> places = drawnPlacesOf(m_editor->circuit());
    m_editor->change([&](const Circuit &c) { return withPlace(c, node, place, places); },
        tr("move %1").arg(QString::fromStdString(m_editor->circuit().nodes[static_cast<size_t>(node)].name)), mergeId);
}

void EditorCanvas::moveSelected(double lanes, double columns)
{
    const int node = m_editor->selection().node;
    if (node < 0)
        return;
    const Place now = drawnPlacesOf(m_editor->circuit())[static_cast<size_t>(node)];
    moveTo(node, {now.lane + lanes, now.column + columns}, moveMergeId);
}

/// act: false only asks whether the key is ours.
bool EditorCanvas::handleKey(int key, Qt::KeyboardModifiers modifiers, bool act)
{
    const auto ours = [&](auto &&what) {
        if (act)
            what();
        return true;
    };
    if (modifiers == Qt::ShiftModifier) {
        switch (key) {
        case Qt::Key_Up: return ours([&] { moveSelected(0.5, 0); });
        case Qt::Key_Down: return ours([&] { moveSelected(-0.5, 0); });
        case Qt::Key_Left: return ours([&] { moveSelected(0, -0.5); });
        case Qt::Key_Right: return ours([&] { moveSelected(0, 0.5); });
        default: return false;
        }
    }
    if (modifiers & ~Qt::KeypadModifier)
        return false;
    switch (key) {
    case Qt::Key_Up: return ours([&] { walk(1); });
    case Qt::Key_Down: return ours([&] { walk(-1); });
    case Qt::Key_C: return ours([&] { startConnecting(); });
    case Qt::Key_I: return ours([&] { m_editor->addNode(Role::Input); });
    case Qt::Key_S: return ours([&] { m_editor->addNode(Role::State); });
    case Qt::Key_O: return ours([&] { m_editor->addNode(Role::Output); });
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return ours([&] { m_editor->removeSelected(); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return ours(
            [&] { m_hand.does == Does::Connecting &&m_hand.aim >= 0 ? connectTo(m_hand.aim) : emit fieldsWanted(); });
    case Qt::Key_Escape: return m_hand.does != Does::Nothing && ours([&] { letGo(); });
    default: return false;
    }
}

void EditorCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event->key(), event->modifiers(), true))
        QWidget::keyPressEvent(event);
}

bool EditorCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers(), false)) {
            key->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(
            help->globalPos(), canvasToolTip(m_editor->circuit(), layoutShapes().hit(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void EditorCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void EditorCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (m_hand.does == Does::Connecting)
        letGo();
    update();
}

} // namespace unfold
