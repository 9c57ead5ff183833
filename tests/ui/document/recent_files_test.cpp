#include "tests/support/test_program.h"
#include "ui/document/recent_files.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class RecentFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_settings.clear(); }

    void theLastOneIsFirstAndNoneStandsTwice()
    {
        RecentFiles recent(&m_settings);
        for (const char *path : {"/a", "/b", "/c", "/a"})
            recent.add(QString::fromLatin1(path));
        QCOMPARE(recent.paths(), QStringList({"/a", "/c", "/b"}));
        recent.remove(QStringLiteral("/c"));
        QCOMPARE(RecentFiles(&m_settings).paths(), QStringList({"/a", "/b"})); // remembered
        recent.clear();
        QVERIFY(recent.paths().isEmpty());
    }

    void noMoreThanTen()
    {
        RecentFiles recent(&m_settings);
        for (int i = 0; i < 25; ++i)
            recent.add(QStringLiteral("/%1").arg(i));
        QCOMPARE(recent.paths().size(), RecentFiles::most);
        QCOMPARE(recent.paths().first(), QStringLiteral("/24"));
    }

    void whatIsNoPathIsPassedOver_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("number") << QVariant(7) << QStringList{};
        QTest::newRow("bytes") << QVariant(QByteArray("\x01\xff")) << QStringList{};
        QTest::newRow("mixed") << QVariant(QStringList{"", "relative", "/good", "/good"}) << QStringList{"/good"};
    }
    void whatIsNoPathIsPassedOver()
    {
        QFETCH(QVariant, value);
        QFETCH(QStringList, paths);
        m_settings.setValue(QStringLiteral("files/recent"), value);
        RecentFiles recent(&m_settings);
        QCOMPARE(recent.paths(), paths);
        recent.add(QStringLiteral("/new"));
        QCOMPARE(recent.paths().first(), QStringLiteral("/new"));
    }

private:
    QTemporaryDir m_home;
    QSettings m_settings{m_home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

UNFOLD_GUILESS_TEST(RecentFilesTest)
#include "recent_files_test.moc"
