#include "ui/document/experiment_store.h"

#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "ui/document/whole_file.h"

#include <QFile>
#include <QFileInfo>

namespace unfold {
namespace {
InputError errorAt(const QString &path, const QString &wrong, const QString &expected)
{
    return {QFileInfo(path).fileName().toStdString(), wrong.toStdString(), expected.toStdString()};
}

/// A device may never end, and renaming a file onto it would replace it.
void refuseWhatIsNoFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        throw errorAt(path, QStringLiteral("is a folder"), QStringLiteral("an experiment file (*.unfold)"));
    if (info.exists() && !info.isFile())
        throw errorAt(path, QStringLiteral("is a device or a pipe"), QStringLiteral("an experiment file (*.unfold)"));
}
} // namespace

StoredExperiment loadExperiment(const QString &path)
{
    refuseWhatIsNoFile(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw errorAt(path, file.errorString(), QStringLiteral("an experiment file that can be read"));
    try {
        if (file.size() > qint64(mostBytesOfFile))
            refuseAsTooLarge();
        const ReadExperiment read = readExperiment(file.read(qint64(mostBytesOfFile)).toStdString());
        StoredExperiment stored{read.experiment, read.view, {}, read.twin};
        for (const std::string &warning : read.warnings)
            stored.warnings << QString::fromStdString(warning);
        return stored;
    } catch (const InputError &error) {
        throw errorAt(path, QString::fromUtf8(error.what()), {});
    }
}

void saveExperiment(
    const Experiment &experiment, const ViewState &view, const QString &path, const std::optional<TwinExperiment> &twin)
{
    refuseWhatIsNoFile(path);
    const QByteArray text = QByteArray::fromStdString(writeExperiment(experiment, view, twin));
    if (const QString why = writeWhole(path, text); !why.isEmpty())
        throw errorAt(
            path, QStringLiteral("cannot be saved (%1)").arg(why), QStringLiteral("a place that can be written to"));
}

} // namespace unfold
