// The sentence under the plot: its numbers are the true ones, and over many settings each claim agrees with them.
#include "ui/timeline/sentence/explanation_text.h"

#include "core/analysis/explain.h"
#include "tests/core/analysis/explain_settings.h"
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"
#include "ui/style/theme.h"

using namespace unfold;
using namespace unfold::test;

namespace {

QString sentenceOf(const Reading &reading)
{
    return explanationText(explain(reading.report, *reading.run.trace));
}

QString sentenceOf(const Setting &setting, GradientOf of = GradientOf::AllSteps)
{
    return sentenceOf(Reading(experimentOf(setting), of));
}

bool says(const QString &text, const char *words)
{
    return text.contains(QString::fromUtf8(words));
}

/// What the factor is said to be; nullopt: nothing is said of it.
std::optional<double> factorSaid(const QString &text)
{
    const qsizetype place = text.indexOf(QStringLiteral("is multiplied by "));
    const QList<double> numbers = place < 0 ? QList<double>() : numbersIn(text.mid(place));
    return numbers.isEmpty() ? std::nullopt : std::optional(numbers.first());
}

QString faultInFactors(const GradientReport &report, const QString &text)
{
    const auto said = factorSaid(text);
    if (!said)
        return {};
    if (!report.mean.both)
        return QStringLiteral("a factor without a mean");
    if (std::isfinite(*report.mean.both) && !hasNumber(text, *report.mean.both))
        return QStringLiteral("the wrong factor");
    if (says(text, " from the slope of ")
        && !(hasNumber(text, *report.mean.matrix) && hasNumber(text, *report.mean.slope)))
        return QStringLiteral("the wrong parts");
    return {};
}

QString faultInVerdict(const GradientReport &report, const QString &text)
{
    const double matrix = report.mean.matrix.value_or(1);
    const double slope = report.mean.slope.value_or(1);
    const double both = report.mean.both.value_or(1);
    const bool outweighsMatrix = says(text, "outweighs W.") || says(text, "outweigh W.");
    if (outweighsMatrix && !(both < 1 && matrix > 1))
        return QStringLiteral("W is not outweighed");
    if (says(text, "W outweighs") && !(both > 1 && slope < 1))
        return QStringLiteral("W does not outweigh");
    if (says(text, "Both factors are below 1") && !(matrix < 1 && slope < 1))
        return QStringLiteral("not both");
    if (says(text, "aturation") && slope > 0.5)
        return QStringLiteral("this is no saturation");
    if (says(text, "stays about the same") && std::abs(both - 1) > 0.011)
        return QStringLiteral("it does not stay the same");
    return says(text, "the slope is close to 1") && slope < 0.98 ? QStringLiteral("the slope does matter") : QString();
}

QString faultInRange(const GradientReport &report, const QString &text)
{
    const auto any = [&](auto holds) {
        return std::any_of(report.norm.begin(), report.norm.end(), [&](const auto &n) { return n && holds(*n); });
    };
    const bool wild = any([](double n) { return !std::isfinite(n); });
    if (says(text, "exactly 0") && !any([](double n) { return n == 0; }))
        return QStringLiteral("nothing is 0");
    const bool named = says(text, "too large") || says(text, "leaves the range") || says(text, "infinite")
        || says(text, "not a number");
    if (named != wild)
        return wild ? QStringLiteral("infinity is not named") : QStringLiteral("all is finite");
    static const QRegularExpression zeros(QStringLiteral("exactly 0 at steps? (\\d+)(?:–(\\d+))?"));
    const auto match = zeros.match(text);
    const int last = (match.captured(2).isEmpty() ? match.captured(1) : match.captured(2)).toInt();
    for (int step = match.captured(1).toInt(); match.hasMatch() && step <= last; ++step)
        if (*report.norm[static_cast<std::size_t>(step - 1)] != 0)
            return QStringLiteral("not 0 at a step that is named");
    return {};
}

QString faultInSum(const GradientReport &report, const QString &text)
{
    const bool sum = report.severalLosses && report.shown == GradientOf::AllSteps;
    if (says(text, "Each loss") && !sum)
        return QStringLiteral("only one loss is shown");
    if (!says(text, "long-range part does"))
        return {};
    if (!(*report.norm.front() > 0.1 * *report.norm.back() && *report.otherNorm.front() < 0.1 * *report.norm.front()))
        return QStringLiteral("it does vanish, or nothing of it does");
    return hasNumber(text, *report.otherNorm.front()) ? QString() : QStringLiteral("without the long-range part");
}

/// What the sentence claims and the report does not hold; empty where all is well.
QString faultIn(const GradientReport &report, const QString &text)
{
    if (!text.endsWith(u'.') || text.contains(u'%') != says(text, "inactive)"))
        return QStringLiteral("no sentence");
    for (const auto &check : {faultInFactors, faultInVerdict, faultInRange, faultInSum})
        if (QString fault = check(report, text); !fault.isEmpty())
            return fault;
    return {};
}

} // namespace

