#include "ui/window/system_colours.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace unfold {
namespace {

constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String colourScheme("color-scheme");
enum Scheme : uint { PreferDark = 1, PreferLight = 2 }; // the portal's numbers; anything else: no preference

} // namespace

SystemColours::SystemColours(bool dark, QObject *parent)
    : QObject(parent)
    , m_atStart(dark)
    , m_dark(dark)
{
    // Without an address libdbus would try to start a bus of its own.
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        listen();
}

void SystemColours::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // From any sender: to name one would wait for the bus to say who that is.
    bus.connect(QString(), path, interface, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QDBusMessage)));
    QDBusMessage ask = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), path, interface, QStringLiteral("Read"));
    ask << appearance << colourScheme;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            take(reply.value().variant());
        call->deleteLater();
    });
}

void SystemColours::settingChanged(const QDBusMessage &signal)
{
    const QVariantList arguments = signal.arguments();
    if (arguments.value(0).toString() == appearance && arguments.value(1).toString() == colourScheme)
        take(arguments.value(2));
}

void SystemColours::take(const QVariant &scheme)
{
    QVariant inner = scheme;
    while (inner.metaType() == QMetaType::fromType<QDBusVariant>()) // portals wrap the answer once or twice
        inner = inner.value<QDBusVariant>().variant();
    bool isNumber = false;
    const uint number = inner.toUInt(&isNumber);
    if (!isNumber)
        return;
    const bool dark = number == PreferDark || (number != PreferLight && m_atStart);
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed(dark);
}

} // namespace unfold
