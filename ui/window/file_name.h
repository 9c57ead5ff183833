#pragma once
// A name to propose for a new file.
#include <QString>

namespace unfold {

/// Out of a title: what some file system would not take is left out; `otherwise` where nothing remains. ending: without
/// the dot.
QString fileNameFor(const QString &title, const QString &otherwise, const QString &ending);

} // namespace unfold
