#include "ui/document/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace unfold {
namespace {
constexpr QLatin1String key("files/recent");
}

RecentFiles::RecentFiles(QSettings *settings)
    : m_settings(settings)
{
}

QStringList RecentFiles::paths() const
{
    QStringList paths;
    for (const QString &path : m_settings->value(key).toStringList())
        if (QDir::isAbsolutePath(path) && !paths.contains(path) && paths.size() < most)
            paths << path;
    return paths;
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList next = paths();
    next.removeAll(absolute);
    next.prepend(absolute);
    m_settings->setValue(key, next.mid(0, most));
}

void RecentFiles::remove(const QString &path)
{
    QStringList next = paths();
    if (next.removeAll(QFileInfo(path).absoluteFilePath()) > 0)
        m_settings->setValue(key, next);
}

void RecentFiles::clear()
{
    m_settings->remove(key);
}

} // namespace unfold
