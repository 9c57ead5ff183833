// What is linked follows, what is not stays; and the pair stands in one file.
#include "core/circuit/input_error.h"
#include "core/experiment/edit.h"
#include "core/experiment/twins.h"
#include "core/file/experiment_file.h"
#include "core/file/trace_file.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment small()
{
    Experiment e;
    e.circuit
        = NamedCircuit{"elman", {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Tanh, {{"o", {Span::Kind::Last, 1}}}, 1};
    e.steps = 6;
    return withLossAt(withData(e, DataSource{RandomSource{3}, 1}), {Span::Kind::Last, 1});
}

Links all()
{
    return {allLinks.begin(), allLinks.end()};
}

Links allBut(Link open)
{
    Links links = all();
    links.erase(open);
    return links;
}

std::string messageOf(const std::string &file)
{
    try {
        readExperiment(file);
    } catch (const InputError &error) {
        return error.what();
    }
    return {};
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.rfind(from); // the twin stands last
    return text.replace(at, from.size(), to);
}

} // namespace

class TwinsTest : public QObject
{
    Q_OBJECT

private slots:
    void aLinkedTwinFollowsInEverything()
    {
        const Experiment first = small();
        Initialisation other{Recipe::Gaussian, 8, ScaledBy::LargestSingularValue};
        Experiment next = withInitialisation(withHiddenSize(withCircuit(first, "gru"), 5), other);
        next = withGain(withSteps(withActivation(next, Activation::Relu), 9), 1.3);
        QVERIFY(following(next, {first, all(), {}}).experiment == next);
    }

    void whatIsNotLinkedStays()
    {
        const Experiment first = small();
        const Experiment lstm = withCircuit(first, "lstm");
        const TwinExperiment twin = following(withSteps(withGain(first, 0.7), 9), {lstm, allBut(Link::Circuit), {}});
        QCOMPARE(twin.fault, std::string());
        QCOMPARE(inWords(Link::Circuit, twin.experiment), std::string("LSTM"));
        QCOMPARE(twin.experiment.gain, 0.7);
        QCOMPARE(*twin.experiment.steps, 9);
        QVERIFY(twin.experiment.sequence.at("x") == withSteps(first, 9).sequence.at("x"));
        for (const Link link : allLinks)
            QCOMPARE(differ(link, withSteps(withGain(first, 0.7), 9), twin.experiment), link == Link::Circuit);
    }

    void eachLinkHoldsWhatItIsCalledBy()
    {
        const Experiment first = small();
        const std::vector<std::pair<Link, Experiment>> changes{{Link::Circuit, withCircuit(first, "gru")},
            {Link::HiddenSize, withHiddenSize(first, 5)}, {Link::Activation, withActivation(first, Activation::Relu)},
            {Link::Recipe, withInitialisation(first, {Recipe::Gaussian, first.initialisation.seed})},
            {Link::Seed, withInitialisation(first, {first.initialisation.recipe, 9})},
            {Link::Gain, withGain(first, 1.2)}, {Link::Data, withData(first, {RandomSource{4}, 1})},
            {Link::Loss, withLossAt(first, {})}};
        for (const auto &[link, own] : changes) {
            QVERIFY2(differ(link, first, own), std::string(nameOf(link)).c_str());
            const TwinExperiment open = following(first, {own, allBut(link), {}});
            QVERIFY2(differ(link, first, open.experiment), std::string(nameOf(link)).c_str());
            const TwinExperiment closed = following(first, {open.experiment, all(), {}});
            QVERIFY2(closed.experiment == first, std::string(nameOf(link)).c_str());
            QVERIFY(linkNamed(nameOf(link)) == link);
        }
    }

    void theGatesStayAsTheyWereSetWhateverFollows()
    {
        const Twins twins = twinsOf(small(), TwinPreset::RnnAndLstm);
        const std::map<std::string, double> gates{{"b_f", 5}, {"b_i", -4}};
        QCOMPARE(twins.twin.experiment.initialisation.constants, gates);
        Experiment next = withHiddenSize(twins.first, 7);
        next = withConstant(withInitialisation(next, {Recipe::Gaussian, 4}), "b", 0.5);
        const TwinExperiment twin = following(next, twins.twin);
        QCOMPARE(twin.experiment.initialisation.constants.at("b_f"), 5.0);
        QCOMPARE(twin.experiment.initialisation.constants.at("b_i"), -4.0);
        QCOMPARE(twin.experiment.initialisation.constants.size(), 2U); // it has no b
        QVERIFY(twin.experiment.initialisation.recipe == Recipe::Gaussian);
        const auto prepared = prepare(twin.experiment);
        const int open = indexOf(prepared->program->parameters, "b_f");
        QVERIFY(prepared->baseParameters[std::size_t(open)] == Matrix::Constant(7, 1, 5.0));
    }

