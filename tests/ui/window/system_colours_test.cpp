// The portal's answer and its signal over a bus of the test's own. CTest starts it below dbus-run-session.
#include "tests/support/test_program.h"
#include "ui/window/system_colours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace unfold;

/// As much of the portal as is asked for.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;

    Q_INVOKABLE QDBusVariant Read(const QString &group, const QString &key) const // NOLINT: the portal's name
    {
        const bool known
            = group == QStringLiteral("org.freedesktop.appearance") && key == QStringLiteral("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? scheme : 7u)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value); // NOLINT
};

class SystemColoursTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutAPortalWhatWasKnownStays()
    {
        SystemColours system(true);
        // Answers come in order: after this one the bus has said that there is no portal.
        QDBusConnection::sessionBus().call(
            QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/"),
                QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping")));
        QCoreApplication::processEvents();
        QVERIFY(system.dark());
    }

    void theAnswerAndTheSignalAreHeard()
    {
        Portal portal;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
            QDBusConnection::ExportAllInvokables | QDBusConnection::ExportAllSignals));
        SystemColours system(false);
        QVERIFY(!system.dark()); // nobody waits
        QTRY_VERIFY(system.dark());
        const auto say = [&portal](uint scheme) {
            emit portal.SettingChanged(
                QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), QDBusVariant(scheme));
        };
        say(2);
        QTRY_VERIFY(!system.dark());
        say(1);
        QTRY_VERIFY(system.dark());
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }
};

UNFOLD_GUILESS_TEST(SystemColoursTest)
#include "system_colours_test.moc"
