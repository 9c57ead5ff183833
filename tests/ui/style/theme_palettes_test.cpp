// The colours, measured: contrast, colour-blind sight, grey printers. The least of each measure is printed, to be
// quoted.
#include "tests/support/test_program.h"
#include "tests/ui/support/colour_science.h"
#include "ui/style/theme_palettes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace unfold;
using namespace unfold::test;

namespace {

struct Named {
    const char *name;
    QColor colour;
};
using Colours = std::vector<Named>;

constexpr double legible = 4.5; ///< WCAG 2.1, 1.4.3: text
constexpr double visible = 3; ///< WCAG 2.1, 1.4.11: lines that carry meaning
constexpr double apart = 10; ///< CIEDE2000: seen at a glance
constexpr double cursorApart = 8; ///< the cursor's line has a form and a place that nothing else has
constexpr double printStep = 7; ///< L* between two parameters on a grey printer

constexpr Sight sights[] = {Sight::Full, Sight::Deuteranopia, Sight::Protanopia};
const Theme *const themes[] = {&lightTheme, &darkTheme, &printTheme};

const char *nameOf(const Theme &theme)
{
    return theme.kind == ThemeKind::Light ? "light" : theme.kind == ThemeKind::Dark ? "dark" : "print";
}

Colours parametersOf(const Theme &t)
{
    return {{"U", t.inputParameter}, {"W", t.recurrentParameter}, {"V", t.outputParameter}, {"bias", t.bias},
        {"loss", t.loss}};
}

/// The least of a measure, and where it was met.
struct Least {
    double value = std::numeric_limits<double>::infinity();
    QString where;

    void meet(double measured, const QString &place)
    {
        if (measured < value) {
            value = measured;
            where = place;
        }
    }

    /// Prints it, and fails where it is below the limit.
    bool holds(const char *what, const Theme &theme, double limit) const
    {
        const QString text = QStringLiteral("%1, %2: at least %3 (%4), limit %5")
                                 .arg(QLatin1String(nameOf(theme)), QLatin1String(what))
                                 .arg(value, 0, 'f', 2)
                                 .arg(where)
                                 .arg(limit);
        qInfo("%s", qPrintable(text));
        return value >= limit;
    }
};

Least leastContrast(const Colours &inks, const Colours &grounds)
{
    Least least;
    for (const Named &ink : inks)
        for (const Named &ground : grounds)
            least.meet(contrast(blended(ink.colour, ground.colour), ground.colour),
                QStringLiteral("%1 on %2").arg(QLatin1String(ink.name), QLatin1String(ground.name)));
    return least;
}

QString pairName(const Named &one, const Named &other)
{
    return QStringLiteral("%1 and %2").arg(QLatin1String(one.name), QLatin1String(other.name));
}

/// CIEDE2000 of the two in the sight that tells them apart worst.
double worstDifference(const QColor &one, const QColor &other)
{
    double least = std::numeric_limits<double>::infinity();
    for (Sight sight : sights)
        least = std::min(least, difference(seenBy(sight, one), seenBy(sight, other)));
    return least;
}

double lightness(const QColor &colour)
{
    return labOf(colour).lightness;
}

} // namespace

class ThemePalettesTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsLegible()
    {
        for (const Theme *theme : themes) {
            const Theme &t = *theme;
            Colours inks = parametersOf(t);
            inks.insert(inks.end(), {{"text", t.text}, {"muted", t.muted}, {"link", t.cursorLine}});
            // Labels, formulas and captions stand on cards, in the cursor's column, and lit up.
            QVERIFY(leastContrast(inks, {{"card", t.card}}).holds("text on cards", t, legible));
            const Colours passing{
                {"window", t.window}, {"cursor band", t.cursorBand}, {"glow", t.glow}, {"node", t.nodeFill}};
            inks.pop_back(); // links stand on cards only
            QVERIFY(leastContrast(inks, passing).holds("text on other grounds", t, legible));
            QVERIFY(leastContrast({{"name", t.text}}, {{"state", t.stateFill}, {"message", t.lossFill}})
                        .holds("names of states, messages", t, legible));
            QVERIFY(leastContrast({{"L", t.loss}}, {{"loss", t.lossFill}}).holds("name of the loss", t, legible));
        }
    }

    void whatTheStylePaintsIsLegible()
    {
        for (const Theme *theme : themes) {
            const QPalette p = paletteOf(theme->kind);
            Least least;
            const auto meet = [&](QPalette::ColorRole ink, QPalette::ColorRole ground, const char *what) {
                for (auto group : {QPalette::Active, QPalette::Inactive})
                    least.meet(contrast(p.color(group, ink), p.color(group, ground)), QLatin1String(what));
            };
            meet(QPalette::WindowText, QPalette::Window, "window text");
            meet(QPalette::Text, QPalette::Base, "fields");
            meet(QPalette::Text, QPalette::AlternateBase, "every other row");
            meet(QPalette::PlaceholderText, QPalette::Base, "placeholders");
            meet(QPalette::ButtonText, QPalette::Button, "buttons");
            meet(QPalette::HighlightedText, QPalette::Highlight, "selection");
            meet(QPalette::ToolTipText, QPalette::ToolTipBase, "tool tips");
            meet(QPalette::Link, QPalette::Base, "links");
            QVERIFY(least.holds("widgets", *theme, legible));
        }
    }

    void linesThatCarryMeaningAreVisible()
    {
        for (const Theme *theme : themes) {
            const Theme &t = *theme;
            Colours lines = parametersOf(t);
            for (Named &line : Colours(lines)) { // arrows that the gradient has not reached
                line.colour.setAlphaF(t.fadedAlpha);
                lines.push_back(line);
            }
            lines.insert(lines.end(),
                {{"node line", t.nodeLine}, {"cursor", t.cursorLine}, {"not computed", t.notComputed},
                    {"guide", t.muted}});
            QVERIFY(leastContrast(lines, {{"card", t.card}}).holds("lines on cards", t, visible));
            QVERIFY(leastContrast({{"cursor", t.cursorLine}, {"node line", t.nodeLine}}, {{"band", t.cursorBand}})
                        .holds("lines on the cursor's band", t, visible));
        }
    }

    void numbersInCellsAreLegible()
    {
        for (const Theme *theme : themes) {
            Least least;
            for (int i = -100; i <= 100; ++i) {
                const QColor fill = theme->signedValue(i, 100);
                least.meet(contrast(inkOn(fill), fill), QString::number(i / 100.0));
            }
            QVERIFY(least.holds("numbers in cells", *theme, legible));
        }
    }

    void parametersAreToldApartByEverybody()
    {
        for (const Theme *theme : themes) {
            Colours colours = parametersOf(*theme);
            if (theme->kind != ThemeKind::Print) // on paper lines without a parameter are as black as V is dark
                colours.push_back({"plain line", theme->nodeLine});
            Least least;
            Least fromCursor;
            for (size_t i = 0; i < colours.size(); ++i) {
                for (size_t j = i + 1; j < colours.size(); ++j)
                    least.meet(worstDifference(colours[i].colour, colours[j].colour), pairName(colours[i], colours[j]));
                fromCursor.meet(
                    worstDifference(colours[i].colour, theme->cursorLine), pairName(colours[i], {"cursor", {}}));
            }
            QVERIFY(least.holds("colours, whatever the sight", *theme, apart));
            QVERIFY(fromCursor.holds("the cursor's line", *theme, cursorApart));
        }
    }

    void onAGreyPrinterParametersStandOnSteps()
    {
        Colours colours = parametersOf(printTheme);
        std::sort(colours.begin(), colours.end(),
            [](const Named &one, const Named &other) { return lightness(one.colour) < lightness(other.colour); });
        Least least;
        least.meet(lightness(colours.front().colour) - lightness(printTheme.nodeLine), QStringLiteral("black"));
        for (size_t i = 1; i < colours.size(); ++i)
            least.meet(
                lightness(colours[i].colour) - lightness(colours[i - 1].colour), pairName(colours[i - 1], colours[i]));
        QVERIFY(least.holds("steps of L*", printTheme, printStep));
    }

    void paperIsWhite()
    {
        const Theme &t = printTheme;
        for (const QColor &ground : {t.window, t.card, t.cursorBand, t.glow, t.nodeFill, t.stateFill, t.lossFill})
            QCOMPARE(ground, QColor(Qt::white));
    }

    /// From the middle outwards both arms of the signed map go one way in lightness, for every sight, and the two signs
    /// are never taken for each other.
    void signedValuesKeepTheirSignAndOrder()
    {
        for (const Theme *theme : {&lightTheme, &darkTheme}) {
            Least least;
            Least signs;
            for (Sight sight : sights) {
                const auto shade = [&](int i) { return seenBy(sight, theme->signedValue(i, 20)); };
                const double way = theme->kind == ThemeKind::Light ? -1 : 1;
                for (int i = 1; i <= 20; ++i) {
                    for (int sign : {-1, 1})
                        least.meet(way * (lightness(shade(sign * i)) - lightness(shade(sign * (i - 1)))),
                            QString::number(sign * i / 20.0));
                    if (i >= 5)
                        signs.meet(difference(shade(i), shade(-i)), QStringLiteral("±%1").arg(i / 20.0));
                }
            }
            QVERIFY(least.holds("steps of a twentieth of the signed map, L*", *theme, 0.3));
            QVERIFY(signs.holds("the two signs, from a quarter on", *theme, apart));
        }
    }

    void onPaperTheSignedMapRunsFromDarkToLight()
    {
        Least least;
        for (int i = -19; i <= 20; ++i)
            least.meet(lightness(printTheme.signedValue(i, 20)) - lightness(printTheme.signedValue(i - 1, 20)),
                QString::number(i / 20.0));
        QVERIFY(least.holds("steps of a twentieth of the signed map, L*", printTheme, 0.5));
    }

    void magnitudesGoOneWayInLightness()
    {
        for (const Theme *theme : themes) {
            Least least;
            const double way = theme->kind == ThemeKind::Dark ? 1 : -1;
            for (Sight sight : sights)
                for (int i = 1; i <= 20; ++i)
                    least.meet(way
                            * (lightness(seenBy(sight, theme->magnitude(i / 20.0)))
                                - lightness(seenBy(sight, theme->magnitude((i - 1) / 20.0)))),
                        QString::number(i / 20.0));
            QVERIFY(least.holds("steps of a twentieth of the magnitudes, L*", *theme, 0.5));
        }
    }
};

UNFOLD_APPLESS_TEST(ThemePalettesTest)
#include "theme_palettes_test.moc"
