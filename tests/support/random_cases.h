#pragma once
// Properties checked with rapidcheck, always with the same random numbers: a test that fails today fails tomorrow.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace unfold::test {

/// Before the first property of a program, which reads it once.
inline void setCases(int count)
{
    qputenv("RC_PARAMS", "seed=20240229 verbose_progress=0 max_success=" + QByteArray::number(count));
}

/// The texts of the files in a folder of the sources.
inline std::vector<std::string> textsIn(const QString &folder, const QString &pattern)
{
    std::vector<std::string> texts;
    const QDir dir(QStringLiteral(UNFOLD_SOURCE_DIR) + u'/' + folder);
    for (const QString &name : dir.entryList({pattern}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts.push_back(file.readAll().toStdString());
    }
    return texts;
}

} // namespace unfold::test
