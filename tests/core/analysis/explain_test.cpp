// The sentence under the plot: each case, and over many settings every word against the numbers.
#include "core/analysis/gradient_report.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
struct Setting {
    double gain = 1;
    const char *activation = "tanh";
    double scale = 0.3;
    int steps = 20;
    Json at = "last";
    const char *circuit = "elman";
    int hidden = 8;
};

Json experiment(const Setting &s)
{
    const int count = s.at == "every" ? s.steps : s.at.is_object() ? s.at.begin()->get<int>() : 1;
    return {{"circuit",
                {{"name", s.circuit}, {"sizes", {{"x", 2}, {"h", s.hidden}, {"o", 3}}}, {"activation", s.activation}}},
        {"sequence", {{"x", numbers(s.steps, 2, 3, s.scale)}}}, {"gain", s.gain},
        {"loss",
            {{"kind", "cross-entropy"}, {"source", "o"}, {"at", s.at},
                {"targets", std::vector<int>(static_cast<std::size_t>(count), 1)}}}};
}

GradientReport readingOf(const Json &json, GradientOf of = GradientOf::AllSteps, const std::string &node = {})
{
    const Run run(json, of);
    const int watched = node.empty() ? defaultPlottedNode(run.trace->circuit()) : run.node(node);
    return reportGradient(*run.prepared, run.experiment.gain, of, *run.trace, watched);
}

QString sentence(const Setting &setting, GradientOf of = GradientOf::AllSteps, const std::string &node = {})
{
    return QString::fromStdString(readingOf(experiment(setting), of, node).sentence);
}

/// One state h(t) = φ(W h(t−1) + U x), and the loss on it.
Json ownState(Json state, int steps)
{
    state["name"] = "h";
    return {{"sequence", {{"x", numbers(steps, 2, 4)}}},
        {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", numbers(1, 2, 1)}}},
        {"circuit", {{"nodes", {{{"name", "x"}, {"role", "input"}, {"size", 2}}, state}}}}};
}
} // namespace

class ExplainTest : public QObject
{
    Q_OBJECT

private slots:
    void vanishingByTheMatrix()
    {
        QCOMPARE(sentence({.gain = 0.5, .scale = 0.01}),
            QString("The gradient at h shrinks by 0.50 a step: W multiplies it by 0.50, the slope of tanh by 1.00. W "
                    "shrinks it; the slope hardly changes it."));
    }

    void vanishingBySaturation()
    {
        const QString text = sentence({.gain = 1.05, .scale = 2});
        QVERIFY2(text.contains(QRegularExpression(
                     "shrinks by 0\\.\\d\\d a step on average: W multiplies it by 1\\.05, the slope of tanh by 0\\.")),
            qPrintable(text));
        QVERIFY(text.endsWith(" Saturation wins."));
    }

    void vanishingByBoth() { QVERIFY(sentence({.gain = 0.8, .scale = 1}).endsWith(" Both shrink it.")); }

    void vanishingByTheSlopeAlone()
    {
        QVERIFY(sentence({.gain = 1, .scale = 2}).endsWith(" Saturation shrinks it; W hardly changes it."));
        QVERIFY(sentence({.gain = 1, .activation = "sigmoid"})
                    .endsWith(" The slope of sigmoid (at most ¼) shrinks it; W hardly changes it."));
    }

    void exploding()
    {
        QVERIFY(sentence({.gain = 1.5, .scale = 1e-5, .steps = 10})
                    .endsWith(" W makes it grow; the slope hardly changes it."));
        QVERIFY(sentence({.gain = 1.5, .scale = 0.01, .steps = 16}).endsWith(" W wins over saturation."));
    }

    void steady()
    {
        const QString text = sentence({.gain = 1, .scale = 0.001});
        QCOMPARE(text,
            QString("The gradient at h is about steady, × 1.000 a step: W multiplies it by 1.000, the slope of tanh by "
                    "1.000. Neither changes it much in one step."));
    }

    void identityHasNoSlopeToSpeakOf()
    {
        QCOMPARE(sentence({.gain = 0.9, .activation = "identity"}),
            QString("The gradient at h shrinks by 0.90 a step: that is W alone, for the slope of identity is 1."));
    }

    void unitsThatAreOff()
    {
        const QString text = sentence({.gain = 1.02, .activation = "relu", .scale = 1});
        QVERIFY2(text.contains(QRegularExpression("the slope of relu by 0\\.\\d\\d \\(\\d+ % of the units are "
                                                  "off\\)\\. The slope 0 of units that are off wins\\.")),
            qPrintable(text));
    }

