#pragma once
// Work that a widget puts off while nobody looks at it.
#include <QEvent>
#include <QObject>
#include <QWidget>

#include <functional>
#include <utility>

namespace unfold {

/// Does `work` for its widget, which owns it, at once where the widget is visible, else when it is shown.
class WhenSeen : public QObject
{
public:
    WhenSeen(QWidget *widget, std::function<void()> work)
        : m_widget(widget)
        , m_work(std::move(work))
    {
        widget->installEventFilter(this);
    }

    void ask()
    {
        m_waiting = !m_widget->isVisible();
        if (!m_waiting)
            m_work();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show && m_waiting)
            ask();
        return false;
    }

private:
    QWidget *m_widget;
    std::function<void()> m_work;
    bool m_waiting = false;
};

} // namespace unfold
