#pragma once
// The words of a label, as they are laid out on the screen.
#include <QPoint>
#include <QRect>
#include <QString>

class QLabel;

namespace unfold {

/// What a label says, without markup.
QString plainTextOf(const QLabel &label);
/// Index into plainTextOf of the character at a point of the label; −1 where there is none.
qsizetype characterAt(const QLabel &label, QPoint point);
/// Where the characters start … start + length stand, in the label's coordinates; the first line of them where they
/// break.
QRect rectOfCharacters(const QLabel &label, qsizetype start, qsizetype length);

} // namespace unfold
