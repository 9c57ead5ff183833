#pragma once
// Where a card that speaks about something stands: beside it, never over it where there is room. Pure geometry.
#include <QList>
#include <QRect>
#include <QSize>

namespace unfold {

/// Inside `room`, beside the first of `things`, as little over the others as can be; in the middle of the room where
/// there is nothing to stand beside.
QRect cardPlace(const QSize &card, const QList<QRect> &things, const QRect &room);

} // namespace unfold
