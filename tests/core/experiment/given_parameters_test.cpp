// What other data does to a network that was given as numbers.
#include "core/experiment/given_parameters.h"

#include "core/experiment/edit.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

using List = std::vector<std::string>;

/// An Elman network of which every parameter is given; it reads two numbers.
Experiment trained()
{
    Experiment e;
    e.title = "net.npz";
    e.note = "Imported RNN.";
    e.circuit = NamedCircuit{"elman", {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Tanh, {}, 1};
    e.steps = 4;
    e = withData(e, {RandomSource{3}, 1});
    e.title = "net.npz";
    e.note = "Imported RNN.";
    e.parameters = {{"U", Matrix::Ones(3, 2)}, {"W", Matrix::Identity(3, 3)}, {"V", Matrix::Ones(2, 3)},
        {"b", Matrix::Zero(3, 1)}, {"c", Matrix::Zero(2, 1)}};
    return e;
}

const DataSource text{TextSource{"to be or not", TextSource::Unit::Characters}, 1};

} // namespace

class GivenParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void aTrainedNetworkIsKnownByItsRecurrence()
    {
        QVERIFY(isTrained(trained()));
        Experiment e = trained();
        e.parameters.erase("V");
        QVERIFY(isTrained(e));
        e.parameters.erase("b");
        QVERIFY(!isTrained(e));
        e.parameters.clear();
        QVERIFY(!isTrained(e));
    }

    void whatIsDrawnAnewIsNamed()
    {
        QCOMPARE(drawnAnew(trained(), withData(trained(), text)), (List{"U", "c", "V"}));
        QCOMPARE(drawnAnew(trained(), withData(trained(), {ZeroSource{}, 1})), List{});
        QCOMPARE(QByteArray::fromStdString(listed({"U", "V", "c"})), QByteArray("U, V, c"));
    }

    void nameAndNoteOfATrainedNetworkStay()
    {
        const Experiment zero = withData(trained(), {ZeroSource{}, 1});
        QCOMPARE(zero.title, std::string("net.npz"));
        QCOMPARE(zero.note, std::string("Imported RNN."));
        const Experiment other = withData(trained(), text);
        QCOMPARE(other.title, std::string("net.npz"));
        QVERIFY(other.note.starts_with("Imported RNN."));
        QVERIFY(other.note.find("U, c, V") != std::string::npos); // what the note says of them is no longer so
        QCOMPARE(withData(other, {ZeroSource{}, 1}).note, other.note);
        Experiment scene = trained();
        scene.parameters.clear();
        QVERIFY(withData(scene, text).note.empty());
    }
};

UNFOLD_GUILESS_TEST(GivenParametersTest)
#include "given_parameters_test.moc"
