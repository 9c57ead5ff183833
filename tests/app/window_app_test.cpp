// The program with a window, as far as it can be asked without a display.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

class WindowAppTest : public QObject
{
    Q_OBJECT

private slots:
    void picturesTheDefaultScene()
    {
        const Run run = runProgram({QStringLiteral("--picture"), m_dir.filePath(QStringLiteral("a.png")),
            QStringLiteral("--size"), QStringLiteral("1280x720")});
        QCOMPARE(run.status, 0);
        QCOMPARE(picture("a.png").size(), QSize(1280, 720));
    }

    void passStepAndThemeAreSeen()
    {
        const auto paint = [this](const char *name, const QStringList &more) {
            const Run run = runProgram(
                QStringList{QStringLiteral("--picture"), m_dir.filePath(QString::fromLatin1(name))} + more);
            return run.status == 0 ? picture(name) : QImage();
        };
        const QImage plain = paint("plain.png", {});
        QVERIFY(!plain.isNull());
        QVERIFY(paint("forward.png", {QStringLiteral("--pass"), QStringLiteral("forward")}) != plain);
        QVERIFY(paint("step.png", {QStringLiteral("--step"), QStringLiteral("7")}) != plain);
        QVERIFY(paint("dark.png", {QStringLiteral("--dark")}).pixelColor(2, 2).lightness() < 100);
        QVERIFY(plain.pixelColor(2, 2).lightness() > 200);
    }

    void refusedWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        const QStringList toPicture{QStringLiteral("--picture"), m_dir.filePath(QStringLiteral("no.png"))};
        QTest::newRow("no display") << QStringList{} << QByteArray("no display");
        QTest::newRow("size") << toPicture + QStringList{QStringLiteral("--size"), QStringLiteral("big")}
                              << QByteArray("--size: not a size; expected WIDTHxHEIGHT");
        QTest::newRow("pass") << toPicture + QStringList{QStringLiteral("--pass"), QStringLiteral("sideways")}
                              << QByteArray("sideways is no pass; expected forward or backward");
        QTest::newRow("file") << toPicture + QStringList{QStringLiteral("nowhere.unfold")}
                              << QByteArray("nowhere.unfold: ");
        QTest::newRow("nowhere to write") << QStringList{QStringLiteral("--picture"), QStringLiteral("/nowhere/a.png")}
                                          << QByteArray("/nowhere/a.png: cannot be written");
    }
    void refusedWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        const Run run = runProgram(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.error.contains(part), run.error.constData());
        QVERIFY(run.out.isEmpty());
    }

    void aBrokenFileOpensTheWindowAllTheSame()
    {
        const Running program(m_dir, {m_dir.filePath(QStringLiteral("nowhere.unfold"))});
        QTRY_VERIFY(program.hasWindow());
        QCOMPARE(program.end(), QProcess::CrashExit); // by the signal: it did not end by itself
    }

    void pictureDoesNotDependOnWhatIsRemembered()
    {
        const auto paint = [this](const char *name) {
            return runProgram({QStringLiteral("--picture"), m_dir.filePath(QString::fromLatin1(name))}).status == 0
                ? picture(name)
                : QImage();
        };
        const QImage before = paint("before.png");
        QVERIFY(QDir().mkpath(m_dir.filePath(QStringLiteral("config/Unfold"))));
        QFile settings(m_dir.filePath(QStringLiteral("config/Unfold/settings.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[window]\ntab=2\nrightShown=false\nleftShown=false\n");
        settings.close();
        qputenv("XDG_CONFIG_HOME", qPrintable(m_dir.filePath(QStringLiteral("config/Unfold"))));
        const QImage after = paint("after.png");
        qunsetenv("XDG_CONFIG_HOME");
        QVERIFY(!before.isNull());
        QCOMPARE(after, before);
    }

    void pictureOfAFileIsAsItWasSeen()
    {
        QFile file(m_dir.filePath(QStringLiteral("seen.unfold")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray start = R"({"format": "unfold-experiment", "version": 1, "steps": 12,
            "circuit": {"name": "driven"}, "initial": {"h": [1, 0, 0, 0, 0, 0, 0, 0]})";
        const auto paint = [&](const QByteArray &rest) {
            file.seek(0);
            file.resize(0);
            file.write(start + rest);
            file.flush();
            const Run run
                = runProgram({QStringLiteral("--picture"), m_dir.filePath(QStringLiteral("s.png")), file.fileName()});
            return run.status == 0 ? picture("s.png") : QImage();
        };
        const QImage whole = paint("}");
        QVERIFY(!whole.isNull());
        QVERIFY(paint(R"(, "view": {"step": 3, "window": [0.5, 6.5]}})") != whole);
    }

private:
    /// The program with its window, on no display, with a home of its own.
    class Running
    {
    public:
        Running(const QTemporaryDir &home, const QStringList &arguments)
            : m_home(home.filePath(QStringLiteral("home")))
        {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
            environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home);
            environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home);
            m_process.setProcessEnvironment(environment);
            m_process.start(QStringLiteral(UNFOLD_BINARY), arguments);
        }

        /// It keeps work safe from the moment that its window is made.
        bool hasWindow() const { return !QDir(m_home + QStringLiteral("/Unfold/autosave")).isEmpty(QDir::Files); }

        QProcess::ExitStatus end() const
        {
            m_process.kill();
            m_process.waitForFinished(-1);
            return m_process.exitStatus();
        }

    private:
        QString m_home;
        mutable QProcess m_process;
    };

    QImage picture(const char *name) const { return QImage(m_dir.filePath(QString::fromLatin1(name))); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(WindowAppTest)
#include "window_app_test.moc"
