#pragma once
// The gradient norm over (step × gain): a row per gain of the slider's range, the largest at the top. It is computed in
// the background while it is looked at, and does not depend on the present gain, which a click or a drag in it sets.
#include "ui/timeline/map/background_sweep.h"
#include "ui/timeline/map/norm_section.h"

namespace unfold {

class Document;
class SweepOverlay;
struct Result;

class SweepView : public NormSection
{
    Q_OBJECT

public:
    /// document: outlives the view.
    explicit SweepView(Document *document, QWidget *parent = nullptr);
    ~SweepView() override;

    const BackgroundSweep &background() const { return m_background; }
    SweepOverlay *overlay() const { return m_overlay; }
    /// "37 of 86 gains"; empty: all of them are there.
    QString progress() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectToDocument();
    void adoptResult();
    QString reasonForNone() const;
    void showSweep();
    void showGain();
    void showProgress();
    void hold(bool held);
    void askAt(QPointF point);
    void touch(int row, int step);
    QString sentence(int row, int step) const;

    Document *m_document;
    SweepOverlay *m_overlay;
    QLabel *m_progress;
    std::shared_ptr<const Result> m_result; ///< of the sweep; its gain may be another than the present one
    std::vector<double> m_gains; ///< asked for
    std::optional<int> m_end; ///< the step that the border compares with
    bool m_held = false; ///< a mouse button drags the gain
    BackgroundSweep m_background; ///< last: it waits for its job before the rest goes
};

} // namespace unfold
