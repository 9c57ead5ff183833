#pragma once
// The menu's twin entries: the pairs to begin with, a copy, side by side, swap, remove.
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace unfold {

class Twin;

class TwinActions : public QObject
{
    Q_OBJECT

public:
    /// Adds the submenu to `menu`. twin and window outlive it.
    TwinActions(Twin *twin, QMenu *menu, QWidget *window);

    QMenu *menu() const { return m_menu; }
    QAction *besideAction() const { return m_beside; } ///< checkable
    QAction *swapAction() const { return m_swap; }
    QAction *removeAction() const { return m_remove; }

private:
    void addPairs(QWidget *window);
    void addRest(QWidget *window);
    void showWhetherUsable();

    Twin *m_twin;
    QMenu *m_menu;
    QAction *m_beside = nullptr;
    QAction *m_swap = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace unfold
