// Every number in the note of a scene or a cure is read out of the note and checked against what the program computes.
#include "core/analysis/gated_path.h"
#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "core/experiment/edit.h"
#include "core/file/cure.h"
#include "core/learning/clipping.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {

using Numbers = std::vector<double>;

QByteArray fileOf(const QString &folder, const QString &pattern)
{
    const QDir dir(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/") + folder);
    const QStringList names = dir.entryList({pattern});
    QFile file(names.size() == 1 ? dir.filePath(names.first()) : QString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ReadExperiment sceneFile(int number)
{
    const QString pattern = QStringLiteral("%1-*.unfold").arg(number, 2, 10, QLatin1Char('0'));
    return readExperiment(fileOf(QStringLiteral("scenes"), pattern).toStdString());
}

Experiment scene(int number)
{
    return sceneFile(number).experiment;
}

Cure cure(int number)
{
    return readCure(fileOf(QStringLiteral("cures"), QStringLiteral("%1-*.json").arg(number)).toStdString());
}

// --- what a note may speak of ---

std::shared_ptr<const Trace> run(const Experiment &experiment, GradientOf of = GradientOf::AllSteps)
{
    return compute(*prepare(experiment), experiment.gain, of);
}

const NodeTrace &nodeIn(const Trace &trace, const char *name)
{
    return trace.nodes[std::size_t(trace.circuit().indexOf(name))];
}

/// ‖∂L/∂node(step)‖
double gradientAt(const Experiment &experiment, const char *node, int step, GradientOf of = GradientOf::AllSteps)
{
    const auto trace = run(experiment, of);
    return *gradientNorms(*trace, trace->circuit().indexOf(node))[std::size_t(step - 1)];
}

/// ‖∂L/∂node(step)‖ / ‖∂L/∂node(T)‖
double left(const Experiment &experiment, const char *node = "h", int step = 1, GradientOf of = GradientOf::AllSteps)
{
    return gradientAt(experiment, node, step, of)
        / gradientAt(experiment, node, stepsOf(experiment, circuitOf(experiment)), of);
}

double lastLossLeft(const Experiment &experiment, const char *node = "h", int step = 1)
{
    return left(experiment, node, step, GradientOf::LastStep);
}

double slopeOf(Activation activation, double value)
{
    return activation == Activation::Tanh ? 1 - value * value : 0;
}

double meanSlope(const Experiment &experiment)
{
    const auto trace = run(experiment);
    const NodeTrace &h = nodeIn(*trace, "h");
    double sum = 0;
    for (int step = 1; step <= trace->steps(); ++step)
        for (const double value : h.at(h.value, step).col(0))
            sum += slopeOf(activationOf(experiment), value);
    return sum / (trace->steps() * hiddenSizeOf(trace->circuit()));
}

/// Of rows from … from + count − 1, over all steps.
double meanValue(const Experiment &experiment, const char *node, int from, int count)
{
    const auto trace = run(experiment);
    const NodeTrace &values = nodeIn(*trace, node);
    double sum = 0;
    for (int step = 1; step <= trace->steps(); ++step)
        sum += values.at(values.value, step).middleRows(from, count).mean();
    return sum / trace->steps();
}

double norm(const Experiment &experiment, const char *node, int step)
{
    const auto trace = run(experiment);
    const NodeTrace &values = nodeIn(*trace, node);
    return values.at(values.value, step).norm();
}

/// How far two runs, or two steps of one, are apart.
double distance(const Experiment &a, int step, const Experiment &b, int otherStep, const char *node)
{
    const auto first = run(a);
    const auto second = run(b);
    const NodeTrace &x = nodeIn(*first, node);
    const NodeTrace &y = nodeIn(*second, node);
    return (x.at(x.value, step) - y.at(y.value, otherStep)).norm();
}

/// What comes along s alone, as a share of ‖∂L/∂s(T)‖.
double alongTheCell(const Experiment &experiment)
{
    const auto trace = run(experiment);
    const int s = trace->circuit().indexOf("s");
    const StepSeries path = gatedPathNorms(*trace, s, trace->steps());
    return *path.front() / *path.back();
}

double parameterNorm(const Experiment &experiment)
{
    return clippingOf(run(experiment)->gradients, std::nullopt).norm;
}

Spectrum spectrumOfW(const Experiment &experiment)
{
    const auto prepared = prepare(experiment);
    return spectrumAt(*prepared, indexOf(prepared->program->parameters, "W"), experiment.gain);
}

MeanFactors factors(const Experiment &experiment)
{
    const auto prepared = prepare(experiment);
    const auto trace = compute(*prepared, experiment.gain);
    return reportGradient(*prepared, experiment.gain, GradientOf::AllSteps, *trace, trace->circuit().indexOf("h")).mean;
}

Experiment scaledInput(const Experiment &experiment, double scale)
{
    DataSource data = experiment.data;
    data.scale = scale;
    return withData(experiment, data);
}

Experiment recipe(Experiment experiment, Recipe of)
{
    experiment.initialisation.recipe = of;
    return experiment;
}

/// The first year, going back, of which less than a tenth of the gradient of the last step's loss is left, + 1.
double yearOfATenth()
{
    const Experiment sunspots = scene(5);
    const auto trace = run(sunspots, GradientOf::LastStep);
    const StepSeries norms = gradientNorms(*trace, trace->circuit().indexOf("h"));
    std::size_t step = norms.size();
    while (*norms[step - 1] >= 0.1 * *norms.back())
        --step;
    return std::stod(stepLabelsOf(sunspots)[step]);
}

/// How far o at "mango" moves when "juice" is not read.
double withoutJuice()
{
    Experiment other = scene(14);
    other.sequence.at("x").col(3).setZero();
    return distance(scene(14), 3, other, 3, "o");
}

double rowsLeft(const Experiment &experiment, int from, int count)
{
    const auto trace = run(experiment);
    const NodeTrace &h = nodeIn(*trace, "h");
    return h.at(h.gradient, 1).middleRows(from, count).norm()
        / h.at(h.gradient, trace->steps()).middleRows(from, count).norm();
}

// --- numbers as they are printed ---

struct Printed {
    QString text;
    double value = 0;
    double unit = 1; ///< of the last significant digit
};

double powerOfTen(const QString &superscript)
{
    const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    int exponent = 0;
    for (const QChar digit : superscript)
        if (digit != u'⁻')
            exponent = 10 * exponent + static_cast<int>(digits.indexOf(digit));
    return std::pow(10.0, superscript.startsWith(u'⁻') ? -exponent : exponent);
}

std::vector<Printed> numbersIn(const QString &note)
{
    static const QRegularExpression number(QStringLiteral("(−?)(\\d+)(?:\\.(\\d+))?(?:·10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"));
    std::vector<Printed> all;
    for (auto it = number.globalMatch(note); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString whole = match.captured(2);
        const QString decimals = match.captured(3);
        Printed printed{match.captured(0), (whole + u'.' + decimals).toDouble(), std::pow(10.0, -decimals.size())};
        for (qsizetype end = whole.size(); decimals.isEmpty() && end > 1 && whole[end - 1] == u'0'; --end)
            printed.unit *= 10; // 2100 may be 2091
        const double power = match.captured(4).isEmpty() ? 1 : powerOfTen(match.captured(4));
        printed.value *= match.captured(1).isEmpty() ? power : -power;
        printed.unit *= power;
        all.push_back(printed);
    }
    return all;
}

void compareNumbers(const std::string &note, const Numbers &computed)
{
    const std::vector<Printed> printed = numbersIn(QString::fromStdString(note));
    for (std::size_t i = 0; i < std::min(printed.size(), computed.size()); ++i)
        QVERIFY2(std::abs(printed[i].value - computed[i]) <= 0.5000001 * printed[i].unit,
            qPrintable(QStringLiteral("number %1 is printed as %2 and computed as %3")
                           .arg(i + 1)
                           .arg(printed[i].text)
                           .arg(computed[i], 0, 'g', 6)));
    QCOMPARE(printed.size(), computed.size());
}

} // namespace

class NotesTest : public QObject
{
    Q_OBJECT

private slots:
    void theNotesOfScenes_data();
    void theNotesOfScenes();
    void theNotesOfCures_data();
    void theNotesOfCures();
    void everyNoteIsChecked();
    void aNumberThatIsNotTrueIsFound();
};

void NotesTest::theNotesOfScenes_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<Numbers>("computed");
    const auto row
        = [](int number, const Numbers &computed) { QTest::addRow("scene %02d", number) << number << computed; };
    const auto at = [](int number, double gain) { return withGain(scene(number), gain); };
    row(1,
        {1, 20, left(at(1, 0.5)), 0.5, left(at(1, 1.1)), 1.1, left(at(1, 1.6)), 1.6, scene(1).gain,
            *factors(scene(1)).both});
    row(2,
        {norm(scene(2), "x", 20), norm(scene(2), "h", 20), 20, norm(scene(2), "h", 20), scene(2).loss->vectors(0, 0),
            gradientAt(scene(2), "h", 20), 20, 1, gradientAt(scene(2), "h", 1), scene(2).gain,
            gradientAt(at(2, 1), "h", 1), 1, gradientAt(at(2, 1.1), "h", 1), 1.1});
    row(3,
        {scene(3).gain, 1, left(scene(3)), 20, scene(3).data.scale, 1, meanSlope(scene(3)), 0.05,
            left(scaledInput(scene(3), 0.05))});
    const double classes = double(classNamesOf(scene(4)).size());
    row(4, {run(scene(4))->totalLoss / *scene(4).steps, classes, classes, std::log(classes)});
    const double year = yearOfATenth();
    row(5, {1700, 1771, year, 1771 - year, (1771 - year) / 11, 11});
    row(6,
        {double(scene(6).loss->classes[0]), 5, 7, double(*scene(6).steps), double(classNamesOf(scene(6)).size()), 1, 0,
            0, run(scene(6))->gradients[std::size_t(indexOf(parametersOf(circuitOf(scene(6))), "W"))].norm()});
    row(7, {13, 1, double(*scene(7).steps - 1), lastLossLeft(scene(7)), 1});
    row(8, {double(stepLabelsOf(scene(8)).size()), left(scene(8), "h", 3), 3, left(scene(8)), 1});
    const double lastAlone = gradientAt(scene(9), "h", 1, GradientOf::LastStep);
    row(9,
        {double(stepLabelsOf(scene(9)).size()), scene(9).gain, gradientAt(scene(9), "h", 1), 1, lastAlone,
            gradientAt(scene(9), "h", 1), 12});
    row(10,
        {7, 2, 7, double(hiddenSizeOf(circuitOf(scene(10)))), 1, 7, gradientAt(scene(10), "h", 7), 7,
            gradientAt(scene(10), "h", 1), 1});
    const Experiment dying = at(11, 0.8);
    row(11,
        {-1, 0.8, norm(dying, "s", 1), 1, norm(dying, "s", 24), 24, left(dying, "s"), 1, 1.5,
            distance(at(11, 1.5), 24, at(11, 1.5), 23, "s")});
    const Experiment other = sceneFile(12).twin->experiment;
    row(12,
        {0, 0, other.initial.at("h").minCoeff(), distance(scene(12), 1, other, 1, "h"), 1,
            distance(scene(12), 16, other, 16, "h"), 16, 0.7, distance(at(12, 0.7), 16, withGain(other, 0.7), 16, "h"),
            3});
    row(13, {2, 2, scene(13).gain, lastLossLeft(scene(13)), 1, 4, lastLossLeft(at(13, 4))});
    row(14, {double(stepLabelsOf(scene(14)).size()), 3, withoutJuice(), 3, lastLossLeft(scene(14)), 1, 4});
    row(15,
        {scene(15).initialisation.constants.at("b_f"), meanValue(scene(15), "f", 0, 16),
            scene(15).initialisation.constants.at("b_i"), 100, left(scene(15), "s"), alongTheCell(scene(15)),
            left(withCircuit(scene(15), "elman"))});
    row(16,
        {scene(16).parameters.at("b_z")(0, 0), 1, 4, meanValue(scene(16), "z", 0, 4),
            scene(16).parameters.at("b_z")(4, 0), 5, 8, meanValue(scene(16), "z", 4, 4), rowsLeft(scene(16), 0, 4), 1,
            rowsLeft(scene(16), 4, 4)});
    row(17, {4, 1, 4, 5, 4, gradientAt(scene(17), "h", 4)});
    const Matrix w = scene(18).parameters.at("W");
    row(18,
        {-1, 1, 2, std::hypot(w(0, 0), w(1, 0)), 2 * M_PI / std::atan2(w(1, 0), w(0, 0)), 3, w(2, 2), 4, w(3, 3), 4,
            scene(18).gain});
}

void NotesTest::theNotesOfScenes()
{
    QFETCH(int, number);
    QFETCH(Numbers, computed);
    compareNumbers(scene(number).note, computed);
}

void NotesTest::theNotesOfCures_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<Numbers>("before");
    QTest::addColumn<Numbers>("after");
    const auto row = [](int number, const Numbers &before, const Numbers &after) {
        QTest::addRow("cure %d", number) << number << before << after;
    };
    const auto before = [](int number) { return cure(number).before; };
    const auto after = [](int number) { return cure(number).after; };
    row(1, {before(1).gain, 1, left(before(1)), 30, parameterNorm(before(1))},
        {parameterNorm(after(1)), *after(1).clip, *after(1).clip});
    row(2, {spectrumOfW(before(2)).sigmaMax, *spectrumOfW(before(2)).radius, 40, left(before(2))},
        {*spectrumOfW(after(2)).radius, left(after(2)), 1});
    Experiment tanh = after(3);
    std::get<NamedCircuit>(tanh.circuit).activation = Activation::Tanh;
    row(3,
        {0, before(3).initial.at("h")[0], 1, 0, meanSlope(before(3)), *spectrumOfW(before(3)).radius, 60,
            left(before(3)), 1},
        {1, left(after(3)), 1, 0, after(3).initial.at("h")[0], parameterNorm(before(3)), parameterNorm(after(3)),
            left(recipe(after(3), Recipe::Gaussian)), left(tanh)});
    row(4, {1, 100, std::pow(left(before(4)), 1.0 / 99), left(before(4)), 1},
        {after(4).initialisation.constants.at("b_f"), after(4).initialisation.constants.at("b_i"), 100,
            left(after(4), "s"), alongTheCell(after(4))});
    row(5, {before(5).gain, before(5).data.scale, 1, meanSlope(before(5)), left(before(5)), 1},
        {after(5).data.scale, 0, meanSlope(after(5)), left(after(5)), 1});
}

