#include "ui/style/text_width.h"

#include "ui/style/application_singleton.h"

#include <QFontMetrics>
#include <QHash>

#include <utility>

namespace unfold {
namespace {

using Widths = QHash<std::pair<QFont, QString>, int>;
constexpr qsizetype mostKept = 2000; ///< texts; beyond, a new beginning is cheaper than a choice

} // namespace

int textWidth(const QFont &font, const QString &text)
{
    auto &widths = applicationSingleton<Widths>();
    const auto found = widths.constFind({font, text});
    if (found != widths.constEnd())
        return *found;
    if (widths.size() >= mostKept)
        widths.clear();
    return *widths.insert({font, text}, QFontMetrics(font).horizontalAdvance(text));
}

} // namespace unfold
