#include "ui/document/autosave.h"

#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/document_view.h"
#include "ui/document/open_file.h"
#include "ui/document/twin.h"

#include <QDir>
#include <QUuid>

#include <chrono>

namespace unfold {
namespace {

/// Empty, or why it could not be written. Runs on any thread.
QString tryToWrite(const AutosaveRecord &record, const QString &file)
{
    try {
        writeAutosave(record, file);
        return {};
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

Autosave::Autosave(Document *document, OpenFile *file, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_openFile(file)
    , m_file(autosaveFile(folder, QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_lock(autosaveLock(folder, QFileInfo(m_file).completeBaseName()))
    , m_runner(std::make_unique<Runner>())
{
    // Where folder or lock cannot be made, the first write fails and says why.
    QDir().mkpath(folder);
    m_lock.setStaleLockTime(0);
    m_lock.tryLock(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(document, &Document::experimentChanged, this, &Autosave::schedule);
    connect(file, &OpenFile::changed, this, &Autosave::removeWhenSaved);
}

Autosave::~Autosave()
{
    m_runner.reset(); // nothing is written any more
    QFile::remove(m_file);
}

/// Not begun anew while it runs: changes without a pause must not put it off.
void Autosave::schedule()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void Autosave::removeWhenSaved()
{
    if (m_openFile->isModified())
        return;
    m_runner->start([file = m_file](std::stop_token) -> Runner::Delivery {
        QFile::remove(file);
        return {};
    });
}

AutosaveRecord Autosave::record() const
{
    return {{m_document->experiment(), viewOf(*m_document), {}, m_document->twin()->setup()}, m_openFile->path()};
}

void Autosave::write()
{
    if (!m_openFile->isModified())
        return;
    m_runner->start([this, record = record(), file = m_file](std::stop_token) -> Runner::Delivery {
        return [this, fault = tryToWrite(record, file)] { said(fault); };
    });
}

bool Autosave::writeNow()
{
    m_timer.stop();
    m_runner = std::make_unique<Runner>(); // what the last one was about is old
    said(tryToWrite(record(), m_file));
    return !m_failing;
}

void Autosave::said(const QString &fault)
{
    const bool wasFailing = m_failing;
    m_failing = !fault.isEmpty();
    if (m_failing && !wasFailing)
        emit failed(tr("Unfold cannot keep a copy of your work against a crash: %1. Save it yourself.").arg(fault));
}

} // namespace unfold
