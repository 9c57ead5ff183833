// What the controls ask for always leaves an experiment that runs.
#include "core/circuit/input_error.h"
#include "core/experiment/edit.h"
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

const std::vector<std::pair<const char *, DataSource>> &dataSources()
{
    static const std::vector<std::pair<const char *, DataSource>> all{
        {"text", {TextSource{"hello world, hello", TextSource::Unit::Characters}, 1}},
        {"words", {TextSource{"the cat sat on the mat and the dog", TextSource::Unit::Words}, 0.5}},
        {"series", {SeriesSource{"s", {"1", "2", "3", "4", "5", "6"}, {1, 4, 9, 16, 25, 36}, true}, 1}},
        {"random", {RandomSource{3}, 2}},
        {"zero", {ZeroSource{}, 1}},
    };
    return all;
}

constexpr Shape allShapes[]
    = {Shape::OneToOne, Shape::OneToMany, Shape::ManyToOne, Shape::ManyToMany, Shape::ManyToManyUnequal};

Experiment elman(const DataSource &data, int steps = 5)
{
    Experiment e;
    e.circuit = NamedCircuit{"elman", {{"x", 3}, {"h", 4}, {"o", 3}}, Activation::Tanh, {}, 1};
    e.steps = steps;
    return withData(e, data);
}

Experiment given()
{
    return readExperiment(R"({"format": "unfold-experiment", "version": 1,
        "circuit": {"name": "elman", "sizes": {"x": 1, "h": 2, "o": 3}},
        "sequence": {"x": [[1], [2], [3]]}, "parameters": {"W": [[0.1, 0], [0, 0.2]], "c": [1, 2, 3]},
        "loss": {"kind": "cross-entropy", "targets": [0, 1, 2]}})")
        .experiment;
}

bool finite(const Trace &trace)
{
    bool all = std::isfinite(trace.totalLoss);
    for (const NodeTrace &node : trace.nodes)
        all = all && node.value.allFinite() && node.gradient.allFinite();
    for (const Matrix &gradient : trace.gradients)
        all = all && gradient.allFinite();
    return all;
}

/// "" where the experiment runs, has finite numbers and reads back equal from its file.
QByteArray fault(const Experiment &experiment)
{
    try {
        const auto trace = compute(*prepare(experiment), experiment.gain);
        if (!trace->hasGradient)
            return "there is no gradient";
        if (!finite(*trace))
            return "there are numbers that are not finite";
        if (!(readExperiment(writeExperiment(experiment)).experiment == experiment))
            return "it does not read back equal";
        return {};
    } catch (const InputError &error) {
        return error.what();
    }
}

template <typename Change> QByteArray refusal(const Change &change)
{
    try {
        change();
        return "accepted";
    } catch (const InputError &error) {
        return error.what();
    }
}

const NamedCircuit &page(const Experiment &e)
{
    return std::get<NamedCircuit>(e.circuit);
}

} // namespace

class EditTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCombinationRuns_data();
    void everyCombinationRuns();
    void largeSizesRun();
    void textIsPredictedSymbolBySymbol();
    void seriesIsPredictedValueByValue();
    void theDecoderReadsThePreviousTarget();
    void networksWithoutOutputHaveTheirLossOnTheState();
    void stepsFollowTheData();
    void stepsKeepTheShape();
    void hiddenSizeDropsWhatNoLongerFits();
    void circuitsKeepSizesShapeAndWeights();
    void theLossMoves();
    void theTitleOfASceneGoesWithTheScene();
    void recipesReplaceGivenWeights();
    void activationOfAWrittenCircuit();
    void numbersOfAFileAreCut();
    void impossibleChangesAreRefused();
    void summary();
    void labels();
    void noLabelWhereNothingIsRead();
    void unequalSpansOfTheSameStepsStay();
};

void EditTest::everyCombinationRuns_data()
{
    QTest::addColumn<QString>("circuit");
    for (const CatalogueEntry &entry : catalogue())
        QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
}

