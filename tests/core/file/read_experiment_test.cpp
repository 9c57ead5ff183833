// Every way a file can be wrong: the sentence says where, what and what is expected.
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace unfold;
using nlohmann::json;

namespace {

json elman()
{
    return json::parse(R"({
        "format": "unfold-experiment", "version": 1,
        "circuit": {"name": "elman", "sizes": {"x": 4, "h": 2, "o": 5}, "activation": "tanh"},
        "sequence": {"x": [[1,0,0,0], [0,1,0,0], [0,0,0,1]]},
        "loss": {"kind": "cross-entropy", "source": "o", "at": "every", "targets": [0,2,0]},
        "gain": 1.2})");
}

json writtenOut()
{
    json experiment = elman();
    experiment["circuit"] = json::parse(R"({"name": "mine", "nodes": [
        {"name": "x", "role": "input", "size": 4},
        {"name": "h", "role": "state", "size": 2, "activation": "tanh", "bias": "b",
         "terms": [{"parameter": "W", "source": "h", "delay": 1}, {"parameter": "U", "source": "x"}]},
        {"name": "o", "role": "output", "size": 5, "bias": "c", "terms": [{"parameter": "V", "source": "h"}]}]})");
    return experiment;
}

/// The sentence that refuses `text`; "accepted" where nothing does.
QString refusal(const std::string &text)
{
    try {
        readExperiment(text);
        return QStringLiteral("accepted");
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
}

/// `base` with the value at a JSON pointer replaced by what `value` parses to.
std::string changed(json base, const char *pointer, const char *value)
{
    base[json::json_pointer(pointer)] = json::parse(value);
    return base.dump();
}

} // namespace

class ReadExperimentTest : public QObject
{
    Q_OBJECT

private slots:
    void textThatIsNoJson_data();
    void textThatIsNoJson();
    void mistakes_data();
    void mistakes();
    void mistakesInACircuit_data();
    void mistakesInACircuit();
    void missingKeys_data();
    void missingKeys();
    void warnings_data();
    void warnings();
    void stepsComeFromWhatIsGiven_data();
    void stepsComeFromWhatIsGiven();
    void encoderStepsComeFromTheSequence();
    void aLossAtEveryStepFollowsItsSource();
    void rolesFromElsewhereAreInner();
};

void ReadExperimentTest::textThatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    row("empty", "", "the file is empty; expected an experiment in JSON");
    row("blank", " \n\t\r\n", "the file is empty; expected an experiment in JSON");
    row("prose", "hello", "line 1, column 1: this is not JSON, from \"hello\" on; expected JSON text");
    row("cut", "{\n  \"a\": [1,",
        "line 2, column 10: the file ends in the middle of the JSON; expected the rest of it");
    row("NaN", "{\n \"é\": NaN}", "line 2, column 7: JSON has no NaN and no Infinity; expected a finite number");
    row("comma", "{\"a\": 1,}", "line 1, column 9: this is not JSON, from \"}\" on; expected JSON text");
    row("two values", "{} {}", "line 1, column 4: this is not JSON, from \"{}\" on; expected JSON text");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6),
        "line 1, column 1: the text is not valid UTF-8; expected a file saved as UTF-8");
    row("Latin-1", "{\"title\": \"caf\xe9\"}",
        "line 1, column 15: the text is not valid UTF-8; expected a file saved as UTF-8");
    row("surrogate", "\"\xed\xa0\x80\"",
        "line 1, column 2: the text is not valid UTF-8; expected a file saved as UTF-8");
    row("overlong", "\"\xe0\x80\x80\"",
        "line 1, column 2: the text is not valid UTF-8; expected a file saved as UTF-8");
    row("cut character", "\"\xe2\x82", "line 1, column 2: the text is not valid UTF-8; expected a file saved as UTF-8");
    row("deep", QByteArray(100000, '['),
        "the file is nested more than 64 levels deep; expected an experiment, which needs no more than eight");
    row("overflow", R"({"parameters": {"W": [[1, 1e999]]}})",
        "parameters.W[0][1]: the number 1e999 is beyond the range of a double; expected a finite number");
    row("doubled key", R"({"circuit": {"nodes": [{"name": "x", "name": "y"}]}})",
        "circuit.nodes[0].name: the key occurs twice; expected every key once");
    row("strange key", R"({"a.b": {"c": 1, "c": 2}})", "[\"a.b\"].c: the key occurs twice; expected every key once");
    row("list", "[]", "the value is a list of 0 entries; expected an experiment, a JSON object");
}

