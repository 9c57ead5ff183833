// Sentences of a file's author in the names of the other notation.
#include "core/circuit/catalogue.h"
#include "core/formula/notation.h"
#include "core/formula/rename_in_text.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Circuit indexed(const char *name)
{
    Circuit circuit = makeCircuit(name, {});
    circuit.names = namesIn(Notation::Indexed, circuit);
    return circuit;
}

} // namespace

class RenameInTextTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *what, const char *circuit, const char *written, const char *read) {
            QTest::newRow(what) << QString::fromUtf8(circuit) << QString::fromUtf8(written) << QString::fromUtf8(read);
        };
        row("a matrix", "elman", "At 1.05 W makes it grow.", "At 1.05 W_aa makes it grow.");
        row("at a step", "encoder-decoder", "one edge, from h(4) to s(5).", "one edge, from a⟨4⟩ to s⟨5⟩.");
        row("a formula", "autonomous", "s(t) = tanh(W s(t−1))", "a⟨t⟩ = tanh(W_aa a⟨t−1⟩)");
        row("a derivative", "elman", "∂L/∂h(t+1) and L(9)", "∂L/∂a⟨t+1⟩ and L⟨9⟩");
        row("the gain is no matrix", "elman", "Drag W_rec", "Drag W_rec");
        row("words of the language", "elman", "A what h knew, I say a thing", "A what a knew, I say a thing");
        row("part of a word", "elman", "éh hé Wh W2 the show", "éh hé Wh W2 the show");
        row("brackets that hold no step", "elman", "h (the state), h(x) and h(", "a (the state), a(x) and a(");
        row("a gate", "lstm", "the forget gate f open: s passes", "the forget gate Γ_f open: c passes");
        row("nothing", "elman", "", "");
    }

    void names()
    {
        QFETCH(QString, circuit);
        QFETCH(QString, written);
        QFETCH(QString, read);
        QCOMPARE(QString::fromStdString(renameInText(indexed(qPrintable(circuit)), written.toStdString())), read);
    }

    void inItsOwnNamesItStaysAsItIs()
    {
        const std::string text = "h(4) passes through W";
        QCOMPARE(renameInText(makeCircuit("elman", {}), text), text);
    }
};

UNFOLD_APPLESS_TEST(RenameInTextTest)
#include "rename_in_text_test.moc"
