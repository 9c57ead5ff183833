#include "ui/document/whole_file.h"

#include <QSaveFile>

namespace unfold {

QString writeWhole(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    // commit() of Qt 6.4 does not see that the last buffer found no room, and would rename half a file: hence flush().
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
    if (written && file.commit())
        return {};
    QString why = file.errorString();
    if (file.isOpen() && !written)
        file.cancelWriting();
    return why;
}

} // namespace unfold