    /// A bias that a file gives an entry each, as older files do.
    void givenBiasesOfGatesOutliveAnotherSize()
    {
        const Experiment first = small();
        Experiment lstm = withCircuit(first, "lstm");
        lstm.parameters["b_f"] = Matrix::Constant(3, 1, 5.0);
        const TwinExperiment twin = following(withHiddenSize(first, 7), {lstm, allBut(Link::Circuit), {}});
        QVERIFY(twin.experiment.parameters.at("b_f") == Matrix::Constant(7, 1, 5.0));
    }

    /// The comparison begins where the RNN loses the gradient and the LSTM keeps it.
    void theRnnForgetsWhatTheLstmKeeps()
    {
        const auto left = [](const Experiment &experiment, const std::string &node) {
            const auto trace = compute(*prepare(experiment), experiment.gain);
            const NodeTrace &state = trace->nodes[std::size_t(trace->circuit().indexOf(node))];
            return state.at(state.gradient, 1).norm() / state.at(state.gradient, trace->steps()).norm();
        };
        const Twins twins = twinsOf(withHiddenSize(small(), 8), TwinPreset::RnnAndLstm);
        const Experiment &lstm = twins.twin.experiment;
        QCOMPARE(*twins.first.steps, 100);
        QVERIFY(twins.first.loss->at == (Span{Span::Kind::Last, 1}));
        QCOMPARE(twins.first.gain, 0.8);
        const double rnnLeft = left(twins.first, "h");
        const double lstmLeft = left(lstm, "s");
        QVERIFY2(rnnLeft < 1e-9, qPrintable(QString::number(rnnLeft)));
        QVERIFY2(lstmLeft > 0.2 && lstmLeft < 5, qPrintable(QString::number(lstmLeft)));
        for (const Link link : allLinks)
            QCOMPARE(differ(link, twins.first, lstm), link == Link::Circuit); // same data, seed, gain, loss
        QVERIFY(lstm.sequence.at("x") == twins.first.sequence.at("x"));
        QVERIFY(lstm.loss->classes == twins.first.loss->classes);
    }

    void aShortTextIsReadWhole()
    {
        const Experiment text = withData(small(), DataSource{TextSource{"abcabd", {}}, 1});
        QCOMPARE(*twinsOf(withSteps(text, 2), TwinPreset::RnnAndLstm).first.steps, 5);
        Experiment given = small();
        given.data = {};
        QCOMPARE(*twinsOf(given, TwinPreset::RnnAndLstm).first.steps, 6);
    }

    void aTwinMayStartElsewhere()
    {
        Experiment first = withCircuit(small(), "driven");
        Experiment own = first;
        own.initial["h"] = Vector::Ones(3);
        const TwinExperiment open = following(withGain(withSteps(first, 9), 0.7), {own, allBut(Link::Initial), {}});
        QVERIFY(open.experiment.initial.at("h") == Vector::Ones(3));
        QCOMPARE(nameBeside(first, open.experiment), std::string("gain 0.7, start at norm 1.7"));
        QCOMPARE(inWords(Link::Initial, first), std::string("start at 0"));
        QVERIFY(following(first, {open.experiment, all(), {}}).experiment.initial.empty());
        QVERIFY(following(withHiddenSize(first, 5), open).experiment.initial.empty()); // it fits no more
        own = withCircuit(own, "elman");
        const TwinExperiment linked = following(own, {withCircuit(first, "lstm"), allBut(Link::Circuit), {}});
        QVERIFY(linked.experiment.initial == own.initial); // both start alike
    }

    void whatItCannotFollowItSaysAndStays()
    {
        Experiment given = small();
        given.data = {};
        Experiment wider = withCircuit(given, "lstm");
        std::get<NamedCircuit>(wider.circuit).sizes["x"] = 2;
        TwinExperiment twin{wider, {Link::Gain}, {}};
        twin.experiment.data = {TextSource{"abcab", TextSource::Unit::Characters}, 1};
        const TwinExperiment next = following(withGain(withSteps(small(), 40), 2), twin); // the text has four steps
        QVERIFY(next.fault.find("the data gives 4 steps") != std::string::npos);
        QVERIFY(next.experiment == twin.experiment);
        QVERIFY(following(withSteps(small(), 4), next).fault.empty());
    }