    void underflow()
    {
        const QString text = sentence({.gain = 0.01, .scale = 0.01, .steps = 200});
        const GradientReport report = readingOf(experiment({.gain = 0.01, .scale = 0.01, .steps = 200}));
        const auto match
            = QRegularExpression("From step (\\d+) back it is too small for a double: exactly 0\\.$").match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        const std::size_t step = match.captured(1).toULong();
        QCOMPARE(*report.norm[step - 1], 0.0);
        QVERIFY(*report.norm[step] > 0);
        QVERIFY(text.startsWith(
            "The gradient at h shrinks by 0.01 a step")); // 0.01 without the steps that have lost their digits
    }

    void trulyZeroIsNotCalledUnderflow()
    {
        QCOMPARE(sentence({.gain = 0}),
            QString("The gradient enters h at step 20. From step 19 back it is exactly 0: W multiplies it by 0."));
        QCOMPARE(sentence({.gain = 1, .scale = 1e5}),
            QString("The gradient enters h at step 20. From step 19 back it is exactly 0: in every unit that carries "
                    "it the slope of tanh is 0."));
    }

    void deadReluEverywhere()
    {
        Json json = experiment({.gain = 1, .activation = "relu", .hidden = 4});
        json["parameters"] = {{"b", {-100, -100, -100, -100}}};
        QCOMPARE(QString::fromStdString(readingOf(json).sentence),
            QString("The gradient enters h at step 20. From step 19 back it is exactly 0: every unit that carries it "
                    "is off, with slope 0."));
    }

    void overflowOfTheForwardPass()
    {
        const QString text = sentence({.gain = 10, .activation = "identity", .scale = 1, .steps = 500});
        QVERIFY2(text.contains(QRegularExpression("^The forward pass leaves the range of a double: h is no longer "
                                                  "finite at step 3\\d\\d, so there is no gradient to read\\.$")),
            qPrintable(text));
    }

    void overflowOfTheBackwardPass()
    {
        const QString text = sentence({.gain = 10, .activation = "identity", .scale = 0, .steps = 330});
        QVERIFY2(text.contains(QRegularExpression(
                     "^The gradient at h grows by 10\\.0 a step: .* From step \\d+ back it is (too large for a double: "
                     "infinite|not a number: too large for a double on the way)\\.$")),
            qPrintable(text));
    }

    void noLoss()
    {
        Json json = experiment({});
        json.erase("loss");
        QCOMPARE(QString::fromStdString(readingOf(json).sentence),
            QString("No loss is taken, so there is a forward pass only and no gradient."));
    }

    void nowhereToFlow()
    {
        QCOMPARE(sentence({.steps = 1}),
            QString("The gradient enters h at step 1, and there is no earlier step for it to flow to."));
        QCOMPARE(sentence({.at = "first"}),
            QString("The gradient enters h at step 1, and there is no earlier step for it to flow to."));
        QCOMPARE(sentence({.circuit = "bidirectional"}, GradientOf::AllSteps, "g"),
            QString("The gradient enters g at step 20, and there is no later step for it to flow to."));
    }

    void nothingReachesIt()
    {
        Json json = experiment({.hidden = 2});
        json["parameters"] = {{"V", {{0, 0}, {0, 0}, {0, 0}}}};
        QCOMPARE(QString::fromStdString(readingOf(json).sentence),
            QString("The gradient at h is exactly 0 at every step: nothing of the loss's gradient reaches it."));
    }

    void severalLosses()
    {
        const QString text = sentence({.gain = 0.5, .scale = 1, .at = "every"});
        QVERIFY2(text.startsWith("Each step's own loss adds a direct term, so the gradient at h does not vanish: "),
            qPrintable(text));
        QVERIFY(text.contains(" What flows through W shrinks by 0."));
        const QString last = sentence({.gain = 0.5, .scale = 1, .at = "every"}, GradientOf::LastStep);
        QVERIFY2(last.startsWith("The gradient at h shrinks by 0."), qPrintable(last));
        // the last step's loss alone has not faded either: no claim that the direct terms are why
        const QString strong = sentence({.gain = 1, .scale = 0.01, .at = "every"});
        QVERIFY2(strong.startsWith("Each step's own loss adds a direct term; the norm at h is "), qPrintable(strong));
    }

