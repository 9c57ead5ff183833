#pragma once
// What the tests of figures share: an SVG file, read as the XML that it is.
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>

#include <map>

namespace unfold {

struct ReadSvg {
    QString fault; ///< empty: well-formed
    QString title;
    QStringList words; ///< what stands in <text>, element by element
    std::map<QString, int> elements; ///< how many of each
    QStringList dashes; ///< of lines, each kind once
    QByteArrayList fonts; ///< what the @font-face rules carry
};

inline ReadSvg readSvg(const QByteArray &svg)
{
    ReadSvg read;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        ++read.elements[name];
        const QString dashes = reader.attributes().value(QLatin1String("stroke-dasharray")).toString();
        if (!dashes.isEmpty() && !read.dashes.contains(dashes))
            read.dashes << dashes;
        if (name == QLatin1String("text"))
            read.words << reader.readElementText();
        else if (name == QLatin1String("title"))
            read.title = reader.readElementText();
        else if (name == QLatin1String("style")) {
            static const QRegularExpression data(QStringLiteral("data:font/otf;base64,([^)]*)\\)"));
            const QString style = reader.readElementText();
            for (auto match = data.globalMatch(style); match.hasNext();)
                read.fonts << QByteArray::fromBase64(match.next().captured(1).toLatin1());
        }
    }
    read.fault = reader.hasError() ? reader.errorString() : QString();
    return read;
}

} // namespace unfold
