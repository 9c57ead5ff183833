#include "ui/accessibility/focus_overlay.h"

#include "ui/accessibility/keyboard_navigator.h"
#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace unfold {
namespace {
constexpr double apart = 4; ///< px between a thing and its ring
}

FocusOverlay::FocusOverlay(const KeyboardNavigator *navigator)
    : QFocusFrame(navigator->view())
    , m_navigator(navigator)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void FocusOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QRectF whole = QRectF(rect()).adjusted(1, 1, -1, -1);
    paintFocusRing(painter, whole, theme, Metrics::radius);
    const WalkPlace here = m_navigator->current();
    const QRectF thing = here.row < 0 ? QRectF() : m_navigator->what().rectAt(here);
    if (!thing.isEmpty())
        paintFocusRing(painter, thing.adjusted(-apart, -apart, apart, apart) & whole, theme);
}

} // namespace unfold
