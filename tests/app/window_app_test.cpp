// The program with a window, as far as it can be asked without a display.
#include "program.h"

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

private:
    QImage picture(const char *name) const { return QImage(m_dir.filePath(QString::fromLatin1(name))); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(WindowAppTest)
#include "window_app_test.moc"