void ReadExperimentTest::textThatIsNoJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    QCOMPARE(refusal(text.toStdString()), sentence);
}

void ReadExperimentTest::mistakes_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *pointer, const char *value, const char *sentence) {
        QTest::newRow(qPrintable(QStringLiteral("%1 = %2").arg(QLatin1String(pointer), QString::fromUtf8(value))))
            << QByteArray(pointer) << QByteArray(value) << QString::fromUtf8(sentence);
    };
    const std::string node = "the circuit has no node called \"z\"; expected one of x, h, o";
    row("/format", "\"unfold-trace\"",
        "format: the value is the string \"unfold-trace\"; expected \"unfold-experiment\"");
    row("/version", "2",
        "version: the file has version 2, made by a newer Unfold; expected version 1, the newest that this Unfold "
        "reads; a newer Unfold opens the file");
    row("/version", "0", "version: the value is 0; expected a whole number from 1");
    row("/version", "-1", "version: the value is -1; expected a whole number from 1");
    row("/version", "1.5",
        "version: the value is 1.5; expected a whole number from 1, written without a decimal point");
    row("/version", "\"1\"", "version: the value is the string \"1\"; expected a whole number from 1");
    row("/version", "99999999999999999999",
        "version: the value is 1e+20; expected a whole number from 1, written without a decimal point");
    row("/title", "3", "title: the value is 3; expected a string");
    row("/circuit", "\"elman\"",
        "circuit: the value is the string \"elman\"; expected an object with \"name\" and \"sizes\", or with "
        "\"nodes\"");
    row("/circuit/sizes/q", "1", "circuit.sizes.q: the circuit elman has no such size; expected one of x, h, o");
    row("/circuit/sizes/h", "0", "circuit.sizes.h: the value is 0; expected a whole number from 1");
    row("/circuit/sizes/h", "-3", "circuit.sizes.h: the value is -3; expected a whole number from 1");
    row("/circuit/sizes/h", "2.0",
        "circuit.sizes.h: the value is 2.0; expected a whole number from 1, written without a decimal point");
    row("/circuit/sizes/h", "\"2\"", "circuit.sizes.h: the value is the string \"2\"; expected a whole number from 1");
    row("/circuit/sizes/h", "1000000000000",
        "circuit.sizes.h: the value is 1000000000000, for which one vector alone needs 8.0 TB of memory; "
        "expected a whole number that fits into memory");
    row("/circuit/sizes/h", "1e300",
        "circuit.sizes.h: the value is 1e+300, for which one vector alone needs more than 1000 EB of memory; "
        "expected a whole number that fits into memory");
    row("/circuit/sizes/h", "100000",
        "circuit: a run of this circuit over 3 steps needs 240 GB of memory; "
        "expected at most 2.0 GB: smaller sizes or fewer steps");
    row("/circuit/sizes/h", "2147483647",
        "circuit: a run of this circuit over 3 steps needs 111 EB of memory; "
        "expected at most 2.0 GB: smaller sizes or fewer steps");
    row("/circuit/activation", "\"tahn\"",
        "circuit.activation: there is no activation called \"tahn\"; expected tanh, sigmoid, relu, identity or "
        "softmax");
    row("/circuit/spans", R"({"z": "last"})", ("circuit.spans.z: " + node).c_str());
    row("/circuit/spans", R"({"x": "lst"})",
        "circuit.spans.x: the value is the string \"lst\"; "
        "expected \"every\", \"first\", \"last\", {\"first\": n}, {\"last\": n} or {\"after\": n}");
    row("/circuit/spans", R"({"x": {"last": 0}})",
        "circuit.spans.x.last: the value is 0; expected a whole number from 1");
    row("/circuit/spans", R"({"o": "last"})",
        "loss.targets: there are 3 targets; expected 1 target, one for each step of its span (steps 3 to 3 of 3, as "
        "sequence.x says)");
    row("/circuit/spans", R"({"x": {"last": 2}})",
        "sequence.x: there are 3 rows; expected 2 rows, one for each step of its span (steps 2 to 3 of 3, as "
        "loss.targets says)");
    row("/steps", "0", "steps: the value is 0; expected a whole number from 1");
    row("/steps", "4",
        "sequence.x: there are 3 rows; expected 4 rows, one for each step of its span (steps 1 to 4 of 4, as steps "
        "says)");
    row("/steps", "100000000000",
        "steps: the value is 100000000000, for which one vector alone needs 800 GB of memory; "
        "expected a whole number that fits into memory");
    row("/sequence/x", "[]", "sequence.x: the number of steps is 0; expected at least 1");
    row("/sequence/x/2", "[0, 0]", "sequence.x[2]: the value is a list of 2 entries; expected a list of 4 numbers");
    row("/sequence/x/2/1", "\"NaN\"", "sequence.x[2][1]: the value is the string \"NaN\"; expected a finite number");
    row("/sequence/x/2/1", "null", "sequence.x[2][1]: the value is null; expected a finite number");
    row("/sequence/h", "[[1, 2]]",
        "sequence.h: \"h\" is computed and takes no sequence; expected a node of role input");
    row("/sequence/z", "[[1]]", ("sequence.z: " + node).c_str());
    row("/loss", "null", "loss: the value is null; expected an object");
    row("/loss/kind", "\"mse\"", "loss.kind: there is no loss called \"mse\"; expected cross-entropy or squared-error");
    row("/loss/kind", "\"squared-error\"", "loss.targets[0]: the value is 0; expected a list of 5 numbers");
    row("/loss/source", "\"z\"", ("loss.source: " + node).c_str());
    row("/loss/at", R"({"after": 3})",
        "loss.targets: there are 3 targets; expected 0 targets, one for each step of its span (no step of 3, as "
        "sequence.x says)");
    row("/loss/targets", "[0, 2]",
        "loss.targets: there are 2 targets; expected 3 targets, one for each step of its span "
        "(steps 1 to 3 of 3, as sequence.x says)");
    row("/loss/targets/2", "5",
        "loss.targets[2]: there is no class 5; expected a class from 0 to 4, as \"o\" has 5 entries");
    row("/loss/targets/1", "-1",
        "loss.targets[1]: there is no class -1; expected a class from 0 to 4, as \"o\" has 5 entries");
    row("/loss/targets/1", "1.0", "loss.targets[1]: the value is 1.0; expected a class, a whole number from 0");
    row("/clip", "-1",
        "clip: the value is -1; expected the largest norm of the gradient over all parameters, a number above 0");
    row("/gain", "\"1\"", "gain: the value is the string \"1\"; expected a finite number");
    row("/initial", R"({"h": [1]})", "initial.h: the value is a list of 1 entry; expected a list of 2 numbers");
    row("/initial", R"({"z": [1]})", ("initial.z: " + node).c_str());
    row("/parameters", R"({"Q": [[1]]})",
        "parameters.Q: the circuit has no parameter called \"Q\"; expected one of b, W, U, c, V");
    row("/parameters", R"({"W": [[1, 2]]})",
        "parameters.W: the value is a list of 1 entry; expected a list of 2 rows of 2 numbers");
    row("/parameters", R"({"W": [[1, 2], [3]]})",
        "parameters.W[1]: the value is a list of 1 entry; expected a list of 2 numbers");
    row("/parameters", R"({"b": [[1], [2]]})",
        "parameters.b[0]: the value is a list of 1 entry; expected a finite number");
    row("/initialisation", R"({"recipe": "xavier"})",
        "initialisation.recipe: there is no recipe called \"xavier\"; "
        "expected orthogonal, identity, glorot-uniform or gaussian");
    row("/initialisation", R"({"seed": -1})",
        "initialisation.seed: the value is -1; expected a whole number from 0 to 18446744073709551615");
    row("/initialisation", R"({"scaled_by": "norm"})",
        "initialisation.scaled_by: the value is the string \"norm\"; expected spectral-radius or "
        "largest-singular-value");
    row("/initialisation", R"({"constants": {"b_f": 1}})",
        "initialisation.constants.b_f: the circuit has no parameter called \"b_f\"; expected one of b, W, U, c, V");
    row("/initialisation", R"({"constants": {"b": "open"}})",
        "initialisation.constants.b: the value is the string \"open\"; expected a finite number");
    row("/initialisation", R"({"constants": 1})", "initialisation.constants: the value is 1; expected an object");
    row("/initialisation", R"({"recipes": {"Q": {"recipe": "identity"}}})",
        "initialisation.recipes.Q: the circuit has no parameter called \"Q\"; expected one of b, W, U, c, V");
    row("/initialisation", R"({"recipes": {"W": {"recipe": "xavier"}}})",
        "initialisation.recipes.W.recipe: there is no recipe called \"xavier\"; "
        "expected orthogonal, identity, glorot-uniform or gaussian");
    row("/initialisation", R"({"recipes": {"W": "identity"}})",
        "initialisation.recipes.W: the value is the string \"identity\"; expected an object such as "
        "{\"recipe\": \"gaussian\", \"deviation\": 0.1}");
    row("/initialisation", R"({"recipes": {"W": {"recipe": "identity", "deviation": 1}}})",
        "initialisation.recipes.W.deviation: the recipe is identity, which has no deviation; expected no deviation, "
        "or the recipe gaussian");
    row("/initialisation", R"({"recipes": {"W": {"recipe": "gaussian", "deviation": -1}}})",
        "initialisation.recipes.W.deviation: the deviation is -1; expected the standard deviation of the entries, a "
        "number from 0");
    row("/initialisation", R"({"constants": {"W": 1}, "recipes": {"W": {}}})",
        "initialisation.constants.W: \"W\" has a recipe of its own as well; expected one of the two");
}

