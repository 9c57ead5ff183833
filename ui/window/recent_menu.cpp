#include "ui/window/recent_menu.h"

#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>

namespace unfold {
namespace {

constexpr int widestFolder = 260; ///< px

/// The home folder as ~, as people know it.
QString folderOf(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + u'/'))
        return u'~' + folder.mid(home.size());
    return folder;
}

} // namespace

RecentMenu::RecentMenu(RecentFiles *recent, QWidget *parent)
    : QMenu(tr("Open recent"), parent)
    , m_recent(recent)
{
    setToolTipsVisible(true);
    menuAction()->setToolTip(tr("The files that were opened or saved last."));
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
    fill(); // an empty menu would never ask
}

void RecentMenu::fill()
{
    clear();
    const QStringList paths = m_recent->paths();
    for (int i = 0; i < paths.size(); ++i)
        addFile(paths[i], i + 1);
    if (paths.isEmpty()) {
        addAction(tr("No file yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    QAction *clearList = addAction(tr("Clear list"));
    clearList->setToolTip(tr("Forgets these names. The files stay where they are."));
    connect(clearList, &QAction::triggered, this, [this] { m_recent->clear(); });
}

void RecentMenu::addFile(const QString &path, int number)
{
    const QString folder = fontMetrics().elidedText(folderOf(path), Qt::ElideMiddle, widestFolder);
    QString text = QStringLiteral("%1  –  %2").arg(QFileInfo(path).fileName(), folder);
    text.replace(u'&', QStringLiteral("&&"));
    QAction *action = addAction(number < 10 ? QStringLiteral("&%1  %2").arg(QString::number(number), text) : text);
    action->setToolTip(QDir::toNativeSeparators(path));
    connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
}

} // namespace unfold
