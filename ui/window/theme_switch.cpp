#include "ui/window/theme_switch.h"

#include "ui/window/system_colours.h"

#include <QApplication>
#include <QSettings>

namespace unfold {
namespace {

constexpr QLatin1String themeKey("view/theme");

struct ChoiceName {
    ThemeChoice choice;
    QLatin1String name;
};
constexpr ChoiceName names[] = {{ThemeChoice::System, QLatin1String("system")},
    {ThemeChoice::Light, QLatin1String("light")}, {ThemeChoice::Dark, QLatin1String("dark")}};

QString nameOf(ThemeChoice choice)
{
    for (const ChoiceName &entry : names)
        if (entry.choice == choice)
            return entry.name;
    return {};
}

/// What stands in the settings and is no name is the system's choice.
ThemeChoice choiceOf(const QString &name)
{
    for (const ChoiceName &entry : names)
        if (entry.name == name)
            return entry.choice;
    return ThemeChoice::System;
}

} // namespace

ThemeSwitch::ThemeSwitch(const SystemColours *system, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_system(system)
    , m_settings(settings)
    , m_choice(choiceOf(settings->value(themeKey).toString()))
{
    apply(chosenKind());
    connect(system, &SystemColours::changed, this, [this] {
        if (m_choice == ThemeChoice::System && !m_pinned)
            apply(chosenKind());
    });
}

ThemeKind ThemeSwitch::chosenKind() const
{
    const bool dark = m_choice == ThemeChoice::System ? m_system->dark() : m_choice == ThemeChoice::Dark;
    return dark ? ThemeKind::Dark : ThemeKind::Light;
}

void ThemeSwitch::choose(ThemeChoice choice)
{
    m_pinned = false;
    m_choice = choice;
    m_settings->setValue(themeKey, nameOf(choice));
    apply(chosenKind());
    emit choiceChanged();
}

void ThemeSwitch::toggle()
{
    const bool dark = themeOf(QApplication::palette()).kind == ThemeKind::Dark;
    choose(dark ? ThemeChoice::Light : ThemeChoice::Dark);
}

void ThemeSwitch::pin(ThemeKind kind)
{
    m_pinned = true;
    apply(kind);
}

void ThemeSwitch::apply(ThemeKind kind)
{
    // A window made for a figure finds the theme there already, and shall not touch the one that is seen.
    if (QApplication::palette().color(QPalette::Link) != themeOf(kind).cursorLine)
        applyTheme(*qApp, kind);
}

} // namespace unfold
