#include "ui/window/help_actions.h"

#include "ui/window/keys_sheet.h"
#include "ui/window/menu_entry.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QWidget>

namespace unfold {

HelpActions::HelpActions(QMenu *menu, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const QAction *keys
        = addEntry(menu, window, {tr("Keys"), QKeySequence(Qt::Key_F1), tr("Everything that a key does.")});
    connect(keys, &QAction::triggered, this, [window] { KeysSheet::showFor(window); });
    const QAction *about = addEntry(menu, window, {tr("About Unfold"), {}, tr("Version and licence.")});
    connect(about, &QAction::triggered, this, &HelpActions::about);
}

void HelpActions::about()
{
    QMessageBox::about(m_window, tr("About Unfold"),
        tr("<b>Unfold %1</b><p>Shows how a recurrent network works, and why its gradients vanish or explode."
           "<p>Free software under the GNU General Public License, version 3 or later.")
            .arg(QApplication::applicationVersion()));
}

} // namespace unfold
