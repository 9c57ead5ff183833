#include "ui/diagram/folded/folded_view.h"

#include "ui/accessibility/keyboard_navigator.h"
#include "ui/diagram/folded/folded_picture.h"
#include "ui/diagram/folded/folded_walk.h"
#include "ui/diagram/shared/describe.h"
#include "ui/document/document.h"
#include "ui/formula/node_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace unfold {
namespace {

/// Without the step: in the folded circuit all steps are one.
ElementRef timeless(ElementRef element)
{
    element.step = 0;
    return element;
}

} // namespace

FoldedView::FoldedView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_walk(std::make_unique<FoldedWalk>(document, this))
    , m_navigator(std::make_unique<KeyboardNavigator>(m_walk.get(), document, this))
{
    setMouseTracking(true);
    connectDocument();
    showResult();
    setAccessibleName(tr("Circuit"));
}

FoldedView::~FoldedView() = default;

void FoldedView::connectDocument()
{
    connect(m_document, &Document::resultChanged, this, &FoldedView::showResult);
    connect(m_document, &Document::cellsOpenedChanged, this, &FoldedView::rebuild);
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
    if (loss == m_input.loss && result->circuit() == m_input.circuit)
        return; // a dragged gain changes numbers, not the picture
    m_input.circuit = result->circuit();
    m_input.loss = loss;
    QStringList names;
    for (int node = 0; node < static_cast<int>(m_input.circuit.nodes.size()); ++node)
        names << nodeText(m_input.circuit, node);
    setAccessibleDescription(tr("The folded circuit with the nodes %1. A square is a delay of one step.")
                                 .arg(names.join(QStringLiteral(", "))));
    rebuild();
}

void FoldedView::rebuild()
{
    m_input.size = size();
    m_input.fonts = diagramFonts(m_labels);
    m_input.opened = m_document->cellsOpened();
    m_layout.reset();
    update();
}

const FoldedLayout &FoldedView::layoutShapes() const
{
    if (!m_layout)
        m_layout = layOutFolded(m_input);
    return *m_layout;
}

void FoldedView::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void FoldedView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_labels.clear();
        updateGeometry();
        rebuild();
    }
}

void FoldedView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ElementRef selected
        = hasFocus() && !m_navigator->walking() ? timeless(m_document->cursor().selection) : ElementRef{};
    paintFolded(
        painter, themeOf(this), m_labels, m_input.circuit, layoutShapes(), timeless(m_document->hover()), selected);
}

void FoldedView::mouseMoveEvent(QMouseEvent *event)
{
    m_document->setHover(layoutShapes().hit(event->position()));
}

void FoldedView::leaveEvent(QEvent *)
{
    m_document->setHover({});
}

void FoldedView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        touch(layoutShapes().hit(event->position()));
}

/// A node or the loss is opened at the cursor's step; empty space lets go of what is pinned or opened.
void FoldedView::touch(const ElementRef &element)
{
    if (element.kind == ElementRef::Kind::None)
        return m_document->release();
    ElementRef chosen = element;
    if (element.kind != ElementRef::Kind::Parameter)
        chosen.step = m_document->cursor().step;
    m_document->select(chosen);
}

bool FoldedView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ElementRef element = layoutShapes().hit(help->pos());
    const QString text = describe(*m_document->result(), m_document->cursor(), element);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace unfold
