#pragma once
// How the numbers of a sentence are set off: not at all in plain text, in bold and in the colour of what they measure
// in rich text.
#include <QColor>
#include <QString>

#include <string>

namespace unfold {

struct Theme;

class Emphasis
{
public:
    Emphasis() = default; ///< plain text
    explicit Emphasis(const Theme &theme); ///< rich text; the theme must outlive it

    QString gradient(const QString &number) const;
    QString matrix(const QString &number) const;
    QString slope(const QString &number) const;
    /// A name that a circuit gives.
    QString name(const std::string &name) const;

private:
    QString set(const QString &number, QColor Theme::*colour) const;

    const Theme *m_theme = nullptr;
};

} // namespace unfold
