// Experiment files changed at random are read or refused in one sentence; random experiments return from their files.
#include "core/circuit/catalogue.h"
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/support/broken_files.h"
#include "tests/support/random_cases.h"
#include "tests/support/read_any.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>

using namespace unfold;

namespace {

int below(int count)
{
    return *rc::gen::inRange(0, count);
}

/// Any finite number, the extremes among them.
double number()
{
    switch (below(8)) {
    case 0: return std::numeric_limits<double>::max();
    case 1: return std::numeric_limits<double>::denorm_min();
    case 2: return -0.0;
    default: {
        const double any = *rc::gen::arbitrary<double>();
        return std::isfinite(any) ? any : 1.0;
    }
    }
}

Matrix numbers(Eigen::Index rows, Eigen::Index cols)
{
    Matrix m(rows, cols);
    for (double &entry : m.reshaped())
        entry = number();
    return m;
}

std::string text()
{
    return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("aZ09 \"\\/\n\t<&")));
}

DataSource data()
{
    DataSource source;
    source.scale = number();
    switch (below(5)) {
    case 0:
        source.kind = TextSource{text(), below(2) == 0 ? TextSource::Unit::Words : TextSource::Unit::Characters};
        break;
    case 1: source.kind = SeriesSource{text(), {text(), text()}, {number(), number()}, below(2) == 0}; break;
    case 2: source.kind = RandomSource{*rc::gen::arbitrary<std::uint64_t>()}; break;
    case 3: source.kind = ZeroSource{}; break;
    default: break;
    }
    return source;
}

NamedCircuit page()
{
    NamedCircuit page;
    const CatalogueEntry &entry = catalogue()[static_cast<std::size_t>(below(static_cast<int>(catalogue().size())))];
    page.name = entry.name;
    for (const auto &[key, role] : entry.sizes)
        page.sizes[key] = 1 + below(3);
    if (page.sizes.contains("s") && page.sizes.contains("h"))
        page.sizes["s"] = page.sizes["h"]; // the decoder shares a matrix between them
    page.activation = static_cast<Activation>(below(5));
    page.encoderSteps = entry.phases ? 1 + below(2) : 1;
    page.layers = entry.layers ? 2 + below(3) : 2;
    return page;
}

Loss loss(const Node &source, int steps)
{
    Loss loss;
    loss.source = source.name;
    loss.at = source.span;
    const int count = source.span.in(steps).count();
    loss.kind = below(2) == 0 ? LossKind::CrossEntropy : LossKind::SquaredError;
    if (loss.kind == LossKind::SquaredError)
        loss.vectors = numbers(source.size, count);
    for (int i = 0; loss.kind == LossKind::CrossEntropy && i < count; ++i)
        loss.classes.push_back(below(source.size));
    return loss;
}

Experiment anyExperiment()
{
    Experiment experiment;
    experiment.title = text();
    experiment.note = text();
    experiment.circuit = page();
    const Circuit circuit = circuitOf(experiment);
    const int steps = 3 + below(3);
    experiment.steps = steps;
    for (const Node &node : circuit.nodes)
        if (node.role == Role::Input && below(3) > 0)
            experiment.sequence[node.name] = numbers(node.size, node.span.in(steps).count());
        else if (node.role == Role::State && below(3) == 0)
            experiment.initial[node.name] = numbers(node.size, 1);
    for (const ParameterInfo &info : parametersOf(circuit))
        if (below(3) == 0)
            experiment.parameters[info.name] = numbers(info.rows, info.cols);
    experiment.initialisation = {static_cast<Recipe>(below(4)), *rc::gen::arbitrary<std::uint64_t>(),
        std::array<std::optional<ScaledBy>, 3>{
            std::nullopt, ScaledBy::SpectralRadius, ScaledBy::LargestSingularValue}[size_t(below(3))]};
    for (const ParameterInfo &info : parametersOf(circuit))
        if (below(4) == 0)
            experiment.initialisation.constants[info.name] = number();
        else if (below(4) == 0)
            experiment.initialisation.recipes[info.name] = {Recipe::Gaussian, std::abs(number())};
    experiment.gain = number();
    if (below(4) > 0)
        experiment.loss = loss(circuit.nodes.back(), steps);
    if (!experiment.sequence.empty()) // what has none gets the one that its data makes
        experiment.data = data();
    if (below(3) == 0) {
        Circuit written = circuit;
        written.name = text();
        experiment.circuit = written;
    }
    return experiment;
}

} // namespace

class RandomFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::setCases(5000); }

    void brokenFilesAreReadOrRefused_data()
    {
        QTest::addColumn<bool>("asJson");
        QTest::newRow("changed values and keys") << true;
        QTest::newRow("changed bytes") << false;
    }

    void brokenFilesAreReadOrRefused()
    {
        QFETCH(bool, asJson);
        const std::vector<std::string> files
            = test::textsIn(QStringLiteral("resources/scenes"), QStringLiteral("*.unfold"));
        QVERIFY(files.size() >= 12);
        int refused = 0;
        int read = 0;
        QVERIFY(rc::check("a broken file", [&](std::uint64_t seed) {
            test::Random random(seed);
            const std::string &file = files[random() % files.size()];
            const std::string text = asJson ? test::brokenJson(file, random) : test::brokenText(file, random);
            ++(test::readAnyExperiment(text).empty() ? read : refused);
        }));
        QVERIFY2(refused > 1000 && read > 100, "both ways are taken often");
    }

    void anyExperimentReturns()
    {
        QVERIFY(rc::check("an experiment returns from its file", [] {
            const Experiment experiment = anyExperiment();
            prepare(experiment); // it is a valid one
            const ReadExperiment read = readExperiment(writeExperiment(experiment));
            RC_ASSERT(read.experiment == experiment);
        }));
    }
};

UNFOLD_GUILESS_TEST(RandomFilesTest)
#include "random_files_test.moc"
