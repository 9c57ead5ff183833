#pragma once
// How wide a text is. To shape one is dear, and layouts ask for the same few again and again.
#include <QFont>
#include <QString>

namespace unfold {

/// px, as QFontMetrics::horizontalAdvance has it; measured once. GUI thread.
int textWidth(const QFont &font, const QString &text);

} // namespace unfold
