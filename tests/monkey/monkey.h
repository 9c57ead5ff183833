#pragma once
// Plays with a window as a toddler would: seeded random clicks, drags, keys, wheels and words, wherever there is
// something to touch. Knows no part of the window by name: what is new in it is found by itself.
#include "tests/monkey/watch.h"

#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QSize>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>

class QDialog;
class QFileDialog;

namespace unfold::monkey {

class Monkey
{
public:
    /// folder: the only one whose files it opens and saves; `files` in it are worth opening.
    Monkey(QWidget *window, Watch &watch, const QString &folder, quint32 seed);

    /// Sends `count` events and closes what is open then. What opens later is closed as well.
    void play(long count);

private:
    void step();
    void doSomething(QWidget *top);
    void closeSomething();
    bool answerFileDialog();
    bool giveUpDialog();
    void comeBack();

    void click(QWidget *top);
    void press(QWidget *top);
    void move(QWidget *top);
    void wheel(QWidget *top);
    void key(QWidget *top);
    void shortcut(QWidget *top);
    void type(QWidget *top);
    void focus(QWidget *top);
    void contextMenu(QWidget *top);
    void trigger(QWidget *top);
    void resize(QWidget *top);
    void drop(QWidget *top);

    quint32 below(qsizetype count) { return count > 0 ? m_random.bounded(static_cast<quint32>(count)) : 0; }
    bool chance(double probability) { return m_random.generateDouble() < probability; }
    template <typename List> auto oneOf(const List &list) { return list[static_cast<int>(below(std::size(list)))]; }
    Qt::KeyboardModifiers modifiers();
    QWidget *widgetIn(QWidget *top, const std::function<bool(const QWidget *)> &wanted);
    QPoint pointIn(const QWidget *widget);
    QPoint placeIn(QWidget *top); ///< somewhere in one of the widgets of `top`, in its coordinates
    QPoint dragPlace(QWidget *top);
    void note(const QString &event);

    QPointer<QWidget> m_window;
    Watch &m_watch;
    QString m_folder;
    QSize m_defaultSize;
    QRandomGenerator m_random;
    QTimer m_timer;
    long m_left = 0; ///< events still to send
    Qt::MouseButton m_held = Qt::NoButton;
    QPointer<QWidget> m_dragged; ///< what was pressed
};

} // namespace unfold::monkey
