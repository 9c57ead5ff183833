#include "ui/timeline/gradient_view_switcher.h"

#include "ui/widgets/section_header.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace unfold {

GradientViewSwitcher::GradientViewSwitcher(QWidget *parent)
    : QStackedWidget(parent)
    , m_menu(new QMenu(tr("Lower view"), this))
{
    m_menu->setToolTipsVisible(true);
}

void GradientViewSwitcher::add(QWidget *view, SectionHeader *header, const QString &toolTip)
{
    const int index = addWidget(view);
    QAction *action = m_menu->addAction(header->title());
    action->setToolTip(toolTip);
    action->setCheckable(true);
    action->setChecked(index == currentIndex());
    connect(action, &QAction::triggered, this, [this, index] { setCurrentIndex(index); });
    connect(
        this, &QStackedWidget::currentChanged, action, [action, index](int now) { action->setChecked(now == index); });
    header->setTitleMenu(m_menu);
}

void GradientViewSwitcher::showNext()
{
    setCurrentIndex((currentIndex() + 1) % count());
}

} // namespace unfold
