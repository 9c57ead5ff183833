#include "tests/support/test_program.h"
#include "ui/formula/script_text.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QTest>

#include <limits>

using namespace unfold;

class ScriptTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void scriptsAreSmallerThanTheirBase()
    {
        const double flat = ScriptText(QStringLiteral("$10300$")).size(1).width();
        const double raised = powerOfTen(300).size(1).width();
        QVERIFY(raised < flat);
        QVERIFY(raised > ScriptText(QStringLiteral("$10$")).size(1).width());
    }

    void negativePowersHaveARealMinus() { QCOMPARE(powerOfTen(-4).plain(), QStringLiteral("10−4")); }

    void singleLettersAreItalicWordsAreNot()
    {
        // The mathematics font has its italics as letters of their own.
        const auto width = [](const QString &text) { return ScriptText(text).size(1).width(); };
        QCOMPARE(width(QStringLiteral("$T$")), width(QStringLiteral("$𝑇$")));
        QCOMPARE(width(QStringLiteral("$γσ$")), width(QStringLiteral("$𝛾𝜎$")));
        QCOMPARE(width(QStringLiteral("$*h*$")), width(QStringLiteral("$𝒉$")));
        QCOMPARE(width(QStringLiteral("$h$")), width(QStringLiteral("$ℎ$")));
        QCOMPARE(width(QStringLiteral("$*Γ*$")), width(QStringLiteral("$𝜞$")));
        QCOMPARE(width(QStringLiteral("$*c̃*$")), width(QStringLiteral("$𝒄̃$")));
        QVERIFY(width(QStringLiteral("$max$")) != width(QStringLiteral("$𝑚𝑎𝑥$")));
    }

    void plainTextHasNeitherMarkupNorStyle()
    {
        QCOMPARE(ScriptText(QStringLiteral("bound $(γσ_{max})^{T−t}$")).plain(), QStringLiteral("bound (γσmax)T−t"));
        QCOMPARE(ScriptText(QStringLiteral("$*h*$")).plain(), QStringLiteral("h"));
        QCOMPARE(ScriptText(QStringLiteral("$*c̃*_{y}$")).plain(), QStringLiteral("c̃y"));
    }

    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("html");
        QTest::newRow("plain") << 0.25 << QStringLiteral("0.25");
        QTest::newRow("negative") << -3.0 << QStringLiteral("−3");
        QTest::newRow("small") << 1.5e-7 << QStringLiteral("1.5·10<sup>−7</sup>");
        QTest::newRow("power") << 1e12 << QStringLiteral("10<sup>12</sup>");
        QTest::newRow("minus power") << -1e12 << QStringLiteral("−10<sup>12</sup>");
        QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << QStringLiteral("−∞");
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("not a number");
    }
    void numbers()
    {
        QFETCH(double, value);
        QFETCH(QString, html);
        QCOMPARE(numberHtml(value), html);
    }
};

UNFOLD_TEST(ScriptTextTest)
#include "script_text_test.moc"
