#include "ui/diagram/folded_view.h"

#include "ui/diagram/describe.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/document/document.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace unfold {
namespace {

std::optional<LossPlace> lossPlaceOf(const Result &result)
{
    const std::optional<Loss> &loss = result.experiment.loss;
    if (!loss)
        return std::nullopt;
    return LossPlace{result.circuit().indexOf(loss->source), loss->at};
}

/// Without the step: in the folded circuit all steps are one.
Subject timeless(Subject subject)
{
    subject.step = 0;
    return subject;
}

bool litSquare(const Circuit &circuit, const Subject &touched, const DelaySquare &square)
{
    return std::any_of(square.carries.begin(), square.carries.end(),
                       [&](const Subject &s) { return lightsUp(circuit, touched, s); });
}

} // namespace

FoldedView::FoldedView(Document *document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Circuit"));
    connectDocument();
    showResult();
}

void FoldedView::connectDocument()
{
    connect(m_document, &Document::resultChanged, this, &FoldedView::showResult);
    connect(m_document, &Document::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(m_document, &Document::cursorChanged, this, qOverload<>(&QWidget::update));
}

QSize FoldedView::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {20 * em, 23 * em};
}

QSize FoldedView::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {14 * em, 12 * em};
}

void FoldedView::showResult()
{
    const auto result = m_document->result();
    const auto loss = lossPlaceOf(*result);
    const bool sameLoss = loss.has_value() == m_input.loss.has_value()
        && (!loss || (loss->source == m_input.loss->source && loss->at == m_input.loss->at));
    if (sameLoss && result->circuit() == m_input.circuit && !m_layout.nodes.empty())
        return; // a dragged gain changes numbers, not the picture
    m_input.circuit = result->circuit();
    m_input.loss = loss;
    QStringList names;
    for (const Node &node : m_input.circuit.nodes)
        names << QString::fromStdString(node.name);
    setAccessibleDescription(tr("The folded circuit with the nodes %1. A black square is a delay of one step.")
                                 .arg(names.join(QStringLiteral(", "))));
    rebuild();
}

void FoldedView::rebuild()
{
    m_input.size = size();
    m_input.fonts = diagramFonts(m_labels);
    m_layout = layOutFolded(m_input);
    update();
}

void FoldedView::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void FoldedView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        m_labels.clear();
        updateGeometry();
        rebuild();
    }
}

void FoldedView::paintEvent(QPaintEvent *)
{
    QPainter device(this);
    device.setRenderHint(QPainter::Antialiasing);
    const Circuit &circuit = m_input.circuit;
    DiagramPainter painter(device, themeOf(this), circuit, m_labels);
    const Subject hover = timeless(m_document->hover());
    const Subject selected = hasFocus() ? timeless(m_document->cursor().selection) : Subject{};
    for (const EdgeShape &edge : m_layout.edges)
        if (lit(circuit, hover, edge))
            painter.edgeHalo(edge);
    for (const NodeShape &node : m_layout.nodes)
        if (lit(circuit, hover, node) || lit(circuit, selected, node))
            painter.nodeHalo(node);
    for (const EdgeShape &edge : m_layout.edges)
        painter.edge(edge, painter.lookOf(edge));
    for (const DelaySquare &square : m_layout.squares)
        painter.square(square, litSquare(circuit, hover, square));
    for (const GateDot &gate : m_layout.gates)
        painter.gate(gate.disc, {themeOf(this).nodeLine, 1.3 * m_input.fonts.unit, Qt::SolidLine},
                     lightsUp(circuit, hover, gate.subject));
    for (const NodeShape &node : m_layout.nodes)
        painter.node(node, painter.lookOf(node), {});
    for (const LabelShape &label : m_layout.labels)
        painter.label(label, label.kind == LabelShape::Kind::Parameter && lightsUp(circuit, hover, label.subject));
}

void FoldedView::mouseMoveEvent(QMouseEvent *event)
{
    m_document->setHover(m_layout.hit(event->position()));
}

void FoldedView::leaveEvent(QEvent *)
{
    m_document->setHover({});
}

void FoldedView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        touch(m_layout.hit(event->position()));
}

/// A node or the loss is opened at the cursor's step.
void FoldedView::touch(const Subject &subject)
{
    if (subject.kind == Subject::Kind::None)
        return;
    Subject chosen = subject;
    if (subject.kind != Subject::Kind::Parameter)
        chosen.step = m_document->cursor().step;
    m_document->select(chosen);
}

/// Up and Down walk through the nodes from the inputs to the loss.
void FoldedView::keyPressEvent(QKeyEvent *event)
{
    const int move = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (move == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int next = neighbourNode(m_layout.nodes, timeless(m_document->cursor().selection), move);
    if (next >= 0)
        touch(m_layout.nodes[static_cast<size_t>(next)].subject);
}

bool FoldedView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Subject subject = m_layout.hit(help->pos());
    const QString text = describe(*m_document->result(), m_document->cursor(), subject);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace unfold
