#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QFont>

#include <algorithm>

namespace unfold {

void zoomText(int steps)
{
    QFont font = QApplication::font();
    font.setPixelSize(steps == 0 ? defaultTextPixels : std::clamp(font.pixelSize() + steps, 10, 28));
    QApplication::setFont(font);
}

} // namespace unfold
