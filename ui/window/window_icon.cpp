#include "ui/window/window_icon.h"

namespace unfold {

QIcon windowIcon()
{
    // Pictures of a fixed size, not the SVG beside them: QIcon reads that through a plugin which may not be installed.
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 128, 256})
        icon.addFile(QStringLiteral(":/icons/unfold-%1.png").arg(size), QSize(size, size));
    return icon;
}

} // namespace unfold
