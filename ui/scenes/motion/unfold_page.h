#pragma once
// Unfolding as motion, on its page: the drawing, under it the formula that unfolds with it, and the scrubber.
#include <QObject>

class QAction;
class QStackedWidget;
class QWidget;

namespace unfold {

class Document;
class FormulaStrip;
class MotionView;
class AnimationPage;

/// The small button above the folded circuit that triggers the action.
QWidget *makeUnfoldButton(QAction *action);

class UnfoldPage : public QObject
{
    Q_OBJECT

public:
    static constexpr int milliseconds = 14000; ///< of one run: time to talk along

    /// document and pages outlive it; it goes with `pages`.
    UnfoldPage(Document *document, QStackedWidget *pages);

    AnimationPage *page() const { return m_page; }
    MotionView *view() const { return m_view; }
    FormulaStrip *formula() const { return m_formula; }

private:
    void showScene();
    void showPhase(double phase);
    QString captionAt(double phase) const;
    QString howMany() const; ///< steps

    Document *m_document;
    MotionView *m_view;
    FormulaStrip *m_formula;
    AnimationPage *m_page;
};

} // namespace unfold
