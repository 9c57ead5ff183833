#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace unfold {

void zoomText(int steps)
{
    QFont font = QApplication::font();
    font.setPixelSize(steps == 0 ? defaultTextPixels : std::clamp(font.pixelSize() + steps, 10, 28));
    QApplication::setFont(font);
    // Qt tells only the widgets whose font is the application's; those that show a factor of it must hear of it too.
    // Some make their children anew at this, so that a widget of the list may be gone when its turn comes.
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QPointer<QWidget> &widget : QList<QPointer<QWidget>>(widgets.begin(), widgets.end())) {
        QEvent event(QEvent::FontChange);
        if (widget)
            QApplication::sendEvent(widget, &event);
    }
}

} // namespace unfold
