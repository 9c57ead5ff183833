#include "ui/scenes/motion/motion_view.h"

#include "ui/diagram/shared/describe.h"
#include "ui/document/document.h"
#include "ui/scenes/motion/motion_picture.h"
#include "ui/style/theme.h"

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
    connect(document, &Document::resultChanged, this, &MotionView::outdate);
    connect(document, &Document::cellsOpenedChanged, this, &MotionView::outdate);
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
    renew();
    m_phase = phase;
    m_frame = m_scene.motion.at(phase);
    update();
}

const MotionScene &MotionView::scene()
{
    renew();
    return m_scene;
}

const MotionFrame &MotionView::frame()
{
    renew();
    return m_frame;
}

void MotionView::outdate()
{
    m_outdated = true;
    update();
}

/// Nothing is laid out while nobody looks, and once where size and text change together.
void MotionView::renew()
{
    if (!m_outdated || !isVisible() || size().isEmpty())
        return;
    m_outdated = false;
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
    outdate();
    renew(); // what stands beside it is written before the first picture
}

void MotionView::resizeEvent(QResizeEvent *)
{
    outdate();
}

void MotionView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_labels.clear();
        updateGeometry();
        outdate();
    }
}

void MotionView::paintEvent(QPaintEvent *)
{
    renew();
    QPainter painter(this);
    paintMotion(painter, themeOf(this), m_labels, m_scene, m_frame);
}

} // namespace unfold
