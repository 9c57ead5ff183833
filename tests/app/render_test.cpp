// unfold render, as a shell runs it: without a display.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class RenderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyViewInEveryFormat_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("format");
        for (const char *view : {"graph", "circuit", "states", "gradient", "equations", "all"})
            for (const char *format : {"svg", "pdf", "png"})
                QTest::addRow("%s as %s", view, format) << QString::fromLatin1(view) << QString::fromLatin1(format);
    }
    void everyViewInEveryFormat()
    {
        QFETCH(QString, view);
        QFETCH(QString, format);
        const QString out = path(view + u'.' + format);
        const Run run = render({u"--view"_s, view, u"--size"_s, u"800x500"_s, u"--out"_s, out});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.error, QByteArray());
        const QByteArray bytes = contentOf(out);
        if (format == "svg"_L1)
            QVERIFY(bytes.startsWith("<?xml") && bytes.contains("width=\"800\"") && bytes.contains("<text"));
        else if (format == "pdf"_L1)
            QVERIFY(bytes.startsWith("%PDF-") && bytes.contains("/FontFile"));
        else
            QCOMPARE(QImage::fromData(bytes).size(), QSize(800, 500));
    }

    void passStepThemeAndScaleAreSeen()
    {
        const auto paint = [this](const QStringList &more) {
            const Run run = render(QStringList{u"--out"_s, path(u"p.png"_s)} + more);
            return run.status == 0 ? QImage(path(u"p.png"_s)) : QImage();
        };
        const QImage plain = paint({});
        QCOMPARE(plain.size(), QSize(1456, 819));
        QVERIFY(plain.pixelColor(2, 2).lightness() > 200);
        QCOMPARE(paint({}), plain); // the same figure every time
        QVERIFY(paint({u"--pass"_s, u"forward"_s}) != plain);
        QVERIFY(paint({u"--step=7"_s}) != plain);
        QVERIFY(paint({u"--notation"_s, u"indexed"_s}) != plain);
        QCOMPARE(paint({u"--notation"_s, u"letters"_s}), plain);
        QVERIFY(paint({u"--theme"_s, u"dark"_s}).pixelColor(2, 2).lightness() < 100);
        QCOMPARE(paint({u"--theme"_s, u"print"_s}).pixelColor(2, 2), QColor(Qt::white));
        QCOMPARE(paint({u"--scale"_s, u"2"_s}).size(), QSize(2912, 1638));
    }

    void figureOfAFileIsAsItWasSeen()
    {
        const QByteArray start = R"({"format": "unfold-experiment", "version": 1, "steps": 12,
            "circuit": {"name": "driven"}, "initial": {"h": [1, 0, 0, 0, 0, 0, 0, 0]})";
        const auto paint = [&](const QByteArray &rest) {
            write(u"seen.unfold"_s, start + rest);
            const Run run = render({path(u"seen.unfold"_s), u"--view"_s, u"graph"_s, u"--out"_s, path(u"s.png"_s)});
            return run.status == 0 ? QImage(path(u"s.png"_s)) : QImage();
        };
        const QImage whole = paint("}");
        QVERIFY(!whole.isNull());
        QVERIFY(paint(R"(, "view": {"step": 3, "window": [0.5, 6.5]}})") != whole);
    }

    /// As the window opens the same file: the norm of the twin over that of the first.
    void theTwinOfAFileIsSeen()
    {
        const QByteArray file
            = R"({"format": "unfold-experiment", "version": 1, "steps": 6, "circuit": {"name": "elman"},
            "loss": {"kind": "cross-entropy", "source": "o", "at": "last", "targets": [0]})";
        const auto figureOf = [&](const QByteArray &rest) {
            write(u"twin.unfold"_s, file + rest);
            const Run run = render({path(u"twin.unfold"_s), u"--view"_s, u"gradient"_s, u"--pass"_s, u"backward"_s,
                u"--out"_s, path(u"twin.svg"_s)});
            return run.status == 0 ? contentOf(path(u"twin.svg"_s)) : QByteArray();
        };
        const QByteArray alone = figureOf("}");
        QVERIFY(!alone.isEmpty() && !alone.contains("twin: LSTM"));
        const QByteArray both = figureOf(
            R"(, "twin": {"circuit": {"name": "lstm"}, "steps": 6, "links": [], "loss": {"kind": "cross-entropy",
                "source": "o", "at": "last", "targets": [0]}}})");
        QVERIFY2(both.contains(" · twin: LSTM · "), both.left(2000).constData());
        QVERIFY(both.contains(", twin: LSTM<") || both.contains(">, twin: LSTM"));
    }

    void theGradientFlowsBackOnlyWhereAnArrowLeadsBack_data()
    {
        QTest::addColumn<QByteArray>("circuit");
        QTest::addColumn<bool>("flows");
        QTest::newRow("recurrent") << QByteArray("elman") << true;
        QTest::newRow("feed-forward") << QByteArray("feed-forward") << false;
    }
    void theGradientFlowsBackOnlyWhereAnArrowLeadsBack()
    {
        QFETCH(QByteArray, circuit);
        QFETCH(bool, flows);
        write(u"caption.unfold"_s,
            R"({"format": "unfold-experiment", "version": 1, "steps": 5, "circuit": {"name": ")" + circuit
                + R"("}, "loss": {"kind": "cross-entropy", "source": "o", "targets": [0, 0, 0, 0, 0]}})");
        const Run run = render({path(u"caption.unfold"_s), u"--view"_s, u"graph"_s, u"--pass"_s, u"backward"_s,
            u"--step"_s, u"1"_s, u"--out"_s, path(u"caption.svg"_s)});
        QCOMPARE(run.status, 0);
        const QByteArray figure = contentOf(path(u"caption.svg"_s));
        QCOMPARE(figure.contains("the gradient has flowed back to the first step"), flows);
        QCOMPARE(figure.contains("no arrow leads to another step"), !flows);
    }

    void doesNotDependOnWhatIsRemembered()
    {
        const auto paint = [this] {
            return render({u"--out"_s, path(u"r.png"_s)}).status == 0 ? QImage(path(u"r.png"_s)) : QImage();
        };
        const QImage before = paint();
        QVERIFY(!before.isNull());
        QVERIFY(QDir().mkpath(path(u"config/Unfold"_s)));
        write(u"config/Unfold/settings.ini"_s, "[window]\ntab=2\nrightShown=false\nleftShown=false\n");
        qputenv("XDG_CONFIG_HOME", qPrintable(path(u"config/Unfold"_s)));
        const QImage after = paint();
        qunsetenv("XDG_CONFIG_HOME");
        QCOMPARE(after, before);
    }

    void aWrongArgumentIsRefusedWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        const QStringList out{u"--out"_s, path(u"no.svg"_s)};
        QTest::newRow("no out") << QStringList{} << QByteArray("unfold: --out: is missing");
        QTest::newRow("no format") << QStringList{u"--out"_s, path(u"no.doc"_s)} << QByteArray("ends in .svg, .pdf");
        QTest::newRow("view") << out + QStringList{u"--view"_s, u"loss"_s}
                              << QByteArray("--view: \"loss\" is none; expected graph, circuit");
        QTest::newRow("size") << out + QStringList{u"--size"_s, u"big"_s} << QByteArray("--size: \"big\" is none");
        QTest::newRow("size of nothing") << out + QStringList{u"--size=0x9"_s} << QByteArray("from 16x16");
        QTest::newRow("scale") << out + QStringList{u"--scale=nan"_s} << QByteArray("a number from 0.1 to 10");
        QTest::newRow("theme") << out + QStringList{u"--theme"_s, u"blue"_s} << QByteArray("light, dark or print");
        QTest::newRow("notation") << out + QStringList{u"--notation"_s, u"runes"_s}
                                  << QByteArray("--notation: \"runes\" is none; expected letters or indexed");
        QTest::newRow("pass") << out + QStringList{u"--pass"_s, u"up"_s} << QByteArray("forward or backward");
        QTest::newRow("step") << out + QStringList{u"--step"_s, u"0"_s} << QByteArray("a step, counted from 1");
        QTest::newRow("step beyond") << out + QStringList{u"--step"_s, u"999"_s} << QByteArray("there is no step 999");
        QTest::newRow("two formats") << out + QStringList{u"--format"_s, u"pdf"_s}
                                     << QByteArray("is not what the name of --out ends in");
        QTest::newRow("option") << out + QStringList{u"--colour"_s} << QByteArray("render has no option --colour");
        QTest::newRow("empty value") << out + QStringList{u"--view="_s, u"graph"_s}
                                     << QByteArray("--view: has no value");
        QTest::newRow("a number") << out + QStringList{u"-1"_s} << QByteArray("render has no option -1");
        QTest::newRow("a list") << out + QStringList{u"[a,b]"_s} << QByteArray("[a,b]: ");
        QTest::newRow("no value") << QStringList{u"--out"_s} << QByteArray("--out: has no value");
        QTest::newRow("too many pixels") << QStringList{u"--out"_s, path(u"no.png"_s), u"--size=20000x20000"_s}
                                         << QByteArray("20000 × 20000 pixels are too many for a PNG; expected at most");
        QTest::newRow("no file") << out + QStringList{u"nowhere.unfold"_s} << QByteArray("nowhere.unfold: ");
    }
    void aWrongArgumentIsRefusedWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        const Run run = render(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.error.contains(sentence), run.error.constData());
        QCOMPARE(run.error.count('\n'), 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(!QFile::exists(path(u"no.svg"_s)) && !QFile::exists(path(u"no.png"_s)));
    }

    void aPlaceThatCannotBeWrittenToIsSaid()
    {
        const Run run = render({u"--out"_s, u"/proc/nowhere/a.svg"_s});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.error.startsWith("/proc/nowhere/a.svg: "), run.error.constData());
        QVERIFY2(run.error.contains("expected a place that can be written to"), run.error.constData());
    }

    void severalFilesShowProgressAndABrokenOneStopsNoOther()
    {
        const QByteArray good = R"({"format": "unfold-experiment", "version": 1, "steps": 5,
            "circuit": {"name": "driven"}})";
        write(u"a.unfold"_s, good);
        write(u"broken.unfold"_s, "{");
        write(u"c.unfold"_s, good);
        const Run run = render({path(u"a.unfold"_s), path(u"broken.unfold"_s), path(u"c.unfold"_s), u"--view"_s,
            u"graph"_s, u"--out"_s, path(u"figures"_s)});
        QCOMPARE(run.status, 2);
        const QByteArrayList lines = run.error.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], "1 of 3: " + path(u"a.unfold"_s).toUtf8());
        QCOMPARE(lines[1], "2 of 3: " + path(u"broken.unfold"_s).toUtf8());
        QVERIFY2(lines[2].contains("broken.unfold: "), lines[2].constData());
        QCOMPARE(lines[3], "3 of 3: " + path(u"c.unfold"_s).toUtf8());
        QCOMPARE(QDir(path(u"figures"_s)).entryList(QDir::Files), (QStringList{u"a.svg"_s, u"c.svg"_s}));
    }

    void noFigureIsLostToAnotherOfTheSameName()
    {
        const Run run = render({u"x/a.unfold"_s, u"y/a.unfold"_s, u"--out"_s, path(u"same"_s)});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.error.contains("expected files of different names"), run.error.constData());
    }

    void helpNamesEveryOption()
    {
        const Run run = render({u"--help"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.error, QByteArray());
        for (const char *option :
            {"--out", "--format", "--view", "--size", "--scale", "--theme", "--notation", "--pass", "--step"})
            QVERIFY2(run.out.contains(option), option);
    }

private:
    static Run render(const QStringList &arguments) { return runProgram(QStringList{u"render"_s} + arguments); }

    QString path(const QString &name) const { return m_dir.filePath(name); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_dir;
};

UNFOLD_GUILESS_TEST(RenderTest)
#include "render_test.moc"
