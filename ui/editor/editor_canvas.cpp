#include "ui/editor/editor_canvas.h"

#include "core/circuit/edit_circuit.h"
#include "ui/diagram/folded_picture.h"
#include "ui/editor/editor_words.h"
#include "ui/editor/refused_picture.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double inside = 0.55; ///< of a node's radius: here it is moved, further out it is connected
constexpr double reach = 5; ///< px beyond the rim that still belong to it
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
    m_layout = isVisible() ? layOutFolded(m_drawn) : FoldedLayout();
    if (m_held >= static_cast<int>(m_editor->circuit().nodes.size()))
        letGo();
    showSelection();
    update();
}

void EditorCanvas::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    rebuild(); // nothing is laid out while it is not seen
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

Subject EditorCanvas::selected() const
{
    const auto [node, term] = m_editor->selection();
    return node < 0 ? Subject{} : term < 0 ? Subject::ofNode(node) : Subject::ofEdge(node, term);
}

void EditorCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Circuit &circuit = m_editor->circuit();
    paintFolded(painter, theme, m_labels, circuit, m_layout, selected(), {});
    paintRefusedLoop(painter, theme, m_labels, circuit, m_layout, m_editor->loop());
    paintHand(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.cursorLine, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
    }
}

/// What is being done: a node on its way, or an arrow that is looking for its target.
void EditorCanvas::paintHand(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setPen(QPen(theme.cursorLine, 2 * Metrics::unit(), Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    const double r = m_layout.radius;
    if (m_hand == Hand::Moving)
        painter.drawEllipse(PlaceMap(m_editor->circuit(), m_layout).at(droppedAt(m_point)), r, r);
    if (m_hand != Hand::Connecting)
        return;
    const QPointF from = shapeOf(m_held).disc.centre;
    const QPointF to = m_aim >= 0 ? shapeOf(m_aim).disc.centre : m_point;
    for (const int node : {m_held, m_aim})
        if (node >= 0)
            painter.drawEllipse(shapeOf(node).disc.centre, r + 4, r + 4);
    const double length = distance(from, to);
    if (length > r)
        painter.drawLine(from + (to - from) * (r / length), m_aim >= 0 ? to - (to - from) * (r / length) : to);
}

// -- finding
// -----------------------------------------------------------------------------------------------------------

const NodeShape &EditorCanvas::shapeOf(int node) const
{
    const auto found = std::find_if(m_layout.nodes.begin(), m_layout.nodes.end(),
        [&](const NodeShape &shape) { return shape.subject == Subject::ofNode(node); });
    return *found; // opened, every node is drawn
}

int EditorCanvas::nodeUnder(QPointF point, double beyond) const
{
    for (const NodeShape &shape : m_layout.nodes)
        if (shape.kind == NodeShape::Kind::Node && distance(shape.disc.centre, point) <= shape.disc.radius + beyond)
            return shape.subject.node;
    return -1;
}

bool EditorCanvas::onRim(QPointF point, int node) const
{
    return distance(shapeOf(node).disc.centre, point) > inside * m_layout.radius;
}

Place EditorCanvas::droppedAt(QPointF point) const
{
    const Circuit &circuit = m_editor->circuit();
    const QPointF inSight(std::clamp(point.x(), 0.0, double(width())), std::clamp(point.y(), 0.0, double(height())));
    const Place wanted = PlaceMap(circuit, m_layout).at(inSight - m_pressed + shapeOf(m_held).disc.centre);
    return *withPlace(circuit, m_held, wanted, drawnPlacesOf(circuit)).nodes[static_cast<size_t>(m_held)].place;
}

void EditorCanvas::selectAt(QPointF point)
{
    const Subject subject = m_layout.hit(point);
    if (subject.kind == Subject::Kind::Parameter)
        return m_editor->select(readerOf(m_editor->circuit(), subject.parameter));
    if (subject.kind == Subject::Kind::Node || subject.kind == Subject::Kind::Edge)
        return m_editor->select({subject.node, subject.kind == Subject::Kind::Edge ? subject.term : -1});
    m_editor->select({});
}

// -- the mouse
// ---------------------------------------------------------------------------------------------------------

void EditorCanvas::letGo()
{
    m_hand = Hand::Free;
    m_held = m_aim = -1;
    unsetCursor();
    update();
}

void EditorCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_point = event->position();
    const int node = nodeUnder(m_point, reach);
    if (m_hand == Hand::Connecting) { // begun with the key: a click chooses the target
        node >= 0 ? connectTo(node) : letGo();
        return;
    }
    if (node < 0)
        return selectAt(m_point);
    m_editor->select({node, -1});
    m_held = node;
    m_fromRim = onRim(m_point, node);
    m_hand = Hand::Pressed;
}

void EditorCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_point = event->position();
    const int node = nodeUnder(m_point, reach);
    if (m_hand == Hand::Pressed && m_fromRim && node != m_held)
        m_hand = Hand::Connecting; // out of the node; back into it makes a loop
    if (m_hand == Hand::Pressed && !m_fromRim && distance(m_point, m_pressed) >= QApplication::startDragDistance())
        m_hand = Hand::Moving;
    if (m_hand == Hand::Free) {
        if (node >= 0)
            setCursor(onRim(m_point, node) ? Qt::CrossCursor : Qt::OpenHandCursor);
        else
            unsetCursor();
        return;
    }
    if (m_hand == Hand::Connecting)
        m_aim = node;
    update();
}

void EditorCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_point = event->position();
    if (m_hand == Hand::Moving) {
        const int node = m_held;
        const Place place = droppedAt(m_point);
        const std::vector<Place> places = drawnPlacesOf(m_editor->circuit());
        letGo();
        m_editor->change([&](const Circuit &c) { return withPlace(c, node, place, places); },
            tr("move %1").arg(QString::fromStdString(m_editor->circuit().nodes[static_cast<size_t>(node)].name)));
    } else if (m_hand == Hand::Connecting && m_pressed != m_point) {
        const int target = nodeUnder(m_point, reach);
        target >= 0 ? connectTo(target) : letGo();
    } else if (m_hand == Hand::Pressed) {
        letGo();
    }
}

void EditorCanvas::connectTo(int node)
{
    const int source = m_held;
    letGo();
    m_editor->addTerm(node, source);
}

// -- the keys
// ----------------------------------------------------------------------------------------------------------

void EditorCanvas::startConnecting()
{
    if (m_editor->selection().node < 0 || !isVisible()) // the column may be closed
        return;
    m_hand = Hand::Connecting;
    m_held = m_editor->selection().node;
    m_aim = m_held;
    m_pressed = m_point = shapeOf(m_held).disc.centre;
    setFocus();
    update();
}

/// To the next thing: a node, its terms, the next node; while connecting, from node to node.
void EditorCanvas::walk(int by)
{
    const int nodes = static_cast<int>(m_editor->circuit().nodes.size());
    if (m_hand == Hand::Connecting) {
        m_aim = (std::max(m_aim, 0) + by + nodes) % nodes;
        return update();
    }
    std::vector<EditSelection> things;
    for (int n = 0; n < nodes; ++n)
        for (int k = -1; k < static_cast<int>(m_editor->circuit().nodes[static_cast<size_t>(n)].terms.size()); ++k)
            things.push_back({n, k});
    const auto here = std::find(things.begin(), things.end(), m_editor->selection());
    const int count = static_cast<int>(things.size());
    const int at = here == things.end() ? (by > 0 ? -1 : count) : static_cast<int>(here - things.begin());
    m_editor->select(things[static_cast<size_t>((at + by + count) % count)]);
}

void EditorCanvas::moveSelected(double lanes, double columns)
{
    const int node = m_editor->selection().node;
    if (node < 0)
        return;
    const std::vector<Place> places = drawnPlacesOf(m_editor->circuit());
    const Place &now = places[static_cast<size_t>(node)];
    m_editor->change(
        [&](const Circuit &c) {
            return withPlace(c, node, {now.lane + lanes, now.column + columns}, places);
        },
        tr("move %1").arg(QString::fromStdString(m_editor->selectedNode()->name)), moveMergeId);
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
        return ours([&] { m_hand == Hand::Connecting &&m_aim >= 0 ? connectTo(m_aim) : emit fieldsWanted(); });
    case Qt::Key_Escape: return m_hand != Hand::Free && ours([&] { letGo(); });
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
        QToolTip::showText(help->globalPos(), canvasToolTip(m_editor->circuit(), m_layout.hit(help->pos())), this);
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
    if (m_hand == Hand::Connecting)
        letGo();
    update();
}

} // namespace unfold