    void noRecurrence()
    {
        QCOMPARE(sentence({.circuit = "feed-forward"}),
            QString("This circuit has no recurrence: the loss of a step reaches no other step."));
        QCOMPARE(sentence({}, GradientOf::AllSteps, "o"),
            QString("o lies on no loop; watch h to see the gradient travel through time."));
        const Json delayed
            = ownState({{"size", 2}, {"terms", {{{"parameter", "U"}, {"source", "x"}, {"delay", 2}}}}}, 5);
        QVERIFY(QString::fromStdString(readingOf(delayed).sentence).startsWith("This circuit has delays but no loop"));
    }

    void largerLoops()
    {
        for (const char *circuit : {"jordan", "lstm", "gru"}) {
            const QString text = sentence({.gain = 0.9, .scale = 1, .circuit = circuit});
            QVERIFY2(text.contains(QRegularExpression("^The gradient at [hs] shrinks by 0\\.\\d\\d a step on average, "
                                                      "through every path of its loop\\.$")),
                qPrintable(text));
        }
        const QString every = sentence({.gain = 0.9, .scale = 1, .at = "every", .circuit = "gru"});
        QVERIFY2(every.contains(" Of the last step's loss alone it is "), qPrintable(every));
    }

    void aLoopIntoTheFuture()
    {
        const QString text = sentence(
            {.gain = 0.5, .scale = 0.01, .at = "first", .circuit = "bidirectional"}, GradientOf::AllSteps, "g");
        QVERIFY2(
            text.startsWith("The gradient at g shrinks by 0.50 a step: W_g multiplies it by 0.50"), qPrintable(text));
    }

    void aLongerDelay()
    {
        const Json json = ownState(
            {{"size", 2}, {"activation", "identity"},
                {"terms",
                    {{{"parameter", "A"}, {"source", "h"}, {"delay", 3}}, {{"parameter", "U"}, {"source", "x"}}}}},
            20);
        const QString text = QString::fromStdString(readingOf(json).sentence);
        QVERIFY2(text.contains(QRegularExpression("× 1\\.000 every 3 steps: that is A alone")), qPrintable(text));
    }

    void noMatrixOnTheLoop()
    {
        const Json json
            = ownState({{"size", 2}, {"activation", "tanh"},
                           {"terms", {{{"source", "h"}, {"delay", 1}}, {{"parameter", "U"}, {"source", "x"}}}}},
                10);
        const QString text = QString::fromStdString(readingOf(json).sentence);
        QVERIFY2(text.contains("that is the slope of tanh alone, for no matrix stands on the loop."), qPrintable(text));
    }

    void aLossThatEntersTwiceIsNoProduct()
    {
        Json json = ownState(
            {{"size", 2}, {"activation", "tanh"},
                {"terms",
                    {{{"parameter", "W"}, {"source", "h"}, {"delay", 1}}, {{"parameter", "U"}, {"source", "x"}}}}},
            10);
        json["circuit"]["nodes"].push_back({{"name", "o"}, {"role", "output"}, {"size", 2},
            {"terms", {{{"parameter", "V"}, {"source", "h"}}, {{"parameter", "V"}, {"source", "h"}, {"delay", 4}}}}});
        json["loss"]["source"] = "o";
        const QString text = QString::fromStdString(readingOf(json).sentence);
        QVERIFY2(text.startsWith("The loss reaches h directly at several steps; the norm at h is "), qPrintable(text));
    }

    /// gain × activation × scale × T × loss × circuit: whatever is said must be so.
    void everyWordFollowsFromANumber()
    {
        int checked = 0;
        for (const char *activation : {"tanh", "sigmoid", "relu", "identity"})
            checked += checkOver("elman", activation);
        for (const char *circuit : {"jordan", "gru"})
            checked += checkOver(circuit, "tanh");
        QCOMPARE(checked, 6 * 10 * 3 * 4 * 5);
    }

private:
    static int checkOver(const char *circuit, const char *activation)
    {
        int checked = 0;
        for (const double gain : {0.0, 0.01, 0.5, 0.99, 1.0, 1.005, 1.05, 1.4, 4.2, 20.0})
            for (const double scale : {0.0, 0.3, 50.0})
                for (const int steps : {1, 2, 17, 150})
                    for (const auto &[at, of] : {std::pair{"last", GradientOf::AllSteps},
                             {"last", GradientOf::LastStep}, {"first", GradientOf::AllSteps},
                             {"every", GradientOf::AllSteps}, {"every", GradientOf::LastStep}}) {
                        const GradientReport report
                            = readingOf(experiment({gain, activation, scale, steps, at, circuit, 5}), of);
                        if (const QString fault = faultIn(report); !fault.isEmpty())
                            qWarning() << fault << QString::fromStdString(report.sentence);
                        else
                            ++checked;
                    }
        return checked;
    }

