#pragma once
// The icon of the window and the task bar.
#include <QIcon>

namespace unfold {

/// The program's icon in the sizes that desktops ask for. The fonts' loadFonts() has to have run: it brings the
/// resources.
QIcon windowIcon();

} // namespace unfold
