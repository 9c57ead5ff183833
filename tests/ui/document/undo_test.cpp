// Every change can be taken back, exactly.
#include "core/circuit/input_error.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"

#include <QTest>

#include <functional>
#include <random>

using namespace unfold;

namespace {

using Random = std::mt19937;

int upTo(Random &random, int most)
{
    return 1 + static_cast<int>(random() % static_cast<unsigned>(most));
}

/// One edit as the controls ask for it, with the id under which they merge.
void changeSomething(Document &document, Random &random)
{
    const Experiment &now = document.experiment();
    const auto &circuits = catalogue();
    constexpr Activation activations[]
        = {Activation::Tanh, Activation::Sigmoid, Activation::Relu, Activation::Identity};
    const std::function<Experiment()> edits[] = {
        [&] { return withGain(now, upTo(random, 200) / 100.0); },
        [&] { return withHiddenSize(now, upTo(random, 6)); },
        [&] { return withSteps(now, upTo(random, 12)); },
        [&] { return withActivation(now, activations[random() % 4]); },
        [&] { return withCircuit(now, circuits[random() % circuits.size()].name); },
        [&] { return withShape(now, Shape(random() % 5)); },
        [&] {
            return withData(now, {RandomSource{random()}, upTo(random, 3) * 0.5});
        },
        [&] {
            return withData(now, {TextSource{"hello world", TextSource::Unit::Characters}, 1});
        },
        [&] {
            return withLossAt(now, {Span::Kind::Last, upTo(random, 3)});
        },
        [&] {
            return withInitialisation(now, {Recipe::Gaussian, random(), ScaledBy::LargestSingularValue});
        },
        [&] { return test::elmanOver(upTo(random, 9), "scene"); },
    };
    const std::size_t kind = random() % std::size(edits);
    try {
        const Experiment next = edits[kind]();
        if (kind + 1 == std::size(edits))
            document.exchange(next, QStringLiteral("scene"));
        else
            document.change(next, QStringLiteral("edit"), kind < 3 ? static_cast<int>(kind) : -1);
    } catch (const InputError &) { // this circuit cannot be changed so; the next one
    }
    if (random() % 3 == 0) { // a hand lets go
        document.holdChange(true);
        document.holdChange(false);
    }
}

} // namespace

class UndoTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsTakenBackAndDoneAgainExactly_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 25; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everythingIsTakenBackAndDoneAgainExactly()
    {
        QFETCH(unsigned, seed);
        Random random(seed);
        Document document(test::elmanOver(5));
        QUndoStack &stack = *document.undoStack();
        std::vector<Experiment> states{document.experiment()};
        for (int i = 0; i < 60; ++i) {
            changeSomething(document, random);
            states.resize(static_cast<std::size_t>(stack.index()));
            states.push_back(document.experiment());
            if (random() % 7 == 0 && stack.canUndo())
                stack.undo();
        }
        // A last change: now there is nothing to be done again.
        QVERIFY(document.change(withGain(document.experiment(), 3.25), QStringLiteral("last")));
        states.resize(static_cast<std::size_t>(stack.index()));
        states.push_back(document.experiment());
        QVERIFY(stack.index() > 10);
        for (int i = stack.index(); i > 0; --i) {
            stack.undo();
            QVERIFY(document.experiment() == states[static_cast<std::size_t>(i - 1)]);
            QVERIFY(document.result()->experiment == document.experiment());
        }
        QVERIFY(!stack.canUndo());
        while (stack.canRedo()) {
            stack.redo();
            QVERIFY(document.experiment() == states[static_cast<std::size_t>(stack.index())]);
        }
        QVERIFY(document.experiment() == states.back());
    }

    void twoDragsAreTwoSteps()
    {
        Document document(test::elmanOver(5));
        for (const double start : {0.5, 1.5}) {
            document.holdChange(true);
            for (int i = 0; i < 10; ++i)
                document.setGain(start + i * 0.01);
            document.holdChange(false);
        }
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.experiment().gain, 0.5 + 9 * 0.01);
        document.undoStack()->undo();
        QCOMPARE(document.experiment().gain, 1.0);
    }

    void aRestEndsAStepUnlessAHandHoldsOn()
    {
        MergeGesture gesture;
        const int first = gesture.number();
        gesture.touch();
        QCOMPARE(gesture.number(), first);
        QTRY_COMPARE(gesture.number(), first + 1);
        gesture.hold(true);
        const int held = gesture.number();
        QVERIFY(held != first + 1);
        gesture.touch();
        QVERIFY(!gesture.findChild<QTimer *>() || !gesture.findChild<QTimer *>()->isActive());
        gesture.hold(true); // twice is once
        QCOMPARE(gesture.number(), held);
        gesture.hold(false);
        QVERIFY(gesture.number() != held);
    }

    void aSliderPutBackIsNoChange()
    {
        Document document(test::elmanOver(5));
        document.holdChange(true);
        document.setGain(1.3);
        document.setGain(1);
        document.holdChange(false);
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(document.undoStack()->isClean());
    }

    void aSelectionDoesNotOutliveWhatItNames()
    {
        Document document(test::elmanOver(5));
        document.select(ElementRef::ofEdge(1, 1, 3)); // U x
        document.setHover(ElementRef::ofNode(1, 5, 2));
        Experiment fewer = withCircuit(document.experiment(), "feed-forward"); // as many nodes, one term less
        QVERIFY(document.change(withHiddenSize(fewer, 2), QStringLiteral("circuit")));
        QVERIFY(document.cursor().selection == ElementRef{});
        QVERIFY(document.hover() == ElementRef{});
    }
};

UNFOLD_GUILESS_TEST(UndoTest)
#include "undo_test.moc"
