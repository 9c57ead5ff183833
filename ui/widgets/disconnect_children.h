#pragma once
// The end of a panel with fields.
class QWidget;

namespace unfold {

/// Cuts every connection from the children of a panel to the panel itself; for its destructor. A field that has the
/// focus while its window is destroyed still says that editing is finished, and there is nobody left to hear it.
void disconnectChildren(QWidget *panel);

/// Whether the window of a field is closed or being destroyed. The field that had the focus then says that editing is
/// finished, while its panel is still there to hear it: what was half typed is no edit, and nobody would be asked
/// whether to save it.
bool windowHasGone(const QWidget *field);

} // namespace unfold
