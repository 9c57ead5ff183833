#include "ui/layout/scroll_column.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace unfold {
namespace {
constexpr int lowest = 160;
}

ScrollColumn::ScrollColumn(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false); // the window behind shows through
    content->setAutoFillBackground(false);
}

QSize ScrollColumn::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), lowest};
}

QSize ScrollColumn::sizeHint() const
{
    return widget()->sizeHint();
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::eventFilter(watched, event);
}

/// QScrollArea's own resizing takes the preferred height, and so would scroll long before the column is at its lowest.
void ScrollColumn::fit()
{
    const QSize room = viewport()->size();
    const QLayout *layout = widget()->layout();
    const int needed
        = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(room.width()) : layout->minimumSize().height();
    widget()->resize(room.width(), std::max(room.height(), needed));
}

} // namespace unfold
