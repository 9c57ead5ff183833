#pragma once
// The menu's help entries.
#include <QObject>

class QMenu;
class QWidget;

namespace unfold {

class HelpActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. window outlives it.
    HelpActions(QMenu *menu, QWidget *window);

private:
    void about();

    QWidget *m_window;
};

} // namespace unfold