    void presetsDifferInWhatTheySay()
    {
        const auto names = [](TwinPreset preset) {
            const Twins twins = twinsOf(small(), preset);
            return nameBeside(twins.twin.experiment, twins.first) + " / "
                + nameBeside(twins.first, twins.twin.experiment);
        };
        QCOMPARE(names(TwinPreset::RnnAndLstm), std::string("RNN / LSTM"));
        QCOMPARE(names(TwinPreset::GainBelowAndAbove), std::string("gain 0.9 / gain 1.1"));
        QCOMPARE(names(TwinPreset::OrthogonalAndGaussian), std::string("orthogonal / gaussian"));
        QCOMPARE(names(TwinPreset::TanhAndRelu), std::string("tanh / relu"));
    }

    void anLstmWithWeightsOfItsOwnIsTheTwinItself()
    {
        Experiment lstm = withCircuit(small(), "lstm");
        lstm.parameters["b_f"] = Matrix::Constant(3, 1, 2.0);
        QVERIFY(twinsOf(lstm, TwinPreset::RnnAndLstm).twin.experiment == lstm);
    }

    void bothStandInOneFile()
    {
        const Twins twins = twinsOf(small(), TwinPreset::RnnAndLstm);
        const ReadExperiment read = readExperiment(writeExperiment(twins.first, {}, twins.twin));
        QVERIFY(read.warnings.empty());
        QVERIFY(read.experiment == twins.first);
        QVERIFY(read.twin && *read.twin == twins.twin);
    }

    void withoutATwinTheFileIsWhatItWas()
    {
        const std::string text = writeExperiment(small());
        QVERIFY(text.find("twin") == std::string::npos);
        QVERIFY(!readExperiment(text).twin);
    }

    void whoeverReadsNoTwinsPassesOverIt()
    {
        const Twins twins = twinsOf(small(), TwinPreset::GainBelowAndAbove);
        const std::string broken
            = replaced(writeExperiment(twins.first, {}, twins.twin), "\"elman\"", "\"nothing of the kind\"");
        const ReadExperiment read = readExperiment(broken, ReadTwins::No);
        QVERIFY(read.warnings.empty());
        QVERIFY(!read.twin);
        const auto printed = [](const Experiment &e) { return writeTrace(*compute(*prepare(e), e.gain)); };
        QCOMPARE(printed(read.experiment), printed(twins.first));
    }

    void faultsSayWhereInTheTwin()
    {
        const Twins twins = twinsOf(small(), TwinPreset::GainBelowAndAbove);
        const std::string file = writeExperiment(twins.first, {}, twins.twin);
        QVERIFY(messageOf(file).empty());
        const auto says = [&](const std::string &from, const std::string &to, const std::string &begin) {
            const std::string message = messageOf(replaced(file, from, to));
            QVERIFY2(message.rfind(begin, 0) == 0, message.c_str());
        };
        says("\"elman\"", "\"elmann\"", "twin.circuit.name: ");
        says("\"gain\": 1.1", "\"gain\": \"much\"", "twin.gain: ");
        says("\"size\"", "\"colour\"", "twin.links[1]: there is no link called \"colour\"");
        says("\"steps\": 6", "\"steps\": 7", "twin.");
        QVERIFY(messageOf(R"({"circuit": {"name": "elman"}, "steps": 3, "twin": 4})").rfind("twin: ", 0) == 0);
        const std::string longer = messageOf(
            R"({"circuit": {"name": "elman"}, "steps": 3, "twin": {"circuit": {"name": "elman"}, "steps": 4}})");
        QVERIFY2(longer.rfind("twin: it has 4 steps; expected 3", 0) == 0, longer.c_str());
    }

    void aLinkThatIsNotTrueIsOpened()
    {
        const ReadExperiment read = readExperiment(R"({"format": "unfold-experiment", "version": 1,
            "circuit": {"name": "elman"}, "steps": 3, "twin": {"circuit": {"name": "elman"}, "steps": 3, "gain": 2, "links": ["gain", "seed"]}})");
        QCOMPARE(read.warnings.size(), 1U);
        QVERIFY(read.warnings[0].rfind("twin.links[0]: \"gain\" is not the same in both", 0) == 0);
        QVERIFY(read.twin->links == Links{Link::Seed});
    }
};

UNFOLD_GUILESS_TEST(TwinsTest)
#include "twins_test.moc"
