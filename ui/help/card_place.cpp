#include "ui/help/card_place.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr int gap = 10; ///< px between the card and the thing

int area(const QRect &rect)
{
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

QRect movedInto(const QRect &room, QRect card)
{
    card.moveLeft(std::max(room.left(), std::min(card.left(), room.right() - card.width() + 1)));
    card.moveTop(std::max(room.top(), std::min(card.top(), room.bottom() - card.height() + 1)));
    return card;
}

} // namespace

QRect cardPlace(const QSize &card, const QList<QRect> &things, const QRect &room)
{
    QRect best({}, card);
    best.moveCenter(room.center());
    if (things.isEmpty())
        return movedInto(room, best);
    const QRect thing = things.first();
    const int right = thing.right() + 1 + gap;
    const int left = thing.left() - gap - card.width();
    const int below = thing.bottom() + 1 + gap;
    const int above = thing.top() - gap - card.height();
    const int across = thing.center().x() - card.width() / 2;
    int least = -1;
    for (const QPoint corner : {QPoint(right, thing.top()), QPoint(across, below), QPoint(across, above),
             QPoint(left, thing.top()), QPoint(thing.left(), below), QPoint(thing.left(), above)}) {
        const QRect candidate = movedInto(room, QRect(corner, card));
        int covered = 0;
        for (const QRect &other : things)
            covered += area(candidate & other);
        if (least < 0 || covered < least) {
            least = covered;
            best = candidate;
        }
    }
    return best;
}

} // namespace unfold