void NotesTest::theNotesOfCures()
{
    QFETCH(int, number);
    QFETCH(Numbers, before);
    QFETCH(Numbers, after);
    compareNumbers(cure(number).cause, before);
    compareNumbers(cure(number).effect, after);
}

/// A new scene or cure wants a row above.
void NotesTest::everyNoteIsChecked()
{
    const QString folder = QStringLiteral(UNFOLD_SOURCE_DIR "/resources/");
    QCOMPARE(QDir(folder + QStringLiteral("scenes")).entryList({QStringLiteral("*.unfold")}).size(), 18);
    QCOMPARE(QDir(folder + QStringLiteral("cures")).entryList({QStringLiteral("*.json")}).size(), 5);
}

void NotesTest::aNumberThatIsNotTrueIsFound()
{
    const std::vector<Printed> printed = numbersIn(QStringLiteral("× 1.4·10⁻⁶, about 2100, W s(t−1) and −0.9"));
    QCOMPARE(printed.size(), std::size_t(4));
    QCOMPARE(printed[0].value, 1.4e-6);
    QCOMPARE(printed[0].unit, 1e-7);
    QCOMPARE(printed[1].unit, 100.0);
    QCOMPARE(printed[2].value, -1.0);
    QCOMPARE(printed[3].value, -0.9);
}

UNFOLD_GUILESS_TEST(NotesTest)
#include "notes_test.moc"
