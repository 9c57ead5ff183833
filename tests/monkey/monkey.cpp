#include "tests/monkey/monkey.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QShortcut>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>
#include <QWindow>

#include <array>

namespace unfold::monkey {
namespace {

struct Habit {
    double weight;
    void (Monkey::*act)(QWidget *);
};

/// As QTest does it, but without its processEvents(): what the event started happens between this event and the next.
void sendMouse(QWidget *top, QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons down,
    Qt::KeyboardModifiers held, QPoint place)
{
    static int time = 0;
    time += 10; // ms; two clicks in a row may be a double click
    QWindow *window = top->window()->windowHandle();
    if (!window)
        return;
    const QPoint inWindow = top->mapTo(top->window(), place);
    qt_handleMouseEvent(window, inWindow, window->mapToGlobal(inWindow), down, button, type, held, time);
}

/// The press may close the window for good: there is nothing to release then.
void sendKey(QWidget *top, Qt::Key key, Qt::KeyboardModifiers held)
{
    const QPointer<QWindow> window = top->window()->windowHandle();
    if (!window) // not shown yet, or no longer
        return;
    QTest::keyPress(window, key, held);
    if (window)
        QTest::keyRelease(window, key, held);
}

QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
    return QString::fromLatin1(widget->metaObject()->className()) + (name.isEmpty() ? QString() : u'(' + name + u')');
}

bool touchable(const QWidget *widget)
{
    return widget->isVisible() && widget->width() > 0 && widget->height() > 0;
}

const std::array<int, 26> keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End,
    Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,
    Qt::Key_Backtab, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_F1, Qt::Key_F5, Qt::Key_F8, Qt::Key_F9, Qt::Key_F11,
    Qt::Key_B, Qt::Key_F, Qt::Key_0, Qt::Key_Plus, Qt::Key_Minus};

const QStringList words{QStringLiteral("1.05"), QStringLiteral("-3"), QStringLiteral("0"), QStringLiteral("1e308"),
    QStringLiteral("-1e-320"), QStringLiteral("nan"), QStringLiteral("inf"), QStringLiteral("99999999999999999999"),
    QStringLiteral("18446744073709551615"), QStringLiteral("1,5"), QStringLiteral("hello world"),
    QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), QStringLiteral("\"'<b>&amp;%1"),
    QStringLiteral("über ß 😀 e\u0301 \u200d"), QStringLiteral("שלום"), QStringLiteral(" "), QStringLiteral("a\nb\tc")};

const QStringList fileNames{QStringLiteral("scene.unfold"), QStringLiteral("other.unfold"), QStringLiteral("table.csv"),
    QStringLiteral("broken.unfold"), QStringLiteral("broken.csv"), QStringLiteral("missing.unfold"),
    QStringLiteral("saved"), QStringLiteral("saved.unfold"), QStringLiteral("picture.png"),
    QStringLiteral("picture.svg"), QStringLiteral("picture.pdf"), QStringLiteral("numbers.csv")};

} // namespace

Monkey::Monkey(QWidget *window, Watch &watch, const QString &folder, quint32 seed)
    : m_window(window)
    , m_watch(watch)
    , m_folder(folder)
    , m_defaultSize(window->size())
    , m_random(seed)
{
    // Runs always: what opens a loop of its own may do so long after the event that led to it.
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
    m_timer.start(0);
}

void Monkey::play(long count)
{
    m_left = count;
    while (m_left > 0 || QApplication::activePopupWidget() || QApplication::activeModalWidget()) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    m_watch.end();
    comeBack();
}

void Monkey::step()
{
    // Whatever this event opens with a loop of its own, the monkey goes on playing inside it.
    QTimer inside;
    QObject::connect(&inside, &QTimer::timeout, &inside, [this] { step(); });
    inside.start(0);
    if (m_left <= 0)
        return closeSomething();
    --m_left;
    if (!m_window || !m_window->isVisible())
        comeBack();
    if (answerFileDialog() || giveUpDialog())
        return;
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *modal = QApplication::activeModalWidget();
    doSomething(popup ? popup : modal ? modal : m_window.data());
}

void Monkey::doSomething(QWidget *top)
{
    if (m_held != Qt::NoButton && chance(0.8))
        return chance(0.8) ? move(top) : press(top);
    static const std::array<Habit, 12> habits{{{24, &Monkey::click}, {8, &Monkey::press}, {16, &Monkey::move},
        {8, &Monkey::wheel}, {12, &Monkey::key}, {4, &Monkey::shortcut}, {8, &Monkey::type}, {4, &Monkey::focus},
        {1.5, &Monkey::contextMenu}, {1, &Monkey::trigger}, {1, &Monkey::resize}, {0.15, &Monkey::drop}}};
    double whole = 0;
    for (const Habit &habit : habits)
        whole += habit.weight;
    double at = m_random.generateDouble() * whole;
    for (const Habit &habit : habits)
        if ((at -= habit.weight) < 0)
            return (this->*habit.act)(top);
}

// -- what is open
// ------------------------------------------------------------------------------------------------------

