#pragma once
// Which letters of which font a picture uses, and these letters as fonts inside the picture.
#include <QByteArray>
#include <QString>

#include <map>
#include <set>
#include <tuple>

class QFont;

namespace unfold {

class UsedCharacters
{
public:
    struct Face {
        QString family;
        int weight = 400;
        bool operator<(const Face &other) const
        {
            return std::tie(family, weight) < std::tie(other.family, other.weight);
        }
    };
    void add(const QFont &font, const QString &text);
    const std::map<Face, std::set<char32_t>> &faces() const { return m_faces; }

private:
    std::map<Face, std::set<char32_t>> m_faces;
};

/// A @font-face rule for each bundled face in use, its data a subset of the font. Faces that are not bundled have none:
/// the viewer's own are used.
QByteArray fontFaces(const UsedCharacters &used);

} // namespace unfold
