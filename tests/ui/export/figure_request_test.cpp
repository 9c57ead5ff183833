// What is asked for is remembered, and nonsense in the settings is not believed.
#include "tests/support/test_program.h"
#include "ui/export/figure_request.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class FigureRequestTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsRemembered()
    {
        FigureRequest asked;
        asked.view = FigureView::States;
        asked.format = FigureFormat::Pdf;
        asked.theme = ThemeKind::Print;
        asked.sizeChoice = SizeChoice::Own;
        asked.size = {321, 123};
        asked.scale = 3;
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.ini"));
        {
            QSettings settings(path, QSettings::IniFormat);
            rememberFigure(settings, asked);
        }
        const FigureRequest recalled = recallFigure(QSettings(path, QSettings::IniFormat));
        QCOMPARE(recalled.view, asked.view);
        QCOMPARE(recalled.format, asked.format);
        QCOMPARE(recalled.theme, asked.theme);
        QCOMPARE(recalled.sizeChoice, asked.sizeChoice);
        QCOMPARE(recalled.size, asked.size);
        QCOMPARE(recalled.scale, asked.scale);
    }

    void nonsenseIsNotBelieved()
    {
        const QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        for (const char *key : {"view", "format", "theme", "size", "width", "height", "scale"})
            settings.setValue(QStringLiteral("figure/") + QLatin1String(key), QStringLiteral("-7"));
        const FigureRequest recalled = recallFigure(settings);
        QCOMPARE(recalled.view, FigureView::Window);
        QCOMPARE(recalled.format, FigureFormat::Svg);
        QCOMPARE(recalled.theme, ThemeKind::Light);
        QCOMPARE(recalled.sizeChoice, SizeChoice::Usual);
        QCOMPARE(recalled.size, usualSize(FigureView::Window));
        QCOMPARE(recalled.scale, 1.0);
    }

    void noMorePixelsThanThereCanBe()
    {
        const auto pixelsFault = [](QSize size, double scale, FigureFormat format = FigureFormat::Png) {
            FigureRequest asked;
            asked.format = format;
            asked.size = size;
            asked.scale = scale;
            return unfold::pixelsFault(asked);
        };
        QVERIFY(!pixelsFault({20000, 20000}, 4, FigureFormat::Svg));
        QCOMPARE(pixelsOf({604, 416}, 1.5), QSize(906, 624));
        QVERIFY(!pixelsFault({1456, 819}, 10));
        QVERIFY(!pixelsFault({16000, 16000}, 1));
        QVERIFY(pixelsFault({16001, 16000}, 1)); // in all
        QVERIFY(!pixelsFault({16, 32767}, 1));
        QVERIFY(pixelsFault({16, 8192}, 4)); // 32768 of a side
        const std::string sentence = pixelsFault({20000, 20000}, 4)->what();
        QVERIFY2(sentence.find("80000 × 80000 pixels") != std::string::npos, sentence.c_str());
        QVERIFY2(sentence.find("SVG and PDF") != std::string::npos, sentence.c_str());
    }

    void everyKeyLeadsBack()
    {
        for (const FigureView view : figureViews)
            QCOMPARE(figureViewOf(keyOf(view)), view);
        for (const FigureFormat format : figureFormats)
            QCOMPARE(figureFormatOf(keyOf(format)), format);
        for (const ThemeKind theme : themeKinds)
            QCOMPARE(themeKindOf(keyOf(theme)), theme);
        QVERIFY(!figureViewOf(QStringLiteral("none")));
    }
};

UNFOLD_GUILESS_TEST(FigureRequestTest)
#include "figure_request_test.moc"
