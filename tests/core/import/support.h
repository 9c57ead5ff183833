#pragma once
// Files of networks for the tests of the import.
#include "core/circuit/input_error.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <string>

namespace unfold::test {

/// A file of tests/core/import/networks.
inline std::string networkFile(const QString &name)
{
    QFile file(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such file: %s", qPrintable(name));
    return file.readAll().toStdString();
}

/// The sentence with which `act` is refused; empty: it was not.
template <typename Act> QByteArray refusal(const Act &act)
{
    try {
        act();
    } catch (const InputError &error) {
        return error.what();
    }
    return {};
}

} // namespace unfold::test
