// A cure is a network and a patch of it; what the patch does not name is the same in both.
#include "core/circuit/input_error.h"
#include "core/file/cure.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

std::string cureText(const std::string &after, const std::string &more = {})
{
    return R"({"title": "T", "cause": "why", "effect": "how", )" + more + R"("before": {"format": "unfold-experiment",
        "version": 1, "circuit": {"name": "elman", "sizes": {"x": 1, "h": 2, "o": 1}}, "steps": 3, "gain": 1.5},
        "after": )"
        + after + "}";
}

QString refusal(const std::string &text)
{
    try {
        readCure(text);
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("accepted");
}

} // namespace

class CureTest : public QObject
{
    Q_OBJECT

private slots:
    void afterIsBeforeButForThePatch()
    {
        const Cure cure = readCure(cureText(R"({"clip": 5, "circuit": {"activation": "relu"}})"));
        QCOMPARE(cure.before.title, std::string("T: before"));
        QCOMPARE(cure.after.title, std::string("T: after"));
        QCOMPARE(cure.before.note, std::string("why"));
        QCOMPARE(cure.after.note, std::string("how"));
        QVERIFY(!cure.before.clip);
        QCOMPARE(cure.after.clip.value(), 5.0);
        QCOMPARE(std::get<NamedCircuit>(cure.after.circuit).activation, Activation::Relu);
        QCOMPARE(cure.after.gain, 1.5);
        QCOMPARE(cure.after.steps, cure.before.steps);
        QVERIFY(cure.shows == Cure::Shows::Gradient);
    }

    void itKnowsItsVersionsByTheirTitles()
    {
        const Cure cure = readCure(cureText("{}"));
        Experiment changed = cure.after;
        changed.gain = 0.3;
        QCOMPARE(cure.isAfter(changed), std::optional(true));
        QCOMPARE(cure.isAfter(cure.before), std::optional(false));
        changed.title = "something else";
        QVERIFY(!cure.isAfter(changed));
    }

    void theGainThatWasDraggedStaysUnlessItIsTheCure()
    {
        const Cure patched = readCure(cureText(R"({"clip": 5})"));
        Experiment present = patched.before;
        present.gain = 1.1;
        QCOMPARE(patched.version(true, present).gain, 1.1);
        const Cure gain = readCure(cureText(R"({"gain": 0.9})"));
        QCOMPARE(gain.version(true, present).gain, 0.9);
        QCOMPARE(gain.version(false, present).gain, 1.5);
    }

    void whatItShows()
    {
        QVERIFY(readCure(cureText("{}", R"("shows": "clipping", )")).shows == Cure::Shows::Clipping);
        QVERIFY(readCure(cureText("{}", R"("shows": "recipes", )")).shows == Cure::Shows::Recipes);
        QCOMPARE(refusal(cureText("{}", R"("shows": "more", )")),
            QStringLiteral("shows: there is nothing called \"more\" to show; expected clipping or recipes"));
    }

    void mistakesSayWhere()
    {
        QVERIFY(refusal("{}").startsWith(QStringLiteral("title: the key is missing")));
        QVERIFY(refusal(R"({"title": "T", "cause": "", "effect": "", "before": 1, "after": {}})")
                    .startsWith(QStringLiteral("before: ")));
        QVERIFY(refusal(cureText("7")).startsWith(QStringLiteral("after: ")));
        QCOMPARE(refusal(cureText(R"({"gain": "x"})")),
            QStringLiteral("after.gain: the value is the string \"x\"; expected a finite number"));
        QVERIFY(refusal(cureText(R"({"clip": 0})")).startsWith(QStringLiteral("after.clip: ")));
    }
};

UNFOLD_GUILESS_TEST(CureTest)
#include "cure_test.moc"
