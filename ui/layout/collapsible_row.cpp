#include "ui/layout/collapsible_row.h"

#include <QEvent>
#include <QHBoxLayout>

namespace unfold {

CollapsibleRow::CollapsibleRow(int gap, QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
{
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(gap, 0, 0, 0);
    row->setSpacing(8);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->installEventFilter(this);
}

void CollapsibleRow::add(QWidget *control)
{
    m_row->layout()->addWidget(control);
}

QSize CollapsibleRow::sizeHint() const
{
    return m_row->sizeHint();
}

QSize CollapsibleRow::minimumSizeHint() const
{
    return {0, m_row->minimumSizeHint().height()};
}

void CollapsibleRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool CollapsibleRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_row && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void CollapsibleRow::fit()
{
    m_row->setGeometry(rect());
    m_row->setVisible(width() >= m_row->minimumSizeHint().width());
}

} // namespace unfold
