#include "ui/document/experiment_store.h"

#include "core/circuit/input_error.h"
#include "core/experiment/experiment_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace unfold {
namespace {
constexpr qint64 largestFile = 64 * 1024 * 1024;

InputError errorAt(const QString &path, const QString &wrong, const QString &expected)
{
    return {QFileInfo(path).fileName().toStdString(), wrong.toStdString(), expected.toStdString()};
}
} // namespace

StoredExperiment loadExperiment(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        throw errorAt(path, QStringLiteral("is a folder"), QStringLiteral("an experiment file (*.unfold)"));
    if (!file.open(QIODevice::ReadOnly))
        throw errorAt(path, file.errorString(), QStringLiteral("an experiment file that can be read"));
    if (file.size() > largestFile)
        throw errorAt(
            path, QStringLiteral("is %1 MB large").arg(file.size() / 1024 / 1024), QStringLiteral("at most 64 MB"));
    try {
        const ReadExperiment read = readExperiment(file.readAll().toStdString());
        StoredExperiment stored{read.experiment, {}};
        for (const std::string &warning : read.warnings)
            stored.warnings << QString::fromStdString(warning);
        return stored;
    } catch (const InputError &error) {
        throw errorAt(path, QString::fromUtf8(error.what()), {});
    }
}

void saveExperiment(const Experiment &experiment, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(writeExperiment(experiment));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throw errorAt(path, file.errorString(), QStringLiteral("a place that can be written to"));
}

} // namespace unfold