void ReadExperimentTest::mistakes()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, sentence);
    QCOMPARE(refusal(changed(elman(), pointer.constData(), value.constData())), sentence);
}

void ReadExperimentTest::mistakesInACircuit_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("beginning");
    const auto row = [](const char *pointer, const char *value, const char *beginning) {
        QTest::newRow(qPrintable(QStringLiteral("%1 = %2").arg(QLatin1String(pointer), QString::fromUtf8(value))))
            << QByteArray(pointer) << QByteArray(value) << QString::fromUtf8(beginning);
    };
    row("/circuit/nodes", "[]", "circuit.nodes: the circuit has no nodes");
    row("/circuit/nodes", "{}", "circuit.nodes: the value is an object; expected a list");
    row("/circuit/nodes/1/size", "1.5", "circuit.nodes[1].size: the value is 1.5; expected a whole number from 1");
    row("/circuit/nodes/1/role", "3", "circuit.nodes[1].role: the value is 3; expected a string");
    row("/circuit/nodes/1/activation", "\"step\"",
        "circuit.nodes[1].activation: there is no activation called \"step\"");
    row("/circuit/nodes/1/name", "\"x\"", "circuit.nodes[1].name: a second node is called \"x\"");
    row("/circuit/nodes/1/span", "\"sometimes\"", "circuit.nodes[1].span: the value is the string \"sometimes\"");
    row("/circuit/nodes/1/place", R"({"lane": 1})", "circuit.nodes[1].place.column: the key is missing");
    row("/circuit/nodes/1/terms", "{}", "circuit.nodes[1].terms: the value is an object; expected a list");
    row("/circuit/nodes/1/terms/0/source", "\"z\"", "circuit.nodes[1].terms[0].source: ");
    row("/circuit/nodes/1/terms/0/gate", "\"z\"", "circuit.nodes[1].terms[0].gate: ");
    row("/circuit/nodes/1/terms/0/sign", "2", "circuit.nodes[1].terms[0].sign: the sign is 2; expected 1 or -1");
    row("/circuit/nodes/1/terms/0/delay", "0.5",
        "circuit.nodes[1].terms[0].delay: the value is 0.5; expected a whole number");
    row("/circuit/nodes/1/terms/0/recurrent", "1",
        "circuit.nodes[1].terms[0].recurrent: the value is 1; expected true or false");
    row("/circuit/nodes/1/terms/0/delay", "0", "circuit.nodes[1].terms[0].source: the loop h → h has no delay");
    row("/circuit/nodes/2/terms/0/parameter", "\"U\"",
        "circuit.nodes[2].terms[0].parameter: \"U\" is a matrix of 5 × 2");
}

