#pragma once
// Which theme the window is shown in: as the system asks, or light or dark whatever it asks. The choice is remembered.
#include "ui/style/theme.h"

#include <QObject>

class QSettings;

namespace unfold {

class SystemColours;

enum class ThemeChoice { System, Light, Dark };

class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    /// Applies what was chosen last. system and settings (key "view/theme") outlive the switch.
    ThemeSwitch(const SystemColours *system, QSettings *settings, QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    /// To the other one of light and dark; no longer as the system asks.
    void toggle();
    /// For this start only, until something is chosen.
    void pin(ThemeKind kind);

signals:
    void choiceChanged();

private:
    void apply(ThemeKind kind);
    ThemeKind chosenKind() const;

    const SystemColours *m_system;
    QSettings *m_settings;
    ThemeChoice m_choice;
    bool m_pinned = false;
};

} // namespace unfold