void EditTest::everyCombinationRuns()
{
    QFETCH(QString, circuit);
    for (const auto &[name, data] : dataSources())
        for (const int size : {1, 2, 7})
            for (const Shape shape : allShapes) {
                const Experiment e = withHiddenSize(withCircuit(elman(data), circuit.toStdString()), size);
                QCOMPARE(fault(e), QByteArray());
                QCOMPARE(hiddenSizeOf(circuitOf(e)), size);
                const bool twoPhases = circuit == "encoder-decoder" && shape != Shape::ManyToManyUnequal;
                if (circuit == "autonomous" || twoPhases) {
                    QVERIFY(refusal([&] { withShape(e, shape); }).startsWith("circuit: "));
                    continue;
                }
                const Experiment shaped = withShape(e, shape);
                QVERIFY2(fault(shaped).isEmpty(), fault(shaped).constData());
                QCOMPARE(shapeOf(shaped), std::optional(shape));
                for (const int steps : {2, 3, 5})
                    QCOMPARE(fault(withSteps(shaped, steps)), QByteArray());
                for (const auto &[otherName, other] : dataSources())
                    QCOMPARE(fault(withData(shaped, other)), QByteArray());
                for (const Span &at : {Span{}, Span{Span::Kind::Last, 1}, Span{Span::Kind::First, 1}})
                    QCOMPARE(fault(withLossAt(shaped, at)), QByteArray());
            }
}

void EditTest::largeSizesRun()
{
    const Experiment e = withHiddenSize(withSteps(elman({RandomSource{1}, 1}), 1000), 256);
    QCOMPARE(fault(e), QByteArray());
    QCOMPARE(stepsOf(e, circuitOf(e)), 1000);
}

void EditTest::textIsPredictedSymbolBySymbol()
{
    const Experiment e = elman({TextSource{"abcab", TextSource::Unit::Characters}, 1});
    QCOMPARE(page(e).sizes.at("x"), 3);
    QCOMPARE(page(e).sizes.at("o"), 3);
    QCOMPARE(e.loss->kind, LossKind::CrossEntropy);
    QCOMPARE(e.loss->classes, (std::vector<int>{1, 2, 0, 1})); // b c a b
    QCOMPARE(e.sequence.at("x").col(2), Vector::Unit(3, 2).eval()); // c
    const Experiment last = withShape(e, Shape::ManyToOne);
    QCOMPARE(last.loss->classes, std::vector<int>{1});
    QCOMPARE(last.sequence.at("x").cols(), Eigen::Index{4});
}

void EditTest::seriesIsPredictedValueByValue()
{
    const Experiment e = elman({SeriesSource{"", {}, {1, 2, 4, 8}, false}, 0.5});
    QCOMPARE(e.loss->kind, LossKind::SquaredError);
    QCOMPARE(e.sequence.at("x"), (Matrix(1, 3) << 0.5, 1, 2).finished()); // scaled
    QCOMPARE(e.loss->vectors, (Matrix(1, 3) << 2, 4, 8).finished()); // not scaled
}

void EditTest::theDecoderReadsThePreviousTarget()
{
    const Experiment text
        = withCircuit(elman({TextSource{"abcab", TextSource::Unit::Characters}, 1}), "encoder-decoder");
    QCOMPARE(page(text).encoderSteps, 2);
    QCOMPARE(text.sequence.at("x").cols(), Eigen::Index{2});
    QCOMPARE(text.sequence.at("y").col(0), Vector::Unit(3, 2).eval()); // c, the target of step 2
    QCOMPARE(text.loss->classes, (std::vector<int>{0, 1}));
    const Experiment random = withCircuit(elman({RandomSource{5}, 1}, 9), "encoder-decoder");
    QCOMPARE(random.sequence.at("y").col(0), Vector::Zero(3).eval()); // nothing was said before
    for (int i = 1; i < 4; ++i)
        QCOMPARE(random.sequence.at("y").col(i),
            Vector::Unit(3, random.loss->classes[static_cast<std::size_t>(i - 1)]).eval());
}

void EditTest::networksWithoutOutputHaveTheirLossOnTheState()
{
    const Experiment driven = withCircuit(withShape(elman({ZeroSource{}, 1}), Shape::ManyToOne), "driven");
    QCOMPARE(driven.loss->source, std::string("h"));
    QCOMPARE(driven.loss->at, (Span{Span::Kind::Last, 1}));
    QVERIFY(compute(*prepare(driven), 1)->nodes[1].gradient.norm() > 0);
    const Experiment autonomous = withCircuit(elman({RandomSource{1}, 1}), "autonomous");
    QCOMPARE(autonomous.loss->source, std::string("s"));
    QVERIFY(autonomous.initial.at("s").norm() > 0);
    QVERIFY(withCircuit(elman({ZeroSource{}, 1}), "autonomous").initial.empty());
    QVERIFY(withCircuit(autonomous, "elman").initial.empty());
    QCOMPARE(withCircuit(autonomous, "elman").loss->source, std::string("o"));
}

