#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QFont>
#include <QPointer>
#include <QSettings>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
constexpr QLatin1String textPixelsKey("view/textPixels");

/// Qt tells the widgets of a window that has been shown, where their font is the application's. Those that show a
/// factor of it must hear of it too.
bool hearsOfFont(const QWidget *widget)
{
    return !widget->testAttribute(Qt::WA_SetFont) && widget->window()->windowHandle();
}

/// Before anything is painted, not in between. A layout may ask that around it to be done again.
void layOutEverything()
{
    constexpr int depth = 10; ///< layouts in one another
    for (int i = 0; i < depth; ++i)
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}
} // namespace

void setTextPixels(int pixels)
{
    QFont font = QApplication::font();
    if (font.pixelSize() == pixels)
        return;
    font.setPixelSize(pixels);
    QApplication::setFont(font);
    QToolTip::setFont(font); // has a font of its own
    // Some make their children anew at this, so that a widget of the list may be gone when its turn comes.
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QPointer<QWidget> &widget : QList<QPointer<QWidget>>(widgets.begin(), widgets.end())) {
        QEvent event(QEvent::FontChange);
        if (widget && !hearsOfFont(widget))
            QApplication::sendEvent(widget, &event);
    }
    // Else in an event of its own, and what is laid out until then would be so for the former font.
    QApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        QEvent event(textResized());
        QApplication::sendEvent(window, &event);
    }
    layOutEverything();
}

QEvent::Type textResized()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

TextZoom::TextZoom(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    bool ok = false;
    const int remembered = settings->value(textPixelsKey).toInt(&ok);
    if (!ok || remembered < smallestText || remembered > largestText)
        return; // the text is as large as the application has it
    m_pixels = remembered;
    apply();
}

void TextZoom::zoom(int steps)
{
    m_pixels = steps == 0 ? defaultTextPixels : std::clamp(m_pixels + steps, smallestText, largestText);
    m_settings->setValue(textPixelsKey, m_pixels);
    apply();
}

void TextZoom::magnify(double factor, int most)
{
    m_factor = factor;
    m_most = most;
    apply();
}

void TextZoom::restore()
{
    magnify(1, largestText);
}

void TextZoom::apply() const
{
    setTextPixels(std::min(static_cast<int>(std::lround(m_pixels * m_factor)), m_most));
}

} // namespace unfold
