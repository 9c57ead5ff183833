// The program with a window, as far as it can be asked without a display.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class WindowAppTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutADisplayASentenceSaysWhatToDo()
    {
        const Run run = runProgram({});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.error.contains("no display") && run.error.contains("unfold render"), run.error.constData());
        QVERIFY(run.out.isEmpty());
    }

    void refusedWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("big")}
                              << QByteArray("--size: not a size; expected WIDTHxHEIGHT");
        QTest::newRow("pass") << QStringList{QStringLiteral("--pass"), QStringLiteral("sideways")}
                              << QByteArray("\"sideways\" is not a pass; expected forward or backward");
        QTest::newRow("step") << QStringList{QStringLiteral("--step"), QStringLiteral("x")}
                              << QByteArray("\"x\" is not a step; expected a number from 1");
        QTest::newRow("step 0") << QStringList{QStringLiteral("--step=0")} << QByteArray("\"0\" is not a step");
        QTest::newRow("option") << QStringList{QStringLiteral("--colour=red")}
                                << QByteArray("there is no option --colour; expected those of unfold --help");
        QTest::newRow("a value for a flag")
            << QStringList{QStringLiteral("--dark=maybe")} << QByteArray("there is no option --dark=maybe");
        QTest::newRow("a number") << QStringList{QStringLiteral("-5")} << QByteArray("there is no option -5");
        QTest::newRow("no value") << QStringList{QStringLiteral("--step")} << QByteArray("--step: has no value");
        QTest::newRow("two files") << QStringList{QStringLiteral("a.unfold"), QStringLiteral("b.unfold")}
                                   << QByteArray("b.unfold” is one file too many");
    }
    void refusedWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        const Running program(m_dir, arguments);
        QCOMPARE(program.status(), 2);
        const QByteArray error = program.error();
        QVERIFY2(error.contains(part), error.constData());
    }

    void aBrokenFileOpensTheWindowAllTheSame()
    {
        const Running program(m_dir, {m_dir.filePath(QStringLiteral("nowhere.unfold"))});
        QTRY_VERIFY(program.hasWindow());
        QCOMPARE(program.end(), QProcess::CrashExit); // by the signal: it did not end by itself
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

        /// Once it has ended by itself.
        int status() const
        {
            m_process.waitForFinished();
            return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
        }

        QByteArray error() const { return m_process.readAllStandardError(); }

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

    QTemporaryDir m_dir;
};

UNFOLD_GUILESS_TEST(WindowAppTest)
#include "window_app_test.moc"
