// Which theme a widget paints with.
#include "tests/support/test_program.h"
#include "tests/ui/support/colour_science.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace unfold;

namespace {
constexpr ThemeKind kinds[] = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print};
}

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPaletteIsKnownAgain()
    {
        for (ThemeKind kind : kinds) {
            QCOMPARE(themeOf(kind).kind, kind);
            QCOMPARE(themeOf(paletteOf(kind)).kind, kind);
        }
    }

    void aViewsOwnTextAndGroundLeaveItsThemeAlone()
    {
        for (ThemeKind kind : kinds) {
            QPalette palette = paletteOf(kind);
            palette.setColor(QPalette::WindowText, Qt::red);
            palette.setColor(QPalette::Window, Qt::gray);
            palette.setColor(QPalette::Base, Qt::gray);
            palette.setColor(QPalette::Text, Qt::gray);
            QCOMPARE(themeOf(palette).kind, kind);
            palette.setCurrentColorGroup(QPalette::Disabled);
            QCOMPARE(themeOf(palette).kind, kind);
        }
    }

    void aForeignPaletteGoesByItsLightness()
    {
        QCOMPARE(themeOf(QPalette(Qt::white)).kind, ThemeKind::Light);
        QCOMPARE(themeOf(QPalette(QColor(0x202020))).kind, ThemeKind::Dark);
    }

    void aWidgetCanBeForPaperInADarkWindow()
    {
        applyTheme(*qApp, ThemeKind::Dark);
        QWidget window;
        auto *figure = new QWidget(&window);
        auto *label = new QLabel(figure);
        QCOMPARE(themeOf(label).kind, ThemeKind::Dark);
        figure->setPalette(paletteOf(ThemeKind::Print));
        QCOMPARE(themeOf(label).kind, ThemeKind::Print);
        QCOMPARE(themeOf(&window).kind, ThemeKind::Dark);
        applyTheme(*qApp, ThemeKind::Light);
        QTRY_COMPARE(themeOf(&window).kind, ThemeKind::Light);
        QCOMPARE(themeOf(label).kind, ThemeKind::Print);
    }

    void inkIsLegibleOnAnyGround()
    {
        double least = 21;
        for (int red = 0; red < 256; red += 5)
            for (int green = 0; green < 256; green += 5)
                for (int blue = 0; blue < 256; blue += 5) {
                    const QColor fill(red, green, blue);
                    least = std::min(least, test::contrast(inkOn(fill), fill));
                }
        QVERIFY2(least >= 4.5, qPrintable(QString::number(least)));
    }
};

UNFOLD_TEST(ThemeTest)
#include "theme_test.moc"
