// A node at a step, as plots write it: in markup, in HTML and plainly, in either notation.
#include "core/circuit/catalogue.h"
#include "core/formula/notation.h"
#include "tests/support/test_program.h"
#include "ui/formula/node_text.h"

#include <QTest>

using namespace unfold;

class NodeTextTest : public QObject
{
    Q_OBJECT

private slots:
    void lstm_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<int>("notation");
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("plain");
        const auto row
            = [](const char *node, Notation notation, const char *markup, const char *html, const char *plain) {
                  QTest::addRow("%s, %s", node, nameOf(notation).data())
                      << QString::fromUtf8(node) << static_cast<int>(notation) << QString::fromUtf8(markup)
                      << QString::fromUtf8(html) << QString::fromUtf8(plain);
              };
        row("h", Notation::Letters, "*h*^{(9)}", "h<sup>(9)</sup>", "h(9)");
        row("h", Notation::Indexed, "*a*^{⟨9⟩}", "a<sup>⟨9⟩</sup>", "a⟨9⟩");
        row("f", Notation::Indexed, "*Γ*_{f}^{⟨9⟩}", "Γ<sub>f</sub><sup>⟨9⟩</sup>", "Γ_f⟨9⟩");
        row("k", Notation::Indexed, "*c̃*^{⟨9⟩}", "c̃<sup>⟨9⟩</sup>", "c̃⟨9⟩");
        row("o", Notation::Indexed, "*z*_{y}^{⟨9⟩}", "z<sub>y</sub><sup>⟨9⟩</sup>", "z_y⟨9⟩");
    }

    void lstm()
    {
        QFETCH(QString, node);
        QFETCH(int, notation);
        Circuit circuit = makeCircuit("lstm", {});
        circuit.names = namesIn(static_cast<Notation>(notation), circuit);
        const int index = circuit.indexOf(node.toStdString());
        const QString step = QStringLiteral("9");
        QTEST(nodeMarkup(circuit, index, step), "markup");
        QTEST(nodeHtml(circuit, index, step), "html");
        QTEST(nodeText(circuit, index, step), "plain");
    }

    void aWordIsNoVector()
    {
        const Circuit circuit{"", {{"cell", Role::State, 1, Activation::Identity, "", {}, {}, {}}}};
        QCOMPARE(nodeMarkup(circuit, 0, QStringLiteral("t")), QStringLiteral("cell^{(t)}"));
    }

    void whatAFileCallsANodeIsNoMarkup()
    {
        const Circuit circuit{"", {{"<b>", Role::State, 1, Activation::Identity, "", {}, {}, {}}}};
        QCOMPARE(nodeHtml(circuit, 0, QStringLiteral("1")), QStringLiteral("&lt;b&gt;<sup>(1)</sup>"));
    }

    void whatIsReadLaterHasItsOwnStep()
    {
        Circuit circuit = makeCircuit("encoder-decoder", {});
        circuit.names = namesIn(Notation::Letters, circuit);
        const int y = circuit.indexOf("y");
        QCOMPARE(nodeText(circuit, y), QStringLiteral("y(t−1)"));
        QCOMPARE(nodeText(circuit, y, 5), QStringLiteral("y(4)"));
        QCOMPARE(nodeMarkup(circuit, y, QStringLiteral("t")), QStringLiteral("*y*^{(t−1)}"));
        QCOMPARE(nodeHtml(circuit, y, QStringLiteral("5")), QStringLiteral("y<sup>(4)</sup>"));
    }

    void withoutAStepItIsTheNameAlone() { QCOMPARE(nodeText(makeCircuit("elman", {}), 1), QStringLiteral("h")); }
};

UNFOLD_GUILESS_TEST(NodeTextTest)
#include "node_text_test.moc"