void Monkey::closeSomething()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->reject();
    else if (QWidget *modal = QApplication::activeModalWidget())
        modal->close();
}

/// A file dialog is never played with: it could lead out of the folder.
bool Monkey::answerFileDialog()
{
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    if (!dialog)
        return false;
    const QString name = oneOf(fileNames);
    const bool accepted = chance(0.7);
    note(accepted ? QStringLiteral("file dialog: %1").arg(name) : QStringLiteral("file dialog: cancel"));
    dialog->setDirectory(m_folder);
    dialog->selectFile(QDir(m_folder).filePath(name));
    QDialog *base = dialog; // accept() is protected in a file dialog
    accepted ? base->accept() : base->reject();
    if (dialog->isVisible() && accepted && dialog == QApplication::activeModalWidget())
        base->reject(); // the file is missing
    return true;
}

bool Monkey::giveUpDialog()
{
    if (QApplication::activePopupWidget() && chance(0.1)) {
        note(QStringLiteral("close popup"));
        closeSomething();
        return true;
    }
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (!dialog || !chance(0.1))
        return false;
    const bool accepted = chance(0.4);
    note(QStringLiteral("%1 %2").arg(accepted ? QStringLiteral("accept") : QStringLiteral("reject"), nameOf(dialog)));
    accepted ? dialog->accept() : dialog->reject();
    return true;
}

/// The window was closed, or is in full screen for a while already.
void Monkey::comeBack()
{
    if (!m_window)
        Watch::fail("the window is gone");
    m_window->showNormal();
    m_window->resize(m_defaultSize);
    m_window->activateWindow();
}

// -- what it does
// ------------------------------------------------------------------------------------------------------

Qt::KeyboardModifiers Monkey::modifiers()
{
    Qt::KeyboardModifiers held;
    for (const auto modifier : {Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier})
        held.setFlag(modifier, chance(0.12));
    return held;
}

QWidget *Monkey::widgetIn(QWidget *top, const std::function<bool(const QWidget *)> &wanted)
{
    QList<QWidget *> all = top->findChildren<QWidget *>();
    all.removeIf([&](const QWidget *w) { return !touchable(w) || w->window() != top->window() || !wanted(w); });
    return all.isEmpty() ? top : oneOf(all);
}

QPoint Monkey::pointIn(const QWidget *widget)
{
    return {static_cast<int>(below(widget->width())), static_cast<int>(below(widget->height()))};
}

QPoint Monkey::placeIn(QWidget *top)
{
    QWidget *widget = chance(0.5) ? top : widgetIn(top, [](const QWidget *) { return true; });
    const QPoint place = widget->mapTo(top, pointIn(widget));
    return {std::clamp(place.x(), 0, top->width() - 1), std::clamp(place.y(), 0, top->height() - 1)};
}

void Monkey::note(const QString &event)
{
    m_watch.begin(event, m_window && m_window->size() == m_defaultSize);
}

void Monkey::click(QWidget *top)
{
    const QPoint place = placeIn(top);
    const auto held = modifiers();
    const bool twice = chance(0.15);
    const QPointer<QWidget> alive = top;
    const auto button = chance(0.9) ? Qt::LeftButton : chance(0.5) ? Qt::RightButton : Qt::MiddleButton;
    const QWidget *under = top->childAt(place);
    note(QStringLiteral("%1 %2 at %3,%4 on %5, modifiers %6")
             .arg(twice ? QStringLiteral("double click") : QStringLiteral("click"))
             .arg(button)
             .arg(place.x())
             .arg(place.y())
             .arg(nameOf(under ? under : top))
             .arg(held.toInt(), 0, 16));
    for (int i = 0; i < (twice ? 2 : 1); ++i)
        for (const bool down : {true, false})
            if (alive)
                sendMouse(alive, down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, button,
                    down ? button : Qt::NoButton, held, place);
}

/// Begins or ends a drag. What is pressed is mostly something that answers keys too, such as a slider.
void Monkey::press(QWidget *top)
{
    const bool down = m_held == Qt::NoButton;
    if (down)
        m_dragged = widgetIn(top, [this](const QWidget *w) { return w->focusPolicy() != Qt::NoFocus || chance(0.1); });
    const QPoint place = dragPlace(top);
    note(QStringLiteral("%1 at %2,%3 on %4")
             .arg(down ? QStringLiteral("press") : QStringLiteral("release"))
             .arg(place.x())
             .arg(place.y())
             .arg(m_dragged ? nameOf(m_dragged) : QStringLiteral("nothing")));
    m_held = down ? Qt::LeftButton : Qt::NoButton;
    sendMouse(
        top, down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, Qt::LeftButton, m_held, modifiers(), place);
}

/// Where a drag goes on: mostly over what was pressed.
QPoint Monkey::dragPlace(QWidget *top)
{
    if (!m_dragged || m_dragged->window() != top->window() || !top->isAncestorOf(m_dragged) || chance(0.1))
        return placeIn(top);
    return m_dragged->mapTo(top, pointIn(m_dragged));
}

