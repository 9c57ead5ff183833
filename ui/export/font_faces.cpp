#include "ui/export/font_faces.h"

#include "ui/export/font_subset.h"

#include <QFile>
#include <QFont>

namespace unfold {
namespace {

/// The bundled file of a face; empty where there is none.
QString fileOf(const UsedCharacters::Face &face)
{
    if (face.family == QLatin1String("STIX Math"))
        return QStringLiteral(":/fonts/STIXMath-Regular.otf");
    if (face.family != QLatin1String("Unfold Sans"))
        return {};
    switch (face.weight) {
    case QFont::Normal: return QStringLiteral(":/fonts/UnfoldSans-Regular.otf");
    case QFont::Medium: return QStringLiteral(":/fonts/UnfoldSans-Medium.otf");
    case QFont::DemiBold: return QStringLiteral(":/fonts/UnfoldSans-SemiBold.otf");
    case QFont::Bold: return QStringLiteral(":/fonts/UnfoldSans-Bold.otf");
    default: return {};
    }
}

} // namespace

void UsedCharacters::add(const QFont &font, const QString &text)
{
    std::set<char32_t> &characters = m_faces[{font.families().value(0), font.weight()}];
    for (const char32_t c : text.toUcs4())
        characters.insert(c);
}

QByteArray fontFaces(const UsedCharacters &used)
{
    QByteArray rules;
    for (const auto &[face, characters] : used.faces()) {
        QFile file(fileOf(face));
        if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray subset = fontSubset(file.readAll(), characters);
        if (!subset.isEmpty())
            rules += "@font-face { font-family: '" + face.family.toUtf8()
                + "'; font-weight: " + QByteArray::number(face.weight) + "; src: url(data:font/otf;base64,"
                + subset.toBase64() + ") format('opentype'); }\n";
    }
    return rules;
}

} // namespace unfold
