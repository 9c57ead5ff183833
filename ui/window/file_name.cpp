#include "ui/window/file_name.h"

#include <QRegularExpression>

namespace unfold {

QString fileNameFor(const QString &title, const QString &otherwise, const QString &ending)
{
    static const QRegularExpression unfit(
        QStringLiteral("[^\\w .,+()-]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString(title).remove(unfit).simplified().left(60);
    return (name.isEmpty() ? otherwise : name) + QLatin1Char('.') + ending;
}

} // namespace unfold
