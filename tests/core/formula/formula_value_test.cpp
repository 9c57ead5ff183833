// The equations are true: every one of every circuit of the catalogue, and of circuits made up at random, comes to what
// the engine computed.
#include "core/circuit/catalogue.h"
#include "core/formula/notation.h"
#include "tests/core/engine/random_run.h"
#include "tests/core/formula/formula_value.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

constexpr int steps = 5;

/// Numbers that repeat for no period in sight.
Matrix numbers(int rows, int cols, double seed)
{
    Matrix m(rows, cols);
    for (int i = 0; i < m.size(); ++i)
        m.data()[i] = 0.8 * std::sin(seed + 1.7 * i + 0.3 * i * i);
    return m;
}

Circuit pageOf(const std::string &name, Notation notation, Activation activation)
{
    std::map<std::string, int> sizes;
    for (const SizeKey &key : catalogueEntry(name)->sizes)
        sizes[key.name] = key.role == SizeRole::Hidden ? 3 : 2;
    Circuit circuit = makeCircuit(name, sizes, activation, 2);
    circuit.names = namesIn(notation, circuit);
    return circuit;
}

Trace forwardOf(const Circuit &circuit)
{
    Trace trace;
    const auto program = std::make_shared<const Program>(compile(circuit, steps));
    double seed = 1;
    for (const ParameterInfo &p : program->parameters)
        trace.parameters.push_back(numbers(p.rows, p.cols, seed += 2.3));
    Inputs inputs;
    for (const Node &node : circuit.nodes) {
        const int count = node.span.in(steps).count();
        inputs.sequence.push_back(node.role == Role::Input ? numbers(node.size, count, seed += 2.3) : Matrix());
        inputs.initial.push_back(node.role == Role::Input ? Matrix() : numbers(node.size, 1, seed += 2.3));
    }
    forward(program, inputs, trace);
    return trace;
}

/// On the last output, or on the state where there is none.
Loss lossOn(const Circuit &circuit, LossKind kind, Span at)
{
    Loss loss{kind, circuit.nodes.back().name, at, {}, {}};
    const int count = at.in(steps).count();
    for (int i = 0; i < count; ++i)
        loss.classes.push_back(i % 2);
    if (kind == LossKind::SquaredError) {
        loss.classes.clear();
        loss.vectors = numbers(circuit.nodes.back().size, count, 77);
    }
    return loss;
}

bool near(const Matrix &formula, const Matrix &engine)
{
    const Matrix value = formula.size() > 0 ? formula : Matrix::Zero(engine.rows(), engine.cols());
    if (value.size() == 1 && engine.size() > 1)
        return value(0, 0) == 0 && engine.isZero(0);
    return value.rows() == engine.rows() && value.cols() == engine.cols() && value.allFinite()
        && (value - engine).norm() <= 1e-10 * (1 + engine.norm());
}

/// φ of a sum; of zeros where it is empty or "0".
Matrix activated(Activation activation, const Matrix &sum, Eigen::Index size)
{
    const Matrix a = sum.size() == size ? sum : Matrix::Zero(size, 1);
    if (activation == Activation::Tanh)
        return a.array().tanh();
    if (activation == Activation::Softmax)
        return softmax(a.col(0));
    return activation == Activation::Sigmoid ? Matrix((1 / (1 + (-a.array()).exp())).matrix()) : Matrix(a.cwiseMax(0));
}

QByteArray about(const Formula &formula, int t)
{
    return QByteArray::fromStdString(plainText(formula)) + "  at t = " + QByteArray::number(t);
}

void checkNodes(const Trace &trace, const Loss &loss)
{
    const Circuit &circuit = trace.circuit();
    FormulaValue value(trace, loss);
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const NodeTrace &node = trace.nodes[static_cast<size_t>(n)];
        for (int t = 1; t <= trace.steps(); ++t) {
            if (!node.exists(t))
                continue;
            for (const int step : {0, t}) { // at any step, and at this one
                const std::vector<Formula> lines = nodeFormulas(circuit, n, step, trace.steps());
                if (lines.empty())
                    continue;
                Matrix result = value(lines.front(), t);
                if (lines.size() > 1)
                    result = activated(circuit.nodes[static_cast<size_t>(n)].activation, result, node.value.rows());
                QVERIFY2(near(result, node.at(node.value, t)), about(lines.front(), t));
            }
        }
    }
}

