#include "core/file/write_span.h"

namespace unfold {

void writeSpan(JsonWriter &json, const Span &span)
{
    const auto counted = [&](std::string_view name) {
        json.beginObject(JsonWriter::Layout::Line);
        json.key(name).whole(span.count);
        json.end();
    };
    switch (span.kind) {
    case Span::Kind::Every: return json.string("every");
    case Span::Kind::First: return span.count == 1 ? json.string("first") : counted("first");
    case Span::Kind::Last: return span.count == 1 ? json.string("last") : counted("last");
    case Span::Kind::After: return counted("after");
    case Span::Kind::Listed: break;
    }
    json.beginArray(JsonWriter::Layout::Line);
    for (const int step : span.listed)
        json.whole(step);
    json.end();
}

} // namespace unfold
