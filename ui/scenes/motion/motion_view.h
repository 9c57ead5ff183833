#pragma once
// The drawing that unfolds: the present circuit at one phase of the motion.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/scenes/motion/motion_scene.h"

#include <QWidget>

namespace unfold {

class Document;

class MotionView : public QWidget
{
    Q_OBJECT

public:
    explicit MotionView(Document *document, QWidget *parent = nullptr);

    double phase() const { return m_phase; }
    void setPhase(double phase);
    const MotionScene &scene();
    /// The shapes as drawn.
    const MotionFrame &frame();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void sceneChanged(); ///< another circuit, or another number of steps

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void outdate();
    void renew();

    Document *m_document;
    DiagramLabels m_labels;
    MotionAsk m_asked;
    MotionScene m_scene;
    MotionFrame m_frame;
    double m_phase = 0;
    bool m_outdated = true;
};

} // namespace unfold
