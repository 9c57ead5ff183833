#pragma once
// The files that were opened or saved last, remembered from one start to the next.
#include <QStringList>

class QSettings;

namespace unfold {

class RecentFiles
{
public:
    static constexpr int most = 10;

    /// settings outlives it; key "files/recent". What stands there and is no path is passed over.
    explicit RecentFiles(QSettings *settings);

    QStringList paths() const; ///< absolute, the last one first
    void add(const QString &path); ///< to the front
    void remove(const QString &path);
    void clear();

private:
    QSettings *m_settings;
};

} // namespace unfold
