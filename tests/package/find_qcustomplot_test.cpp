// FindQCustomPlot.cmake on made-up systems: a folder with the files of a distribution, and a project of three lines.
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class FindQcustomplotTest : public QObject
{
    Q_OBJECT

private slots:
    void found_data()
    {
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("header");
        QTest::newRow("its Qt 6 name") << u"lib/libqcustomplot-qt6.so"_s << u"include/qcustomplot.h"_s;
        QTest::newRow("the plain name, built for Qt 6") << u"lib/libqcustomplot.so"_s << u"include/qcustomplot.h"_s;
        QTest::newRow("a static one") << u"lib/libqcustomplot.a"_s << u"include/qcustomplot.h"_s;
        QTest::newRow("a header folder of its own")
            << u"lib/libqcustomplot-qt6.so"_s << u"include/qcustomplot/qcustomplot.h"_s;
    }
    void found()
    {
        QFETCH(QString, library);
        QFETCH(QString, header);
        const QTemporaryDir system;
        put(system.filePath(library), "…libQt6Widgets.so.6…");
        put(system.filePath(header), "");
        const Answer answer = ask(system.path());
        QVERIFY2(answer.status == 0, answer.text.constData());
        QVERIFY2(answer.text.contains("found: " + system.filePath(library).toUtf8()), answer.text.constData());
    }

    void debiansPackageComesFirst()
    {
        const QTemporaryDir system;
        put(system.filePath(u"lib/cmake/QCustomPlotQt6/QCustomPlotQt6Config.cmake"_s),
            "add_library(QCustomPlotQt6::QCustomPlotQt6 SHARED IMPORTED)\n");
        const Answer answer = ask(system.path());
        QVERIFY2(answer.status == 0, answer.text.constData());
        QVERIFY2(answer.text.contains("through: QCustomPlotQt6::QCustomPlotQt6"), answer.text.constData());
    }

    void theQt6NameIsTakenBeforeAQt5BuildOfThePlainOne()
    {
        const QTemporaryDir system;
        put(system.filePath(u"lib/libqcustomplot.so"_s), "…libQt5Core.so.5…");
        put(system.filePath(u"lib/libqcustomplot-qt6.so"_s), "…libQt6Core.so.6…");
        put(system.filePath(u"include/qcustomplot.h"_s), "");
        const Answer answer = ask(system.path());
        QVERIFY2(answer.text.contains("lib/libqcustomplot-qt6.so"), answer.text.constData());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("built for Qt 5") << QByteArray("\x7f\x45LF\0libQt5Widgets.so.5\0", 24)
                                        << QByteArray("libqcustomplot.so is built for Qt 5 and would abort at");
        QTest::newRow("not there") << QByteArray() << QByteArray("Expected the Qt 6 build of QCustomPlot");
    }
    void refused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, part);
        const QTemporaryDir system;
        put(system.filePath(u"include/qcustomplot.h"_s), "");
        if (!content.isEmpty())
            put(system.filePath(u"lib/libqcustomplot.so"_s), content);
        const Answer answer = ask(system.path());
        QVERIFY(answer.status != 0);
        QVERIFY2(answer.text.simplified().contains(part), answer.text.constData());
    }

private:
    struct Answer {
        int status = -1;
        QByteArray text;
    };

    static void put(const QString &path, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Configures a project that looks for QCustomPlot on a system that has nothing but what lies in `system`.
    static Answer ask(const QString &system)
    {
        const QTemporaryDir project;
        put(project.filePath(u"CMakeLists.txt"_s), R"(cmake_minimum_required(VERSION 3.25)
project(Asks LANGUAGES NONE)
set(CMAKE_FIND_LIBRARY_PREFIXES lib)
set(CMAKE_FIND_LIBRARY_SUFFIXES .so .a)
find_package(QCustomPlot REQUIRED MODULE)
get_target_property(through QCustomPlot::QCustomPlot INTERFACE_LINK_LIBRARIES)
get_target_property(location QCustomPlot::QCustomPlot IMPORTED_LOCATION)
message(STATUS "found: ${location} through: ${through}")
)");
        const auto only
            = [](const char *kind) { return u"-DCMAKE_FIND_ROOT_PATH_MODE_%1=ONLY"_s.arg(QLatin1StringView(kind)); };
        QProcess cmake;
        cmake.setProcessChannelMode(QProcess::MergedChannels);
        cmake.start(QStringLiteral(UNFOLD_CMAKE),
            {u"-G"_s, u"Ninja"_s, u"-S"_s, project.path(), u"-B"_s, project.filePath(u"build"_s),
                u"-DCMAKE_MODULE_PATH=" UNFOLD_SOURCE_DIR "/ui/plot/cmake"_s, u"-DCMAKE_FIND_ROOT_PATH="_s + system,
                u"-DCMAKE_PREFIX_PATH=/"_s, u"-DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON"_s, only("LIBRARY"),
                only("INCLUDE"), only("PACKAGE")});
        cmake.waitForFinished(-1);
        return {cmake.exitCode(), cmake.readAll()};
    }
};

UNFOLD_GUILESS_TEST(FindQcustomplotTest)
#include "find_qcustomplot_test.moc"
