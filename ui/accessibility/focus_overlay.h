#pragma once
// The ring around a view that has the focus and around the thing in it that the keys stand at, above everything that
// the view paints.
#include <QFocusFrame>

namespace unfold {

class KeyboardNavigator;

class FocusOverlay : public QFocusFrame // assistive technology passes over a QFocusFrame
{
    Q_OBJECT

public:
    /// Covers navigator.view(); hidden at first.
    explicit FocusOverlay(const KeyboardNavigator *navigator);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const KeyboardNavigator *m_navigator;
};

} // namespace unfold
