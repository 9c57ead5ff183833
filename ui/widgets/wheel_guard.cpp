#include "ui/widgets/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace unfold {
namespace {

class WheelGuard : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *control = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !control || control->hasFocus())
            return false;
        event->ignore(); // on to the page
        return true;
    }
};

} // namespace

void keepWheelForScrolling(QWidget *control)
{
    if (control->focusPolicy() == Qt::WheelFocus)
        control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(new WheelGuard(control));
}

} // namespace unfold
