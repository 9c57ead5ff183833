#pragma once
// Writing a file so that it is always whole: the old one or the new one.
#include <QByteArray>
#include <QString>

namespace unfold {

/// Written aside, brought to the disk, and renamed. Empty, or why it failed in the system's words; then the old file is
/// as it was. Any thread.
QString writeWhole(const QString &path, const QByteArray &text);

} // namespace unfold