void Monkey::move(QWidget *top)
{
    const QPoint place = m_held == Qt::NoButton ? placeIn(top) : dragPlace(top);
    note(QStringLiteral("move to %1,%2").arg(place.x()).arg(place.y()));
    sendMouse(top, QEvent::MouseMove, Qt::NoButton, m_held, {}, place);
}

void Monkey::wheel(QWidget *top)
{
    const QPoint place = placeIn(top);
    QWidget *under = top->childAt(place);
    if (!under)
        under = top;
    const QPoint angle = chance(0.8) ? QPoint(0, chance(0.5) ? 120 : -120) : QPoint(chance(0.5) ? 120 : -120, 0);
    const auto held = modifiers();
    note(QStringLiteral("wheel %1 on %2, modifiers %3").arg(angle.y()).arg(nameOf(under)).arg(held.toInt(), 0, 16));
    QWheelEvent event(
        under->mapFrom(top, place), top->mapToGlobal(place), {}, angle, Qt::NoButton, held, Qt::NoScrollPhase, false);
    QApplication::sendEvent(under, &event);
}

void Monkey::key(QWidget *top)
{
    const auto held = modifiers();
    const int key = oneOf(keys);
    note(QStringLiteral("key %1").arg(QKeySequence(key | held.toInt()).toString()));
    sendKey(top, static_cast<Qt::Key>(key), held);
}

/// One of the keys that the window itself listens to.
void Monkey::shortcut(QWidget *top)
{
    QList<QKeySequence> known;
    for (const QAction *action : top->window()->findChildren<QAction *>())
        known += action->shortcuts();
    for (const QShortcut *shortcut : top->window()->findChildren<QShortcut *>())
        known << shortcut->key();
    known.removeIf([](const QKeySequence &sequence) { return sequence.isEmpty(); });
    if (known.isEmpty())
        return key(top);
    const QKeySequence sequence = oneOf(known);
    note(QStringLiteral("shortcut %1").arg(sequence.toString()));
    const QPointer<QWidget> alive = top;
    for (int i = 0; i < sequence.count() && alive; ++i)
        sendKey(alive, sequence[static_cast<uint>(i)].key(), sequence[static_cast<uint>(i)].keyboardModifiers());
}

/// Into a field, or where the focus is.
void Monkey::type(QWidget *top)
{
    if (chance(0.6)) {
        QWidget *field = widgetIn(
            top, [](const QWidget *w) { return w->isEnabled() && w->testAttribute(Qt::WA_InputMethodEnabled); });
        field->setFocus(Qt::TabFocusReason); // selects what stands in it
    }
    QWidget *target = QApplication::focusWidget();
    if (!target)
        return;
    const QString word = oneOf(words);
    note(QStringLiteral("type \"%1\" into %2").arg(word, nameOf(target)));
    const QPointer<QWidget> alive = target;
    if (chance(0.3)) {
        QInputMethodEvent event;
        event.setCommitString(word);
        QApplication::sendEvent(target, &event);
        return;
    }
    for (const QChar c : word)
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, 0, Qt::NoModifier, QString(c));
            if (alive)
                QApplication::sendEvent(target, &event);
        }
    if (alive && chance(0.7))
        sendKey(alive, Qt::Key_Return, {});
}

void Monkey::focus(QWidget *top)
{
    QWidget *target = widgetIn(top, [](const QWidget *w) { return w->isEnabled() && w->focusPolicy() != Qt::NoFocus; });
    note(QStringLiteral("focus %1").arg(nameOf(target)));
    target->setFocus(chance(0.5) ? Qt::TabFocusReason : Qt::MouseFocusReason);
}

void Monkey::contextMenu(QWidget *top)
{
    QWidget *target = widgetIn(top, [](const QWidget *) { return true; });
    const QPoint place = pointIn(target);
    note(QStringLiteral("context menu of %1").arg(nameOf(target)));
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, target->mapToGlobal(place));
    QApplication::sendEvent(target, &event);
}

/// An entry of a menu or a shortcut, where only a long way would lead to it.
void Monkey::trigger(QWidget *top)
{
    QList<QAction *> actions = top->findChildren<QAction *>();
    actions.removeIf([](const QAction *a) { return !a->isEnabled() || a->isSeparator(); });
    if (actions.isEmpty())
        return;
    QAction *action = oneOf(actions);
    note(QStringLiteral("action \"%1\"").arg(action->text()));
    action->trigger();
}

void Monkey::resize(QWidget *)
{
    if (chance(0.5)) {
        note(QStringLiteral("default size"));
        return comeBack();
    }
    const QSize size(300 + static_cast<int>(below(2300)), 200 + static_cast<int>(below(1400)));
    note(QStringLiteral("resize to %1 × %2").arg(size.width()).arg(size.height()));
    m_window->resize(size);
}

void Monkey::drop(QWidget *)
{
    if (!m_window->acceptDrops() || QApplication::activeModalWidget())
        return;
    const QString name = oneOf(fileNames);
    note(QStringLiteral("drop %1").arg(name));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QDir(m_folder).filePath(name))});
    const QPoint place = pointIn(m_window);
    QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window, &event);
}

} // namespace unfold::monkey