/// lossStep 0: of the whole loss.
void checkGradients(Trace &trace, const Loss &loss, int lossStep)
{
    const Circuit &circuit = trace.circuit();
    if (lossStep == 0)
        backward(loss, trace);
    else
        backward(loss, {lossStep, lossStep}, trace);
    FormulaValue value(trace, loss);
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const NodeTrace &node = trace.nodes[static_cast<size_t>(n)];
        for (int t = 1; t <= trace.steps(); ++t)
            for (const int step : {0, t})
                if (node.exists(t)) {
                    const Formula formula = gradientFormula(circuit, n, step, &loss, trace.steps(), lossStep);
                    QVERIFY2(near(value(formula, t), node.at(node.gradient, t)), about(formula, t));
                }
    }
    for (size_t p = 0; p < trace.parameters.size(); ++p) {
        const Formula formula
            = parameterGradientFormula(circuit, trace.program->parameters[p].name, loss, trace.steps(), lossStep);
        QVERIFY2(near(value(formula, 0), trace.gradients[p]), about(formula, 0));
    }
}

void checkLoss(const Trace &trace, const Loss &loss)
{
    FormulaValue value(trace, loss);
    const std::vector<Formula> lines = lossFormulas(trace.circuit(), loss, trace.steps());
    const StepRange at = loss.at.in(trace.steps());
    const size_t ofStep = loss.kind == LossKind::CrossEntropy ? 1 : 0;
    QCOMPARE(lines.size(), ofStep + (at.count() > 1 ? 2 : 1));
    for (int t = at.first; t <= at.last; ++t)
        QVERIFY2(near(value(lines[ofStep], t), Matrix::Constant(1, 1, *trace.stepLoss[static_cast<size_t>(t - 1)])),
            about(lines[ofStep], t));
    QVERIFY2(near(value(lines.back(), at.last), Matrix::Constant(1, 1, trace.totalLoss)), about(lines.back(), 0));
}

} // namespace

class FormulaValueTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEquationOfTheCatalogue_data()
    {
        QTest::addColumn<int>("activation");
        for (const CatalogueEntry &entry : catalogue())
            for (const Activation activation :
                {Activation::Tanh, Activation::Relu, Activation::Sigmoid, Activation::Identity, Activation::Softmax})
                QTest::addRow("%s/%s", entry.name.c_str(), nameOf(activation).data()) << static_cast<int>(activation);
    }

    void everyEquationOfTheCatalogue()
    {
        QFETCH(int, activation);
        const std::string name = QString::fromUtf8(QTest::currentDataTag()).section(u'/', 0, 0).toStdString();
        for (const Notation notation : {Notation::Letters, Notation::Indexed}) {
            const Circuit circuit = pageOf(name, notation, static_cast<Activation>(activation));
            Trace trace = forwardOf(circuit);
            checkNodes(trace, {});
            for (const LossKind kind : {LossKind::CrossEntropy, LossKind::SquaredError})
                for (const Span &at : {circuit.nodes.back().span, Span{Span::Kind::Last, 1}, Span{Span::Kind::Last, 3}})
                    for (const int lossStep : {0, 4, 5}) {
                        if (lossStep > 0 && !at.in(steps).contains(lossStep))
                            continue;
                        const Loss loss = lossOn(circuit, kind, at);
                        checkGradients(trace, loss, lossStep);
                        if (lossStep == 0)
                            checkLoss(trace, loss);
                        if (QTest::currentTestFailed())
                            return;
                    }
        }
    }

    /// With spans, gates behind matrices, shared parameters, delays into past and future.
    void andOfCircuitsMadeUp()
    {
        int tried = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            const Run run = RandomRun(seed).make();
            if (run.batch != 1)
                continue;
            Trace trace;
            trace.parameters = run.parameters;
            forward(std::make_shared<const Program>(compile(run.circuit, run.steps)), run.inputs, trace);
            checkNodes(trace, run.loss);
            checkGradients(trace, run.loss, 0);
            checkGradients(trace, run.loss, run.loss.at.in(run.steps).last);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
            ++tried;
        }
        QVERIFY(tried > 50);
    }
};

UNFOLD_APPLESS_TEST(FormulaValueTest)
#include "formula_value_test.moc"
