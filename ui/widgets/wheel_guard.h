#pragma once
// Wheel events over controls on a page that scrolls.
class QWidget;

namespace unfold {

/// A control on a page that scrolls: the wheel scrolls the page unless the control has the focus, so that nothing is
/// changed in passing.
void keepWheelForScrolling(QWidget *control);

} // namespace unfold