void ReadExperimentTest::mistakesInACircuit()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, beginning);
    QCOMPARE(refusal(writtenOut().dump()), QStringLiteral("accepted"));
    const QString sentence = refusal(changed(writtenOut(), pointer.constData(), value.constData()));
    QVERIFY2(sentence.startsWith(beginning), qPrintable(sentence));
}

void ReadExperimentTest::missingKeys_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("place");
    QTest::newRow("circuit") << QByteArray("") << QByteArray("circuit") << "circuit";
    QTest::newRow("nodes name") << QByteArray("/circuit/nodes/1") << QByteArray("name") << "circuit.nodes[1].name";
    QTest::newRow("nodes size") << QByteArray("/circuit/nodes/1") << QByteArray("size") << "circuit.nodes[1].size";
    QTest::newRow("source") << QByteArray("/circuit/nodes/1/terms/0") << QByteArray("source")
                            << "circuit.nodes[1].terms[0].source";
    QTest::newRow("kind") << QByteArray("/loss") << QByteArray("kind") << "loss.kind";
    QTest::newRow("targets") << QByteArray("/loss") << QByteArray("targets") << "loss.targets";
}

void ReadExperimentTest::missingKeys()
{
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, key);
    QFETCH(QString, place);
    json experiment = writtenOut();
    experiment[json::json_pointer(object.toStdString())].erase(key.toStdString());
    QCOMPARE(refusal(experiment.dump()), place + QStringLiteral(": the key is missing; expected a value for it"));
}

