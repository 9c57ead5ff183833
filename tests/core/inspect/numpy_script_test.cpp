// The copied NumPy code is run, for every page that the inspector can show of every circuit, and gives the number of
// the engine.
#include "core/formula/notation.h"
#include "core/inspect/exact_number.h"
#include "core/inspect/numpy_script.h"
#include "tests/core/inspect/example_runs.h"
#include "tests/support/run_numpy.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

/// Scripts, and what each has to print.
struct Cases {
    std::vector<std::string> scripts;
    std::vector<double> expected;
    std::vector<double> scales; ///< of what was summed: rounding is measured by it

    void add(const InspectedRun &run, const Calculation &calculation, int row, int column, double value, double scale)
    {
        scripts.push_back(numpyScript(run, calculation, row, column));
        expected.push_back(value);
        scales.push_back(std::max(std::abs(value), scale));
    }
};

double largestProduct(const OpenedEntry &entry)
{
    double largest = 0;
    for (const Product &product : entry.products)
        largest = std::max(largest, std::abs(product.value()));
    return largest;
}

void addExpression(const InspectedRun &run, const Expression &expression, Cases &cases)
{
    const Matrix engines = valueOf(run, expression.result);
    for (int unit = 0; unit < engines.rows(); ++unit)
        cases.add(run, expression, unit, 0, engines(unit, 0), largestProduct(open(run, expression, unit)));
    for (const Summand &summand : expression.summands) {
        if (!summand.edge)
            continue;
        Share share{onlyThrough(expression, *summand.edge)};
        share.expression.activation = Activation::Identity;
        const OpenedEntry first = open(run, share.expression, 0);
        cases.add(run, share, 0, 0, first.sum, largestProduct(first));
    }
}

void addNodes(const InspectedRun &run, Cases &cases)
{
    for (int node = 0; node < static_cast<int>(run.trace.nodes.size()); ++node)
        for (int step = 1; step <= steps; ++step) {
            if (!run.trace.nodes[static_cast<size_t>(node)].exists(step))
                continue;
            const Expression value = valueExpression(run, node, step);
            if (run.circuit().nodes[static_cast<size_t>(node)].role != Role::Input)
                addExpression(run, value, cases);
            addExpression(run, gradientExpression(run, node, step), cases);
        }
}

void addParameters(const InspectedRun &run, Cases &cases)
{
    for (int p = 0; p < static_cast<int>(run.trace.gradients.size()); ++p) {
        const Matrix &gradient = run.trace.gradients[static_cast<size_t>(p)];
        for (int row = 0; row < gradient.rows(); ++row) {
            const int column = 3 * row % static_cast<int>(gradient.cols());
            cases.add(run, ParameterGradient{p}, row, column, gradient(row, column),
                largestProduct(openParameterGradient(run, p, row, column)));
        }
    }
}

void addLosses(const InspectedRun &run, Cases &cases)
{
    double total = 0;
    for (int step = 1; step <= steps; ++step)
        if (const auto loss = run.trace.stepLoss[static_cast<size_t>(step - 1)]) {
            cases.add(run, LossSum{step}, 0, 0, *loss, 0);
            total += *loss;
        }
    cases.add(run, LossSum{}, 0, 0, total, 0);
}

void compare(const Cases &cases)
{
    QString problem;
    const QStringList printed = runNumpy(cases.scripts, problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(printed.size(), static_cast<qsizetype>(cases.scripts.size()));
    for (qsizetype i = 0; i < printed.size(); ++i) {
        bool isNumber = false;
        const double number = printed[i].toDouble(&isNumber);
        const auto at = static_cast<size_t>(i);
        QVERIFY2(isNumber && std::abs(number - cases.expected[at]) <= 1e-12 * cases.scales[at],
            qPrintable(QString("%1 instead of %2 from\n%3")
                           .arg(printed[i], QString::fromStdString(exactNumber(cases.expected[at])),
                               QString::fromStdString(cases.scripts[at]))));
    }
}

QString printedBy(const std::string &script)
{
    QString problem;
    const QStringList printed = runNumpy({script}, problem);
    return printed.isEmpty() ? problem : printed.first();
}

} // namespace

class NumpyScriptTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheEnginesNumbers();
    void whatIsGivenIsPrintedWhole();
    void reads();
    void namesAreThoseOfTheFile();
    void theNotationThatPeopleReadIsNoMatter();
    void namesThatPythonRefuses();
    void overflowIsNamed();
    void aWrongScriptIsNoticed();
};

/// All in one process: it is Python's start that takes long.
void NumpyScriptTest::givesTheEnginesNumbers()
{
    Cases cases;
    const auto add = [&](const Circuit &circuit, LossKind kind, bool lastOnly) {
        const ExampleRun e = exampleOf(circuit, kind, lastOnly);
        const size_t before = cases.scripts.size();
        addNodes(e.run(), cases);
        addParameters(e.run(), cases);
        addLosses(e.run(), cases);
        QVERIFY(cases.scripts.size() > before + 30);
    };
    add(unusual(), LossKind::CrossEntropy, false);
    add(unusual(), LossKind::SquaredError, true);
    add(makeCircuit("elman", {}, Activation::Softmax), LossKind::CrossEntropy, false);
    for (const CatalogueEntry &entry : catalogue()) {
        add(makeCircuit(entry.name, {}, Activation::Tanh, 2), LossKind::CrossEntropy, false);
        add(makeCircuit(entry.name, {}, Activation::Relu, 2), LossKind::SquaredError, true);
        add(makeCircuit(entry.name, {}, Activation::Identity, 2), LossKind::CrossEntropy, false);
    }
    compare(cases);
}

void NumpyScriptTest::whatIsGivenIsPrintedWhole()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {{"x", 2}, {"h", 3}, {"o", 2}}));
    const InspectedRun run = e.run();
    const auto listOf = [](const Matrix &m, Eigen::Index i) {
        QStringList row;
        for (const double v : m.row(i))
            row << QString::fromStdString(exactNumber(v));
        return "[" + row.join(", ") + "]";
    };
    const int U = indexOf(run.program().parameters, "U");
    const Matrix &u = e.trace.parameters[static_cast<size_t>(U)];
    const QStringList rows{listOf(u, 0), listOf(u, 1), listOf(u, 2)};
    QCOMPARE(printedBy(numpyScript(run, Quantity::parameter(U), 0, 0)), "[" + rows.join(", ") + "]");
    const Quantity x = Quantity::value(run.circuit().indexOf("x"), 2);
    QCOMPARE(printedBy(numpyScript(run, x, 0, 0)), listOf(valueOf(run, x).transpose(), 0));
    const Quantity y = Quantity::target(run.lossSource(), 2);
    QCOMPARE(printedBy(numpyScript(run, y, 0, 0)), e.loss.classes[1] == 0 ? "[1.0, 0.0]" : "[0.0, 1.0]");
}

/// A script as a reader sees it.
void NumpyScriptTest::reads()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {{"x", 1}, {"h", 1}, {"o", 1}}));
    const InspectedRun run = e.run();
    const int h = run.circuit().indexOf("h");
    const auto number = [&](const Quantity &q) { return exactNumber(valueOf(run, q)(0, 0)); };
    const auto parameter = [&](const char *name) {
        return exactNumber(e.trace.parameters[static_cast<size_t>(indexOf(run.program().parameters, name))](0, 0));
    };
    QCOMPARE(numpyScript(run, valueExpression(run, h, 4), 0, 0),
        "import numpy as np\n\n"
        "b = np.array(["
            + parameter("b") + "])\nh_3 = np.array([" + number(Quantity::value(h, 3)) + "])\nW = np.array([\n    ["
            + parameter("W") + "]])\nx_4 = np.array([" + number(Quantity::value(run.circuit().indexOf("x"), 4))
            + "])\nU = np.array([\n    [" + parameter("U")
            + "]])\n\n"
              "# a(4) = b + W h(3) + U x(4)\n"
              "# h(4) = tanh(a(4))\n"
              "a_4 = b + W @ h_3 + U @ x_4\n"
              "h_4 = np.tanh(a_4)\n\n"
              "result = float(h_4[0])  # h[1] at step 4\n"
              "print(repr(result))\n");
    const std::string back = numpyScript(run, gradientExpression(run, h, 3), 0, 0);
    QVERIFY2(back.find("\ndh_3 = W.T @ ((1 - h_4**2) * dh_4) + V.T @ do_3\n") != std::string::npos, back.c_str());
    const std::string sum = numpyScript(run, ParameterGradient{indexOf(run.program().parameters, "W")}, 0, 0);
    QVERIFY2(sum.find("\ndW = ((1 - h_1_to_5**2) * dh_1_to_5) @ h_0_to_4.T\n") != std::string::npos, sum.c_str());
}

