#pragma once
// What stands at the bottom of the stack: one of several views of the gradient over the same time axis. The title of
// each opens the list of all.
#include <QStackedWidget>

class QMenu;

namespace unfold {

class SectionHeader;

class GradientViewSwitcher : public QStackedWidget
{
    Q_OBJECT

public:
    explicit GradientViewSwitcher(QWidget *parent = nullptr);

    /// header: that of the view, whose title becomes the list.
    void add(QWidget *view, SectionHeader *header, const QString &toolTip);
    /// The list, for a window's menu.
    QMenu *menu() const { return m_menu; }
    void showNext();

private:
    QMenu *m_menu;
};

} // namespace unfold
