#pragma once
// Whether the system asks for a dark screen, and when it changes its mind: by the freedesktop portal's setting
// "color-scheme". Where there is no session bus or no portal, what was known at the start stays; nothing waits for an
// answer.
#include <QDBusMessage>
#include <QObject>

namespace unfold {

class SystemColours : public QObject
{
    Q_OBJECT

public:
    /// dark: what is known before the portal says anything.
    explicit SystemColours(bool dark, QObject *parent = nullptr);

    bool dark() const { return m_dark; }

signals:
    void changed(bool dark);

private slots:
    /// The portal's signal: group, key, value.
    void settingChanged(const QDBusMessage &signal);

private:
    void listen();
    void take(const QVariant &scheme);

    const bool m_atStart;
    bool m_dark;
};

} // namespace unfold
