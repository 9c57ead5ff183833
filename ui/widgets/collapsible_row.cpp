#include "ui/widgets/collapsible_row.h"

#include "ui/widgets/soft_button.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace unfold {
namespace {
constexpr int between = 8; ///< px
}

CollapsibleRow::CollapsibleRow(int gap, QWidget *parent)
    : QWidget(parent)
    , m_gap(gap)
    , m_more(new SoftButton(this))
    , m_popup(new QFrame(this, Qt::Popup))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_more->setObjectName(QStringLiteral("overflow"));
    m_more->setText(QStringLiteral("»"));
    m_more->setAccessibleName(tr("More controls"));
    m_more->setToolTip(tr("<p>The controls that have no room here.</p>"));
    m_more->hide();
    connect(m_more, &SoftButton::clicked, this, &CollapsibleRow::openPopup);
    m_popup->setFrameShape(QFrame::StyledPanel);
    auto *inside = new QHBoxLayout(m_popup);
    inside->setContentsMargins(gap, gap / 2, gap, gap / 2);
    inside->setSpacing(between);
    m_popup->installEventFilter(this);
}

CollapsibleRow::~CollapsibleRow()
{
    m_popup->removeEventFilter(this);
}

void CollapsibleRow::add(const QList<QWidget *> &controls)
{
    auto *group = new QWidget(this);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins({});
    row->setSpacing(between);
    for (QWidget *control : controls) {
        row->addWidget(control);
        if (const auto *button = qobject_cast<QToolButton *>(control)) {
            connect(button, &QToolButton::clicked, m_popup, &QWidget::close, Qt::QueuedConnection);
            if (button->menu())
                connect(button->menu(), &QMenu::aboutToHide, m_popup, &QWidget::close, Qt::QueuedConnection);
        }
    }
    group->installEventFilter(this);
    m_groups.push_back(group);
    updateGeometry();
    fit();
}

std::vector<QWidget *> CollapsibleRow::present() const
{
    std::vector<QWidget *> groups;
    for (QWidget *group : m_groups)
        for (int i = 0; i < group->layout()->count(); ++i)
            if (!group->layout()->itemAt(i)->isEmpty()) {
                groups.push_back(group);
                break;
            }
    return groups;
}

/// Of those from `from` on, with the sign for the others.
int CollapsibleRow::widthOf(const std::vector<QWidget *> &groups, size_t from) const
{
    int width = m_gap + (from > 0 ? m_more->sizeHint().width() : -between);
    for (size_t i = from; i < groups.size(); ++i)
        width += between + groups[i]->sizeHint().width();
    return width;
}

QSize CollapsibleRow::sizeHint() const
{
    const std::vector<QWidget *> groups = present();
    return groups.empty() ? QSize(0, 0) : QSize(widthOf(groups, 0), minimumSizeHint().height());
}

QSize CollapsibleRow::minimumSizeHint() const
{
    const std::vector<QWidget *> groups = present();
    if (groups.empty())
        return {0, 0};
    int height = m_more->sizeHint().height();
    for (const QWidget *group : groups)
        height = std::max(height, group->minimumSizeHint().height());
    return {std::min(widthOf(groups, 0), widthOf(groups, groups.size())), height};
}

void CollapsibleRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool CollapsibleRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_popup && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    if (watched == m_popup && event->type() == QEvent::Hide)
        takeBack();
    return QWidget::eventFilter(watched, event);
}

void CollapsibleRow::fit()
{
    if (m_popup->isVisible())
        return; // it is done when that closes
    const std::vector<QWidget *> groups = present();
    size_t first = 0;
    while (first < groups.size() && widthOf(groups, first) > width())
        ++first;
    m_gone.assign(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(first));
    m_more->setVisible(first > 0);
    const QSize sign = m_more->sizeHint();
    m_more->setGeometry(m_gap, (height() - sign.height()) / 2, sign.width(), sign.height());
    int x = first > 0 ? m_gap + sign.width() + between : m_gap;
    for (QWidget *group : m_groups) {
        const bool shown
            = std::find(groups.begin() + static_cast<std::ptrdiff_t>(first), groups.end(), group) != groups.end();
        group->setVisible(shown);
        if (!shown)
            continue;
        group->setGeometry(x, 0, group->sizeHint().width(), height());
        x += group->width() + between;
    }
}

void CollapsibleRow::openPopup()
{
    for (QWidget *group : m_gone) {
        m_popup->layout()->addWidget(group);
        group->show();
    }
    m_popup->adjustSize();
    m_popup->move(m_more->mapToGlobal(QPoint(m_more->width() - m_popup->width(), m_more->height())));
    m_popup->show();
    if (!m_gone.empty())
        m_gone.front()->nextInFocusChain()->setFocus(Qt::PopupFocusReason);
}

void CollapsibleRow::takeBack()
{
    for (QWidget *group : m_gone) {
        m_popup->layout()->removeWidget(group);
        group->setParent(this);
    }
    QMetaObject::invokeMethod(this, &CollapsibleRow::fit, Qt::QueuedConnection); // once the popup has gone
}

} // namespace unfold
