// The theme that was chosen, and the one that the system asks for.
#include "tests/support/test_program.h"
#include "ui/style/theme.h"
#include "ui/window/system_colours.h"
#include "ui/window/theme_switch.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

namespace {

/// As the portal's signal arrives.
void say(SystemColours &system, const QVariantList &arguments)
{
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
    signal.setArguments(arguments);
    QVERIFY(QMetaObject::invokeMethod(&system, "settingChanged", Q_ARG(QDBusMessage, signal)));
}

void say(SystemColours &system, const QVariant &scheme, const char *key = "color-scheme")
{
    say(system,
        {QStringLiteral("org.freedesktop.appearance"), QString::fromLatin1(key),
            QVariant::fromValue(QDBusVariant(scheme))});
}

ThemeKind shown()
{
    return themeOf(QApplication::palette()).kind;
}

} // namespace

class ThemeSwitchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(QStringLiteral("%1.ini").arg(++m_count)), QSettings::IniFormat);
    }

    void withoutABusNothingIsAskedAndNothingIsSaid()
    {
        QVERIFY(qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"));
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QVERIFY(SystemColours(true).dark());
        QVERIFY(!SystemColours(false).dark());
    }

    void thePortalsNumbersAreUnderstood_data()
    {
        QTest::addColumn<QVariant>("scheme");
        QTest::addColumn<bool>("darkAtStart");
        QTest::addColumn<bool>("dark");
        const QVariant wrapped = QVariant::fromValue(QDBusVariant(1u));
        QTest::newRow("prefers dark") << QVariant(1u) << false << true;
        QTest::newRow("prefers light") << QVariant(2u) << true << false;
        QTest::newRow("no preference, dark before") << QVariant(0u) << true << true;
        QTest::newRow("no preference, light before") << QVariant(0u) << false << false;
        QTest::newRow("a number of the future") << QVariant(7u) << true << true;
        QTest::newRow("wrapped twice") << wrapped << false << true;
        QTest::newRow("no number") << QVariant(QStringLiteral("dark")) << false << false;
    }

    void thePortalsNumbersAreUnderstood()
    {
        QFETCH(QVariant, scheme);
        QFETCH(bool, darkAtStart);
        QFETCH(bool, dark);
        SystemColours system(darkAtStart);
        QSignalSpy changes(&system, &SystemColours::changed);
        say(system, scheme);
        QCOMPARE(system.dark(), dark);
        QCOMPARE(changes.size(), dark == darkAtStart ? 0 : 1);
    }

    void otherSettingsOfTheSystemAreNone()
    {
        SystemColours system(false);
        say(system, 1u, "accent-color");
        say(system, QVariantList{});
        say(system, QVariantList{QStringLiteral("org.freedesktop.appearance"), 1u});
        QVERIFY(!system.dark());
    }

    void atFirstTheSystemIsFollowed()
    {
        SystemColours system(true);
        ThemeSwitch themes(&system, m_settings.get());
        QCOMPARE(themes.choice(), ThemeChoice::System);
        QCOMPARE(shown(), ThemeKind::Dark);
        say(system, 2u);
        QCOMPARE(shown(), ThemeKind::Light);
        say(system, 1u);
        QCOMPARE(shown(), ThemeKind::Dark);
    }

    void aChoiceHoldsWhateverTheSystemDoesAndIsRemembered()
    {
        SystemColours system(false);
        ThemeSwitch themes(&system, m_settings.get());
        themes.choose(ThemeChoice::Dark);
        QCOMPARE(shown(), ThemeKind::Dark);
        say(system, 1u);
        say(system, 2u);
        QCOMPARE(shown(), ThemeKind::Dark);
        themes.choose(ThemeChoice::Light);
        const ThemeSwitch later(&system, m_settings.get());
        QCOMPARE(later.choice(), ThemeChoice::Light);
        say(system, 1u);
        QCOMPARE(shown(), ThemeKind::Light);
        themes.choose(ThemeChoice::System);
        QCOMPARE(shown(), ThemeKind::Dark);
    }

    void toTheOtherOneAndBack()
    {
        SystemColours system(true);
        ThemeSwitch themes(&system, m_settings.get());
        themes.toggle();
        QCOMPARE(shown(), ThemeKind::Light);
        themes.toggle();
        QCOMPARE(shown(), ThemeKind::Dark);
        QCOMPARE(themes.choice(), ThemeChoice::Dark);
    }

    void whatIsPinnedIsNotRemembered()
    {
        SystemColours system(false);
        ThemeSwitch themes(&system, m_settings.get());
        themes.pin(ThemeKind::Dark);
        say(system, 1u);
        say(system, 2u);
        QCOMPARE(shown(), ThemeKind::Dark);
        QVERIFY(m_settings->allKeys().isEmpty());
        themes.choose(ThemeChoice::System);
        QCOMPARE(shown(), ThemeKind::Light);
    }

    void nonsenseInTheSettingsIsTheSystemsChoice()
    {
        m_settings->setValue(QStringLiteral("view/theme"), QStringLiteral("mauve"));
        SystemColours system(true);
        QCOMPARE(ThemeSwitch(&system, m_settings.get()).choice(), ThemeChoice::System);
        QCOMPARE(shown(), ThemeKind::Dark);
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<QSettings> m_settings;
};

UNFOLD_TEST(ThemeSwitchTest)
#include "theme_switch_test.moc"
