#include "ui/scenes/cures.h"

#include "core/circuit/input_error.h"

#include <QDir>
#include <QFile>

namespace unfold {
namespace {

Cure readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw InputError({}, "the file cannot be opened", file.errorString().toStdString());
    return readCure(file.readAll().toStdString());
}

} // namespace

CureList readCures(const QString &folder)
{
    CureList list;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        try {
            list.cures.push_back(readFile(dir.filePath(name)));
        } catch (const InputError &error) {
            list.faults << name + QStringLiteral(": ") + QString::fromUtf8(error.what());
        }
    }
    return list;
}

} // namespace unfold