    /// What the sentence says that the report does not; empty where all is well.
    static QString faultIn(const GradientReport &report)
    {
        const QString text = QString::fromStdString(report.sentence);
        const QString nodeless = text.trimmed();
        if (nodeless.isEmpty() || !nodeless.endsWith('.'))
            return "no sentence";
        for (const auto &check : {faultInRate, faultInVerdict, faultInRange, faultInTotal})
            if (QString fault = check(report, text); !fault.isEmpty())
                return fault;
        return {};
    }

    static QString faultInRate(const GradientReport &report, const QString &text)
    {
        const auto match = QRegularExpression("(shrinks by|grows by|is about steady, ×) (\\S+) a step").match(text);
        if (!match.hasMatch())
            return {};
        if (!report.mean.both)
            return "a rate without a mean";
        const double factor = *report.mean.both;
        const QString expected = factor < 0.99 ? "shrinks by" : factor > 1.01 ? "grows by" : "is about steady, ×";
        if (match.captured(1) != expected)
            return "the wrong verb";
        bool readable = false;
        const double shown = match.captured(2).toDouble(&readable);
        return readable && std::abs(shown - factor) > 0.006 * std::max(1.0, factor) ? "the wrong number" : "";
    }

    static QString faultInVerdict(const GradientReport &report, const QString &text)
    {
        const auto says = [&](const char *words) { return text.contains(QString::fromUtf8(words)); };
        const double matrix = report.mean.matrix.value_or(1);
        const double slope = report.mean.slope.value_or(1);
        const double both = report.mean.both.value_or(1);
        if ((says(" wins.") && !(both < 0.99 && matrix > 1.01))
            || (says("wins over") && !(both > 1.01 && slope < 0.99)))
            return "the wrong winner";
        if (says("Both shrink it") && !(matrix < 0.99 && slope < 0.99))
            return "not both";
        if (says("the slope hardly") && slope < 0.99)
            return "the slope does matter";
        if (says("W hardly") && (matrix < 0.99 || matrix > 1.01))
            return "W does matter";
        if (says("W makes it grow") && !(both > 1.01 && matrix > 1.01))
            return "W does not make it grow";
        return says("Neither") && (matrix > 1.01 || slope < 0.99) ? "one of them does" : "";
    }

    static QString faultInRange(const GradientReport &report, const QString &text)
    {
        const bool zero
            = std::any_of(report.norm.begin(), report.norm.end(), [](const auto &n) { return n && *n == 0; });
        const bool wild = std::any_of(
            report.norm.begin(), report.norm.end(), [](const auto &n) { return n && !std::isfinite(*n); });
        if (text.contains("exactly 0") && !zero)
            return "nothing is 0";
        if ((text.contains("too large") || text.contains("leaves the range")) && !wild)
            return "all is finite";
        if (wild && !text.contains("too large") && !text.contains("leaves the range") && !text.contains("infinite")
            && !text.contains("not a number"))
            return "infinity is not named";
        const auto match = QRegularExpression("(?:From|At) step (\\d+)(?: back)? it is (.*)$").match(text);
        if (!match.hasMatch())
            return {};
        const int step = match.captured(1).toInt();
        const QString what = match.captured(2);
        const double norm = *report.norm[static_cast<std::size_t>(step - 1)];
        if (what.contains("exactly 0") && !(norm == 0 && *report.norm[static_cast<std::size_t>(step)] != 0))
            return "0 begins elsewhere";
        if (what.contains("too small") && *report.norm[static_cast<std::size_t>(step)] > 1e-290
            && report.spectrum.sigmaMax > 1e-10)
            return "this is no underflow";
        return {};
    }

    static QString faultInTotal(const GradientReport &report, const QString &text)
    {
        const bool total = report.severalLosses && report.shown == GradientOf::AllSteps;
        if (text.contains("Each step's own loss") && !total)
            return "only one loss is shown";
        if (total && text.contains("The gradient at h shrinks"))
            return "the total is no product";
        if (text.contains("does not vanish")
            && !(*report.norm.front() > 0.1 * *report.norm.back()
                && *report.otherNorm.front() < 0.1 * *report.norm.front()))
            return "it does vanish, or not for this reason";
        return {};
    }
};

UNFOLD_GUILESS_TEST(ExplainTest)
#include "explain_test.moc"
