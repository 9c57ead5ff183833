#include "ui/motion/motion_view.h"

#include "ui/diagram/describe.h"
#include "ui/document/document.h"
#include "ui/motion/motion_picture.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

namespace unfold {

MotionView::MotionView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    setAccessibleName(tr("The circuit as it unfolds"));
    setToolTip(tr("<p>One circuit, drawn once, becomes one copy for every step. A copy of a weight keeps its colour: "
                  "it is the same matrix at every step.</p>"));
    connect(document, &Document::resultChanged, this, &MotionView::rebuild);
    connect(document, &Document::cellsOpenedChanged, this, &MotionView::rebuild);
}

QSize MotionView::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {60 * em, 26 * em};
}

QSize MotionView::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {26 * em, 8 * em};
}

void MotionView::setPhase(double phase)
{
    m_phase = phase;
    m_frame = m_scene.motion.at(phase);
    update();
}

/// Nothing is laid out while nobody looks.
void MotionView::rebuild()
{
    if (!isVisible() || size().isEmpty())
        return;
    const auto result = m_document->result();
    const MotionAsk ask{result->circuit(), lossPlaceOf(*result), result->steps(), QSizeF(size()),
        diagramFonts(m_labels), m_document->cellsOpened()};
    if (ask == m_asked)
        return; // a dragged gain changes numbers, not the picture
    m_asked = ask;
    m_scene = sceneOf(ask);
    setPhase(m_phase);
    emit sceneChanged();
}

void MotionView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    rebuild();
}

void MotionView::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void MotionView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_labels.clear();
        updateGeometry();
        rebuild();
    }
}

void MotionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMotion(painter, themeOf(this), m_labels, m_scene, m_frame);
}

} // namespace unfold
