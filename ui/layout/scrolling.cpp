#include "ui/layout/scrolling.h"

#include <QScrollArea>

namespace unfold {

QWidget *scrollingContent(QScrollArea *area)
{
    auto *content = new QWidget(area);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false); // the card behind shows through
    content->setAutoFillBackground(false);
    return content;
}

} // namespace unfold
