#include "ui/accessibility/screen_reader_tool_tips.h"

#include <QApplication>
#include <QEvent>
#include <QTextDocumentFragment>
#include <QWidget>

namespace unfold {
namespace {
constexpr char spokenProperty[] = "spokenToolTip"; // tells what stands here from what a widget says of itself
}

ScreenReaderToolTips::ScreenReaderToolTips(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ScreenReaderToolTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::ToolTipChange || !widget)
        return false;
    if (widget->accessibleDescription() != widget->property(spokenProperty).toString())
        return false;
    const QString tip = widget->toolTip();
    const QString plain = Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
    widget->setProperty(spokenProperty, plain);
    widget->setAccessibleDescription(plain);
    return false;
}

} // namespace unfold
