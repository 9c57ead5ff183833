#include "ui/document/autosave_record.h"

#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "ui/document/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace unfold {
namespace {

constexpr QLatin1String format("unfold-autosave");

QString sentence(const char *text)
{
    return QCoreApplication::translate("Autosave", text);
}

InputError errorAt(const QString &file, const QString &wrong)
{
    return {file.toStdString(), wrong.toStdString(), {}};
}

/// The ids of all records and locks of a folder.
QSet<QString> idsIn(const QDir &folder)
{
    QSet<QString> ids;
    const QStringList names = folder.entryList({QStringLiteral("*.autosave"), QStringLiteral("*.lock")}, QDir::Files);
    for (const QString &name : names)
        ids.insert(QFileInfo(name).completeBaseName());
    return ids;
}

/// Out of the way, but not gone: a person may still find something in it.
QString setAside(const QString &file, const InputError &error)
{
    const QString aside = file + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(file, aside);
    return sentence("Work that was kept when Unfold ended cannot be read (%1). It is in %2.")
        .arg(QString::fromStdString(error.wrong), aside);
}

void look(const QString &folder, const QString &id, AbandonedList &list)
{
    auto lock = std::make_unique<QLockFile>(autosaveLock(folder, id));
    lock->setStaleLockTime(0); // only the end of its owner makes it stale
    if (!lock->tryLock(0))
        return;
    const QString file = autosaveFile(folder, id);
    const QDir dir(folder);
    for (const QString &half : dir.entryList({id + QStringLiteral(".autosave.??????")}, QDir::Files))
        QFile::remove(dir.filePath(half)); // its owner ended while writing
    if (!QFile::exists(file))
        return;
    try {
        AutosaveRecord record = readAutosave(file);
        list.works.push_back({std::move(record), QFileInfo(file).lastModified(), file, std::move(lock)});
    } catch (const InputError &error) {
        list.faults << setAside(file, error);
    }
}

} // namespace

QString autosaveFile(const QString &folder, const QString &id)
{
    return QStringLiteral("%1/%2.autosave").arg(folder, id);
}

QString autosaveLock(const QString &folder, const QString &id)
{
    return QStringLiteral("%1/%2.lock").arg(folder, id);
}

void writeAutosave(const AutosaveRecord &record, const QString &file)
{
    const QJsonObject json{{QStringLiteral("format"), format}, {QStringLiteral("path"), record.path},
        {QStringLiteral("experiment"),
            QString::fromStdString(writeExperiment(record.stored.experiment, record.stored.view, record.stored.twin))}};
    if (const QString why = writeWhole(file, QJsonDocument(json).toJson(QJsonDocument::Compact)); !why.isEmpty())
        throw errorAt(file, why);
}

AutosaveRecord readAutosave(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw errorAt(file, in.errorString());
    if (in.size() > 2 * qint64(mostBytesOfFile)) // the text of an experiment, its quotes and line ends escaped
        throw errorAt(file, sentence("it is too large"));
    const QJsonObject json = QJsonDocument::fromJson(in.readAll()).object();
    if (json[QStringLiteral("format")].toString() != format)
        throw errorAt(file, sentence("it is damaged"));
    try {
        const ReadExperiment read = readExperiment(json[QStringLiteral("experiment")].toString().toStdString());
        return {{read.experiment, read.view, {}, read.twin}, json[QStringLiteral("path")].toString()};
    } catch (const InputError &error) {
        throw errorAt(file, QString::fromUtf8(error.what()));
    }
}

void AbandonedWork::discard() const
{
    QFile::remove(file);
}

AbandonedList abandonedIn(const QString &folder)
{
    AbandonedList list;
    const QSet<QString> ids = idsIn(QDir(folder));
    for (const QString &id : ids)
        look(folder, id, list);
    std::sort(list.works.begin(), list.works.end(),
        [](const AbandonedWork &a, const AbandonedWork &b) { return a.written > b.written; });
    return list;
}

} // namespace unfold
