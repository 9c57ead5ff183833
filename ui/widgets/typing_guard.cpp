#include "ui/widgets/typing_guard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

namespace unfold {
namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End
        || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

/// Whether the focused widget works with this key itself.
bool needs(const QWidget *widget, const QKeyEvent &event)
{
    if (takesText(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget))
        return true;
    if (qobject_cast<const QAbstractButton *>(widget))
        return event.key() == Qt::Key_Space;
    return (qobject_cast<const QAbstractSlider *>(widget) || qobject_cast<const QTabBar *>(widget))
        && isArrow(event.key());
}

} // namespace

bool takesText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

TypingGuard::TypingGuard(const QList<QAction *> &actions, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    qApp->installEventFilter(this);
}

bool TypingGuard::isOurs(const QKeyEvent &event) const
{
    const QKeySequence keys(event.keyCombination());
    for (const QAction *action : m_actions)
        if (action->shortcuts().contains(keys))
            return true;
    return false;
}

bool TypingGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!widget || widget != QApplication::focusWidget() || !isOurs(*key) || !needs(widget, *key))
        return false;
    event->accept(); // the widget gets the key, not the action
    return true;
}

} // namespace unfold