void ReadExperimentTest::warnings_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("warning");
    const auto row = [](const char *pointer, const char *value, const char *warning) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value) << QString::fromUtf8(warning);
    };
    row("/colour", "1", "colour: unknown key; it is ignored");
    row("/circuit/colour", "1", "circuit.colour: unknown key; it is ignored");
    row("/circuit/nodes/1/terms/0/colour", "1", "circuit.nodes[1].terms[0].colour: unknown key; it is ignored");
    row("/loss/weight", "1", "loss.weight: unknown key; it is ignored");
    row("/initialisation", R"({"gain": 1})", "initialisation.gain: unknown key; it is ignored");
    row("/initialisation", R"({"recipes": {"W": {"variance": 1}}})",
        "initialisation.recipes.W.variance: unknown key; it is ignored");
    row("/data", R"({"kind": "web"})",
        "data.kind: there is no data called \"web\"; expected given, table, text, series, random or zero; it is "
        "ignored");
    row("/note", "[]", "note: the value is a list of 0 entries; expected a string; it is ignored");
    row("/initial", R"({"o": [0,0,0,0,0]})",
        "initial.o: nothing reads \"o\" before step 1 or after the last; it has no effect");
    row("/view", R"({"zoom": 2})", "");
}

void ReadExperimentTest::warnings()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, warning);
    const ReadExperiment read = readExperiment(changed(writtenOut(), pointer.constData(), value.constData()));
    QStringList warnings;
    for (const std::string &one : read.warnings)
        warnings << QString::fromStdString(one);
    QCOMPARE(warnings, warning.isEmpty() ? QStringList() : QStringList(warning));
}

