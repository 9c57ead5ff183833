#include "ui/window/restore_offer.h"

#include "ui/window/file_actions.h"
#include "ui/window/message_bar.h"

#include <QFileInfo>
#include <QLocale>

namespace unfold {
namespace {

QString nameOf(const AutosaveRecord &record)
{
    return record.path.isEmpty() ? QString::fromStdString(record.stored.experiment.title)
                                 : QFileInfo(record.path).fileName();
}

} // namespace

RestoreOffer::RestoreOffer(
    AbandonedList found, Autosave *autosave, FileActions *files, MessageBar *bar, QObject *parent)
    : QObject(parent)
    , m_works(std::move(found.works))
    , m_autosave(autosave)
    , m_files(files)
    , m_bar(bar)
{
    if (!found.faults.isEmpty())
        m_bar->showMessage(found.faults.join(u' '));
    offerNext();
}

void RestoreOffer::offerNext()
{
    if (m_works.empty())
        return;
    const AbandonedWork &work = m_works.front();
    const QString when = QLocale().toString(work.written, tr("d MMM yyyy, HH:mm"));
    m_bar->offer(
        tr("Unfold ended with unsaved changes to “%1”. They were kept, as of %2.").arg(nameOf(work.record), when),
        {{tr("Restore"), QKeySequence(Qt::ALT | Qt::Key_R),
             tr("Shows the unsaved changes again. The file itself stays as it is until you save."),
             [this] { restore(); }},
            {tr("Discard"), QKeySequence(Qt::ALT | Qt::Key_D),
                tr("Throws the unsaved changes away. The file itself stays as it is."), [this] { discard(); }}});
}

void RestoreOffer::restore()
{
    const AutosaveRecord &record = m_works.front().record;
    if (!m_files->mayLeave() || !m_files->file()->restore(record.stored, record.path))
        return offerNext(); // it still waits
    if (m_autosave->writeNow())
        discard();
    else
        m_works.erase(m_works.begin()); // the old record stays where it is: there is no new one
}

void RestoreOffer::discard()
{
    m_works.front().discard();
    m_works.erase(m_works.begin());
    offerNext();
}

} // namespace unfold