class ExplanationTextTest : public QObject
{
    Q_OBJECT

private slots:
    void theFactorAndItsParts()
    {
        const Reading reading(experimentOf({.gain = 0.8, .scale = 1}));
        const MeanFactors &mean = reading.report.mean;
        const QString text = sentenceOf(reading);
        for (const double factor : {*mean.both, *mean.matrix, *mean.slope})
            QVERIFY2(hasNumber(text, factor), qPrintable(text));
        QVERIFY(says(text, "(geometric mean)"));
        QVERIFY(says(text, "Both factors are below 1."));
    }

    void aSlopeIsNotCalledSaturationBeforeItIs()
    {
        QVERIFY(says(sentenceOf({.gain = 1.1, .scale = 1}), "The slope outweighs W."));
        QVERIFY(says(sentenceOf({.gain = 1.1, .scale = 20}), "Saturation outweighs W."));
    }

    void numbersHaveTheColoursOfWhatTheyMeasure()
    {
        const Theme &theme = themeOf(ThemeKind::Light);
        const Reading reading(experimentOf({.gain = 0.8}));
        const QString rich = explanationText(explain(reading.report, *reading.run.trace), Emphasis(theme));
        QVERIFY(rich.indexOf(theme.loss.name()) < rich.indexOf(theme.recurrentParameter.name()));
        QVERIFY(rich.contains(theme.loss.name()));
        QVERIFY(!sentenceOf(reading).contains(u'<'));
    }

    /// ρ = 0.9 and T = 20: the norm at step 1 is 2.85 times that at step 20.
    void aNonNormalMatrixMayGrowFirst()
    {
        const Reading reading(nonNormalLoop());
        const QString text = sentenceOf(reading);
        QVERIFY2(hasNumber(text, 0.9), qPrintable(text));
        QVERIFY(says(text, "grows first"));
        QVERIFY(!says(text, "for sure"));
        QVERIFY(hasNumber(text, *reading.report.norm.front()));
        QVERIFY(close(*reading.report.norm.front() / *reading.report.norm.back(), 2.85, 2e-3));
    }

    /// Scene 9: the sum keeps its size, the last step's loss alone does not.
    void theLongRangePartHasItsNumber()
    {
        const Reading reading(experimentOf({.gain = 0.5, .scale = 1, .at = "every"}));
        const QString text = sentenceOf(reading);
        QVERIFY2(says(text, "The sum does not vanish; the long-range part does"), qPrintable(text));
        QVERIFY(hasNumber(text, *reading.report.norm.front()));
        QVERIFY(hasNumber(text, *reading.report.otherNorm.front()));
    }

    void whatComesAlongAGatedPath()
    {
        const Reading reading(experimentOf({.gain = 0.9, .scale = 1, .circuit = "lstm"}));
        const QString text = sentenceOf(reading);
        QVERIFY2(says(text, "along s through f alone"), qPrintable(text));
        QVERIFY(hasNumber(text, *reading.report.gatedPath.front()));
    }

    void whereItIsExactlyZero()
    {
        const QString text = sentenceOf({.gain = 0});
        QCOMPARE(numbersIn(text), (QList<double>{20, 0, 1, 19, 0}));
    }

    void aLongerDelay()
    {
        const Json json = ownState(
            {{"size", 2}, {"activation", "identity"},
                {"terms",
                    {{{"parameter", "A"}, {"source", "h"}, {"delay", 3}}, {{"parameter", "U"}, {"source", "x"}}}}},
            20);
        QVERIFY(says(sentenceOf(Reading(json)), "every 3 steps back"));
    }

    /// gain × activation × scale × T × loss × circuit.
    void everyClaimFollowsFromANumber_data()
    {
        QTest::addColumn<QByteArray>("circuit");
        QTest::addColumn<QByteArray>("activation");
        for (const char *activation : {"tanh", "sigmoid", "relu", "identity"})
            QTest::newRow(activation) << QByteArray("elman") << QByteArray(activation);
        for (const char *circuit : {"jordan", "gru", "lstm"})
            QTest::newRow(circuit) << QByteArray(circuit) << QByteArray("tanh");
    }

    void everyClaimFollowsFromANumber()
    {
        QFETCH(QByteArray, circuit);
        QFETCH(QByteArray, activation);
        for (const double gain : {0.0, 0.01, 0.5, 0.99, 1.0, 1.005, 1.05, 1.4, 4.2, 20.0})
            for (const double scale : {0.0, 0.3, 50.0})
                for (const int steps : {1, 2, 17, 150})
                    for (const auto &[at, of] : {std::pair{"last", GradientOf::AllSteps},
                             {"last", GradientOf::LastStep}, {"first", GradientOf::AllSteps},
                             {"every", GradientOf::AllSteps}, {"every", GradientOf::LastStep}}) {
                        const Reading reading(experimentOf({gain, activation, scale, steps, at, circuit, 5}), of);
                        const QString text = sentenceOf(reading);
                        const QString fault = faultIn(reading.report, text);
                        QVERIFY2(fault.isEmpty(), qPrintable(fault + QStringLiteral(": ") + text));
                    }
    }
};

UNFOLD_TEST(ExplanationTextTest)
#include "explanation_text_test.moc"
