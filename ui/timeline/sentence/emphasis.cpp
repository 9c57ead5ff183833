#include "ui/timeline/sentence/emphasis.h"

#include "ui/style/theme.h"

namespace unfold {

Emphasis::Emphasis(const Theme &theme)
    : m_theme(&theme)
{
}

QString Emphasis::gradient(const QString &number) const
{
    return set(number, &Theme::loss);
}

QString Emphasis::matrix(const QString &number) const
{
    return set(number, &Theme::recurrentParameter);
}

QString Emphasis::slope(const QString &number) const
{
    return set(number, &Theme::text);
}

QString Emphasis::name(const std::string &name) const
{
    const QString text = QString::fromStdString(name);
    return m_theme ? text.toHtmlEscaped() : text;
}

QString Emphasis::set(const QString &number, QColor Theme::*colour) const
{
    return m_theme
        ? QStringLiteral("<span style=\"font-weight:600; color:%1\">%2</span>").arg((m_theme->*colour).name(), number)
        : number;
}

} // namespace unfold