void EditTest::stepsFollowTheData()
{
    const Experiment random = elman({RandomSource{1}, 1}, 50);
    const Experiment text = withData(random, {TextSource{"hello", TextSource::Unit::Characters}, 1});
    QCOMPARE(*text.steps, 4); // the whole text, whatever stood there before
    const Experiment longer
        = withData(text, {TextSource{std::string(5000, 'a') + "b", TextSource::Unit::Characters}, 1});
    QCOMPARE(*longer.steps, 1000);
    QCOMPARE(*withData(text, {ZeroSource{}, 1}).steps, 4);
    const Experiment series = withSteps(withData(random, dataSources()[2].second), 3);
    DataSource scaled = dataSources()[2].second;
    scaled.scale = 3;
    std::get<SeriesSource>(scaled.kind).standardised = false;
    QCOMPARE(*withData(series, scaled).steps, 3); // the same series, read in another way
}

void EditTest::stepsKeepTheShape()
{
    for (const Shape shape : allShapes) {
        const Experiment e = withSteps(withShape(elman({RandomSource{1}, 1}, 6), shape), 9);
        QCOMPARE(shapeOf(e), std::optional(shape == Shape::OneToOne ? Shape::ManyToMany : shape));
        QCOMPARE(*e.steps, 9);
    }
    const Experiment one = withShape(elman({RandomSource{1}, 1}, 6), Shape::OneToOne);
    QCOMPARE(*one.steps, 1);
    QCOMPARE(*withShape(one, Shape::ManyToOne).steps, 16);
    QCOMPARE(page(withSteps(withCircuit(one, "encoder-decoder"), 11)).encoderSteps, 6);
}

void EditTest::hiddenSizeDropsWhatNoLongerFits()
{
    Experiment e = elman({RandomSource{1}, 1});
    e.parameters["W"] = Matrix::Identity(4, 4);
    e.parameters["c"] = Matrix::Ones(3, 1);
    e.initial["h"] = Vector::Ones(4);
    const Experiment bigger = withHiddenSize(e, 5);
    QVERIFY(!bigger.parameters.count("W"));
    QVERIFY(bigger.parameters.count("c"));
    QVERIFY(bigger.initial.empty());
    QVERIFY(withHiddenSize(e, 4) == e);
}

void EditTest::circuitsKeepSizesShapeAndWeights()
{
    Experiment e = withShape(elman({RandomSource{1}, 1}), Shape::ManyToOne);
    e.parameters["U"] = Matrix::Ones(4, 3);
    e.parameters["W"] = Matrix::Ones(4, 4);
    const Experiment jordan = withCircuit(withActivation(e, Activation::Relu), "jordan");
    QCOMPARE(page(jordan).sizes, (Sizes{{"x", 3}, {"h", 4}, {"o", 3}}));
    QCOMPARE(page(jordan).activation, Activation::Relu);
    QVERIFY(jordan.parameters.count("U"));
    QVERIFY2(!jordan.parameters.count("W"), "W reads o in the Jordan network");
    QVERIFY2(page(jordan).spans.empty(), "its output is its memory, at every step");
    QCOMPARE(jordan.loss->at, (Span{Span::Kind::Last, 1}));
    for (const char *name : {"lstm", "bidirectional", "driven", "feed-forward"})
        QCOMPARE(shapeOf(withCircuit(e, name)), std::optional(Shape::ManyToOne));
    QCOMPARE(shapeOf(withCircuit(withCircuit(e, "autonomous"), "gru")), std::optional(Shape::ManyToOne));
}

void EditTest::theTitleOfASceneGoesWithTheScene()
{
    DataSource random;
    random.kind = RandomSource{1};
    Experiment scene = elman(random);
    scene.title = "a scene";
    scene.note = "what to try";
    DataSource zero;
    zero.kind = ZeroSource{};
    for (const Experiment &other :
        {withCircuit(scene, "driven"), withShape(scene, Shape::OneToMany), withData(scene, zero)}) {
        QVERIFY(other.title.empty());
        QVERIFY(other.note.empty());
    }
    DataSource louder = scene.data;
    louder.scale = 2;
    for (const Experiment &same :
        {withHiddenSize(scene, 3), withSteps(scene, 7), withGain(scene, 2), withData(scene, louder)}) {
        QCOMPARE(same.title, scene.title);
        QCOMPARE(same.note, scene.note);
    }
}