void ReadExperimentTest::stepsComeFromWhatIsGiven_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("steps"); // 0: refused
    const auto row = [](const char *name, const char *rest, int steps) {
        QTest::newRow(name) << QByteArray("{\"format\": \"unfold-experiment\", \"version\": 1, ") + rest + "}" << steps;
    };
    row("sequence", R"("circuit": {"name": "driven", "sizes": {"x": 1}}, "sequence": {"x": [[1], [2], [3]]})", 3);
    row("steps", R"("circuit": {"name": "driven"}, "steps": 7)", 7);
    row("targets", R"("circuit": {"name": "elman"}, "loss": {"kind": "cross-entropy", "targets": [0, 1, 2, 3, 0]})", 5);
    row("last targets fix nothing",
        R"("circuit": {"name": "elman"}, "loss": {"kind": "cross-entropy", "at": "last", "targets": [0]})", 0);
    row("first row fixes nothing",
        R"("circuit": {"name": "driven", "sizes": {"x": 1}, "spans": {"x": "first"}}, "sequence": {"x": [[1]]})", 0);
    row("first row and steps",
        R"("circuit": {"name": "driven", "sizes": {"x": 1}, "spans": {"x": "first"}}, "sequence": {"x": [[1]]}, "steps": 4)",
        4);
    row("a cut span",
        R"("circuit": {"name": "driven", "sizes": {"x": 1}, "spans": {"x": {"first": 5}}}, "sequence": {"x": [[1], [2]]})",
        2);
    row("decoder",
        R"("circuit": {"name": "encoder-decoder", "sizes": {"x": 1, "y": 1}, "encoder_steps": 3}, "sequence": {"y": [[1], [2]]})",
        5);
    row("nothing", R"("circuit": {"name": "autonomous"})", 0);
}

void ReadExperimentTest::stepsComeFromWhatIsGiven()
{
    QFETCH(QByteArray, text);
    QFETCH(int, steps);
    if (steps == 0) {
        QCOMPARE(refusal(text.toStdString()),
            QStringLiteral("steps: the number of steps is missing, and neither the sequence nor the targets fix it; "
                           "expected a whole number from 1"));
        return;
    }
    const Experiment experiment = readExperiment(text.toStdString()).experiment;
    QCOMPARE(stepsOf(experiment, circuitOf(experiment)), steps);
}

void ReadExperimentTest::encoderStepsComeFromTheSequence()
{
    const Experiment experiment = readExperiment(R"({"format": "unfold-experiment", "version": 1,
        "circuit": {"name": "encoder-decoder", "sizes": {"x": 1, "y": 1}},
        "sequence": {"x": [[1], [2], [3]], "y": [[0], [1]]}})")
                                      .experiment;
    QCOMPARE(std::get<NamedCircuit>(experiment.circuit).encoderSteps, 3);
    QCOMPARE(stepsOf(experiment, circuitOf(experiment)), 5);
}

/// "every" is every step at which the source exists, whether it is written or left out.
void ReadExperimentTest::aLossAtEveryStepFollowsItsSource()
{
    json late = elman();
    late["circuit"]["spans"] = json::parse(R"({"o": {"last": 2}})");
    late["loss"]["targets"] = {0, 2};
    for (const bool written : {true, false}) {
        if (!written)
            late["loss"].erase("at");
        const Experiment read = readExperiment(late.dump()).experiment;
        const StepRange at = read.loss->at.in(3);
        QCOMPARE(at.first, 2);
        QCOMPARE(at.last, 3);
    }
}

void ReadExperimentTest::rolesFromElsewhereAreInner()
{
    for (const char *role : {"\"gate\"", "\"cell\"", "\"hidden\""}) {
        const ReadExperiment read = readExperiment(changed(writtenOut(), "/circuit/nodes/1/role", role));
        QCOMPARE(std::get<Circuit>(read.experiment.circuit).nodes[1].role, Role::Inner);
        QCOMPARE(read.warnings.size(), std::size_t{1});
    }
}

UNFOLD_GUILESS_TEST(ReadExperimentTest)
#include "read_experiment_test.moc"
