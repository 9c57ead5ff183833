#include "ui/text_width.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>

#include <memory>
#include <utility>

namespace unfold {
namespace {

using Widths = QHash<std::pair<QFont, QString>, int>;
constexpr qsizetype mostKept = 2000; ///< texts; beyond, a new beginning is cheaper than a choice

/// A font must not outlive the application.
Widths &known()
{
    static std::unique_ptr<Widths> widths;
    if (!widths) {
        widths = std::make_unique<Widths>();
        qAddPostRoutine([] { widths.reset(); });
    }
    return *widths;
}

} // namespace

int textWidth(const QFont &font, const QString &text)
{
    Widths &widths = known();
    const auto found = widths.constFind({font, text});
    if (found != widths.constEnd())
        return *found;
    if (widths.size() >= mostKept)
        widths.clear();
    return *widths.insert({font, text}, QFontMetrics(font).horizontalAdvance(text));
}

} // namespace unfold