void EditTest::theLossMoves()
{
    const Experiment last = withShape(elman({RandomSource{1}, 1}), Shape::ManyToOne);
    const Experiment every = withLossAt(last, {});
    QCOMPARE(every.loss->classes.size(), std::size_t{5});
    QCOMPARE(shapeOf(every), std::optional(Shape::ManyToMany)); // the output follows the loss
    const Experiment back = withLossAt(every, {Span::Kind::Last, 1});
    QCOMPARE(back.loss->classes, last.loss->classes);
    const Experiment unequal = withShape(last, Shape::ManyToManyUnequal);
    QCOMPARE(withLossAt(withLossAt(unequal, {Span::Kind::Last, 1}), {}).loss->at, (Span{Span::Kind::Last, 2}));
    QCOMPARE(withLossAt(withCircuit(last, "encoder-decoder"), {}).loss->at, (Span{Span::Kind::After, 3}));
}

void EditTest::recipesReplaceGivenWeights()
{
    const Experiment e = withInitialisation(given(), {Recipe::Gaussian, 9, ScaledBy::SpectralRadius});
    QVERIFY(e.parameters.empty());
    QCOMPARE(e.initialisation.seed, std::uint64_t{9});
    QCOMPARE(withGain(e, -0.5).gain, -0.5);
}

void EditTest::activationOfAWrittenCircuit()
{
    Experiment e = elman({RandomSource{1}, 1});
    e.circuit = circuitOf(e);
    const Circuit changed = circuitOf(withActivation(e, Activation::Sigmoid));
    QCOMPARE(changed.nodes[1].activation, Activation::Sigmoid);
    QCOMPARE(changed.nodes[2].activation, Activation::Identity);
    QCOMPARE(fault(withHiddenSize(e, 9)), QByteArray());
    QCOMPARE(fault(withShape(e, Shape::OneToMany)), QByteArray());
    QCOMPARE(fault(withData(e, dataSources()[0].second)), QByteArray());
    Experiment lstm = withCircuit(e, "lstm");
    lstm.circuit = circuitOf(lstm);
    QVERIFY2(withActivation(lstm, Activation::Relu) == lstm, "its states are sums and products");
}

void EditTest::numbersOfAFileAreCut()
{
    const Experiment e = given();
    const Experiment shorter = withSteps(e, 2);
    QCOMPARE(shorter.sequence.at("x"), (Matrix(1, 2) << 1, 2).finished());
    QCOMPARE(shorter.loss->classes, (std::vector<int>{0, 1}));
    QVERIFY(shorter.parameters.count("W"));
    QCOMPARE(withShape(e, Shape::ManyToOne).loss->classes, std::vector<int>{2});
    QCOMPARE(withShape(e, Shape::OneToMany).sequence.at("x"), Matrix(Matrix::Ones(1, 1)));
    QCOMPARE(withHiddenSize(e, 7).sequence.at("x"), e.sequence.at("x"));
    QCOMPARE(fault(withCircuit(e, "encoder-decoder")), QByteArray());
    QCOMPARE(fault(withCircuit(e, "driven")), QByteArray());
    Experiment silent = e;
    silent.loss.reset();
    QVERIFY(!withHiddenSize(silent, 3).loss);
    QVERIFY(!withCircuit(silent, "lstm").loss);
    QVERIFY(withData(silent, {RandomSource{1}, 1}).loss.has_value());
}

void EditTest::impossibleChangesAreRefused()
{
    const Experiment random = elman({RandomSource{1}, 1});
    const Experiment text = elman({TextSource{"ab", TextSource::Unit::Characters}, 1});
    QCOMPARE(
        refusal([&] { withSteps(random, 0); }), QByteArray("steps: the number of steps is 0; expected at least 1"));
    QCOMPARE(refusal([&] { withSteps(text, 2); }),
        QByteArray("steps: the data gives 1 step; expected at most that many, or other data"));
    QVERIFY(refusal([&] {
        withCircuit(text, "encoder-decoder");
    }).startsWith("steps: an encoder and a decoder do not fit"));
    QVERIFY(refusal([&] { withHiddenSize(random, 0); }).startsWith("circuit.sizes: the hidden size is 0"));
    QVERIFY(refusal([&] {
        withHiddenSize(random, 1000000);
    }).startsWith("circuit: a run of this circuit over 5 steps needs 24 TB"));
    QVERIFY(refusal([&] {
        withSteps(random, 1000000000);
    }).startsWith("circuit: a run of this circuit over 1000000000 steps"));
    QVERIFY(refusal([&] { withCircuit(random, "hopfield"); }).startsWith("circuit.name: "));
    QVERIFY(refusal([&] { withGain(random, std::nan("")); }).startsWith("gain: the gain is not finite"));
    QVERIFY(refusal([&] { withData(random, {TextSource{}, 1}); }).startsWith("text: the text is empty"));
    QVERIFY(refusal([&] {
        withSteps(given(), 4);
    }).startsWith("sequence.x: the numbers are in the file, and there is none for step 4"));
    QVERIFY(refusal([&] {
        withLossAt(withSteps(withShape(given(), Shape::ManyToOne), 3), {});
    }).startsWith("loss.targets: "));
}

