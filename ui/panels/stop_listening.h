#pragma once
// The end of a panel with fields.
class QWidget;

namespace unfold {

/// Cuts every connection from the children of a panel to the panel itself; for its destructor. A field that has the
/// focus while its window is destroyed still says that editing is finished, and there is nobody left to hear it.
void stopListening(QWidget *panel);

} // namespace unfold
