// The sentence about two gradients has their true numbers and names.
#include "ui/timeline/sentence/comparison_text.h"

#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"
#include "ui/style/theme.h"

using namespace unfold;

class ComparisonTextTest : public QObject
{
    Q_OBJECT

private slots:
    void factorsOfTheWholeWay()
    {
        const Comparison both{true, {"s", 11, 1, 2, 0.5}, {"s", 11, 1, 2, 2048}};
        const QString text = comparisonText(both, QStringLiteral("RNN"), QStringLiteral("LSTM"));
        QCOMPARE(test::numbersIn(text), (QList<double>{11, 1, 0.25, 1024}));
        QVERIFY(text.indexOf(QStringLiteral("RNN")) < text.indexOf(QStringLiteral("LSTM")));
    }

    void normsAtTheFarEnd()
    {
        const Comparison both{false, {"h", 20, 1, 1, 0.5}, {"s", 9, 5, 1, 1.25}};
        const QString text = comparisonText(both, QStringLiteral("RNN"), QStringLiteral("other"));
        QCOMPARE(test::numbersIn(text), (QList<double>{0.5, 1, 1.25, 5}));
    }

    void aNameIsNoMarkup()
    {
        const Comparison both{true, {"s", 2, 1, 1, 1}, {"s", 2, 1, 1, 1}};
        const QString text = comparisonText(
            both, QStringLiteral("<b>A</b>"), QStringLiteral("%1"), Emphasis(themeOf(ThemeKind::Light)));
        QVERIFY(text.contains(QStringLiteral("&lt;b&gt;A&lt;/b&gt;")));
        QVERIFY(text.contains(QStringLiteral("%1")));
    }
};

UNFOLD_TEST(ComparisonTextTest)
#include "comparison_text_test.moc"
