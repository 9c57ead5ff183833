#pragma once
// The submenu of the files that were opened or saved last.
#include "ui/document/recent_files.h"

#include <QMenu>

namespace unfold {

class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    /// recent outlives it; looked at each time the menu opens.
    RecentMenu(RecentFiles *recent, QWidget *parent);

signals:
    void chosen(const QString &path);

private:
    void fill();
    void addFile(const QString &path, int number);

    RecentFiles *m_recent;
};

} // namespace unfold
