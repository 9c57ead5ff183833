#pragma once
// Keys that lead to every part of the window without the mouse: from part to part, into the menus, to a tab. Where the
// keys come to, and be it by Tab, is scrolled into sight.
#include <QObject>
#include <QWidget>

namespace unfold {

class FocusKeys : public QObject
{
    Q_OBJECT

public:
    /// Adds its actions to `window`, whose parts stand by now.
    explicit FocusKeys(QWidget *window);

    /// The parts in the order of Tab, each by the control that its keys begin at; those that are shown.
    QWidgetList parts() const;

signals:
    /// By key or mouse; its page is scrolled into sight.
    void tabAsked();

private:
    void addKey(const QString &text, const QKeySequence &key, const std::function<void()> &act);
    void addMenus();
    void addTabs();
    void move(int by);
    void showFocus(QWidget *now) const;

    QWidget *m_window;
};

} // namespace unfold