void EditTest::summary()
{
    Experiment e = withHiddenSize(withShape(elman({RandomSource{1}, 1}), Shape::ManyToOne), 8);
    e.initialisation.seed = 4;
    QCOMPARE(summaryOf(e), std::string("RNN with output · many-to-one · hidden 8, tanh · seed 4"));
    QCOMPARE(summaryOf(withCircuit(e, "lstm")), std::string("LSTM · many-to-one · hidden 8 · seed 4"));
    QCOMPARE(
        summaryOf(withCircuit(e, "autonomous")), std::string("autonomous dynamical system · hidden 8, tanh · seed 4"));
    e.circuit = circuitOf(e);
    std::get<Circuit>(e.circuit).name.clear();
    e.parameters = {{"W", Matrix::Ones(8, 8)}, {"U", Matrix::Ones(8, 3)}, {"V", Matrix::Ones(3, 8)},
        {"b", Matrix::Ones(8, 1)}, {"c", Matrix::Ones(3, 1)}};
    QCOMPARE(summaryOf(e), std::string("a circuit of its own · many-to-one · hidden 8 · given weights"));
}

void EditTest::labels()
{
    const Experiment text = elman({TextSource{"a b!", TextSource::Unit::Characters}, 1});
    QCOMPARE(stepLabelsOf(text), (std::vector<std::string>{"a", "␣", "b"}));
    QCOMPARE(stepLabelsOf(withSteps(text, 1)), std::vector<std::string>{"a"});
    QVERIFY(stepLabelsOf(withCircuit(text, "autonomous")).empty());
    QVERIFY(stepLabelsOf(elman({RandomSource{1}, 1})).empty());
    QVERIFY(stepLabelsOf(given()).empty());
    Experiment named = given();
    named.data.kind = GivenSource{{"Anna", "flew", "to", "Paris"}, {"none", "person", "place"}};
    QCOMPARE(stepLabelsOf(named), (std::vector<std::string>{"Anna", "flew", "to"}));
    QCOMPARE(classNamesOf(named).at(2), std::string("place"));
    QCOMPARE(classNamesOf(text), (std::vector<std::string>{"a", "␣", "b", "!"}));
    QVERIFY(classNamesOf(elman({RandomSource{1}, 1})).empty());
}

/// Thirteen words read and two written stay so; another number of steps is shared out anew.
void EditTest::unequalSpansOfTheSameStepsStay()
{
    const DataSource text{TextSource{"abcdefgh", TextSource::Unit::Characters}, 1};
    Experiment e = withShape(elman(text), Shape::ManyToManyUnequal);
    std::get<NamedCircuit>(e.circuit).spans = {{"x", {Span::Kind::First, 5}}, {"o", {Span::Kind::Last, 2}}};
    e.sequence.clear();
    e.loss.reset();
    e = withData(e, text);
    QVERIFY(std::get<NamedCircuit>(e.circuit).spans.at("x") == (Span{Span::Kind::First, 5}));
    QVERIFY(e.loss->at == (Span{Span::Kind::Last, 2}));
    QVERIFY(std::get<NamedCircuit>(withSteps(e, 4).circuit).spans.at("x") == (Span{Span::Kind::First, 2}));
}

void EditTest::noLabelWhereNothingIsRead()
{
    const Experiment text = elman({TextSource{"a b!", TextSource::Unit::Characters}, 1});
    QCOMPARE(stepLabelsOf(withShape(text, Shape::OneToMany)), (std::vector<std::string>{"a", "", ""}));
}

UNFOLD_GUILESS_TEST(EditTest)
#include "edit_test.moc"