void NumpyScriptTest::namesAreThoseOfTheFile()
{
    Circuit circuit = makeCircuit("elman", {{"x", 2}, {"h", 2}, {"o", 2}});
    circuit.nodes[1].bias = "bias_hidden";
    const ExampleRun e = exampleOf(circuit);
    const std::string script = numpyScript(e.run(), valueExpression(e.run(), 1, 2), 0, 0);
    QVERIFY2(script.find("\na_2 = bias_hidden + W @ h_1 + U @ x_2\n") != std::string::npos, script.c_str());
}

/// A script stays what it was: the file's names, in its comments too.
void NumpyScriptTest::theNotationThatPeopleReadIsNoMatter()
{
    const ExampleRun letters = exampleOf(makeCircuit("elman", {}));
    Circuit circuit = makeCircuit("elman", {});
    circuit.names = namesIn(Notation::Indexed, circuit);
    const ExampleRun indexed = exampleOf(circuit);
    for (int node = 1; node < 3; ++node) {
        QCOMPARE(numpyScript(indexed.run(), valueExpression(indexed.run(), node, 4), 0, 0),
            numpyScript(letters.run(), valueExpression(letters.run(), node, 4), 0, 0));
        QCOMPARE(numpyScript(indexed.run(), gradientExpression(indexed.run(), node, 4), 0, 0),
            numpyScript(letters.run(), gradientExpression(letters.run(), node, 4), 0, 0));
    }
    QCOMPARE(
        numpyScript(indexed.run(), ParameterGradient{0}, 0, 0), numpyScript(letters.run(), ParameterGradient{0}, 0, 0));
    QCOMPARE(numpyScript(indexed.run(), LossSum{}, 0, 0), numpyScript(letters.run(), LossSum{}, 0, 0));
}

void NumpyScriptTest::namesThatPythonRefuses()
{
    Circuit circuit = makeCircuit("elman", {{"x", 2}, {"h", 2}, {"o", 2}});
    Node &h = circuit.nodes[1];
    QCOMPARE(h.name, std::string("h"));
    h.bias = "lambda"; // a word of Python
    for (Term &term : h.terms)
        term.parameter = term.source == "h" ? "x_2" : "W\nimport os"; // a variable of a value, and lines of code
    Cases cases;
    const ExampleRun e = exampleOf(circuit);
    addNodes(e.run(), cases);
    addParameters(e.run(), cases);
    compare(cases);
    for (const std::string &script : cases.scripts)
        QVERIFY(script.find("\nimport os") == std::string::npos);
}

void NumpyScriptTest::overflowIsNamed()
{
    ExampleRun e = exampleOf(makeCircuit("elman", {{"x", 1}, {"h", 1}, {"o", 1}}, Activation::Identity));
    const int h = e.trace.circuit().indexOf("h");
    NodeTrace &node = e.trace.nodes[static_cast<size_t>(h)];
    node.at(node.value, 3)(0, 0) = -HUGE_VAL;
    QVERIFY(numpyScript(e.run(), valueExpression(e.run(), h, 4), 0, 0).find("h_3 = np.array([-np.inf])")
        != std::string::npos);
    const QString printed = printedBy(numpyScript(e.run(), valueExpression(e.run(), h, 4), 0, 0));
    QVERIFY2(printed == "inf" || printed == "-inf", qPrintable(printed));
    node.at(node.value, 3)(0, 0) = std::nan("");
    QCOMPARE(printedBy(numpyScript(e.run(), valueExpression(e.run(), h, 4), 0, 0)), QString("nan"));
}

/// The test would see it: a script that fails or prints nothing.
void NumpyScriptTest::aWrongScriptIsNoticed()
{
    QVERIFY(printedBy("import numpy as np\nprint(repr(np.array([1])[3]))\n").startsWith("error: IndexError"));
    QVERIFY(printedBy("1 + 1\n").startsWith("error: printed 0 times"));
}

UNFOLD_GUILESS_TEST(NumpyScriptTest)
#include "numpy_script_test.moc"
