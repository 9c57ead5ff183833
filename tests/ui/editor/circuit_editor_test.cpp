// Whatever is asked of the editor, in any order, the document holds a circuit that runs, and undo leads back.
#include "core/circuit/edit_circuit.h"
#include "core/experiment/edit.h"
#include "core/file/experiment_file.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_canvas.h"
#include "ui/style/theme.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace unfold;

namespace {

/// One act of a hand that does not know what it does.
void doAnything(CircuitEditor &editor, QRandomGenerator &any)
{
    const Circuit circuit = editor.circuit();
    const int nodes = static_cast<int>(circuit.nodes.size());
    const auto pick = [&](int count) { return static_cast<int>(any.bounded(std::max(1, count))); };
    const int n = pick(nodes);
    const int k = pick(static_cast<int>(circuit.nodes[static_cast<size_t>(n)].terms.size()));
    const bool hasTerm = !circuit.nodes[static_cast<size_t>(n)].terms.empty();
    const std::string other = circuit.nodes[static_cast<size_t>(pick(nodes))].name;
    const QString name = QStringLiteral("abghUW").at(pick(6));
    const auto ask = [&](auto &&edit) { editor.change(edit, QStringLiteral("edit")); };
    editor.select({n, hasTerm && pick(2) ? k : -1});
    switch (pick(18)) {
    case 0: editor.addNode(Role(pick(4))); return;
    case 1:
    case 2:
    case 3: editor.addTerm(n, pick(nodes)); return;
    case 4: editor.removeSelected(); return;
    case 5: editor.renameNode(n, name); return;
    case 6: editor.setBias(n, pick(2) ? name : QString()); return;
    case 7: ask([&](const Circuit &c) { return withRole(c, n, Role(pick(4))); }); return;
    case 8: ask([&](const Circuit &c) { return withSize(c, n, 1 + pick(4)); }); return;
    case 9: ask([&](const Circuit &c) { return withSpan(c, n, {Span::Kind(pick(4)), 1 + pick(4)}); }); return;
    case 10: ask([&](const Circuit &c) { return withActivation(c, n, Activation(pick(4))); }); return;
    case 11: editor.dropAttempt(); return;
    default: break;
    }
    if (!hasTerm)
        return;
    switch (pick(6)) {
    case 0: ask([&](const Circuit &c) { return withSource(c, n, k, other); }); return;
    case 1:
    case 2: ask([&](const Circuit &c) { return withDelay(c, n, k, pick(7) - 3); }); return;
    case 3: ask([&](const Circuit &c) { return withGate(c, n, k, pick(3) ? other : ""); }); return;
    case 4: ask([&](const Circuit &c) { return withGateDelay(c, n, k, pick(3) - 1); }); return;
    default: editor.setParameter(n, k, pick(4) ? name : QString()); return;
    }
}

} // namespace

class CircuitEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void anythingInAnyOrder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("seed");
        for (const CatalogueEntry &entry : catalogue())
            for (const int seed : {1, 2})
                QTest::addRow("%s %d", entry.name.c_str(), seed) << QString::fromStdString(entry.name) << seed;
    }

    void anythingInAnyOrder()
    {
        QFETCH(QString, name);
        QFETCH(int, seed);
        const Experiment before = withCircuit(test::elmanOver(5), name.toStdString());
        Document document(before);
        CircuitEditor editor(&document);
        EditorCanvas canvas(&editor);
        canvas.resize(300, 250);
        canvas.show();
        editor.setActive(true);
        QRandomGenerator any(static_cast<quint32>(seed));
        int attempts = 0;
        const int acts = editor.circuit().nodes.size() > 5 ? 30 : 120; // wires of large circuits take long to route
        for (int i = 0; i < acts; ++i) {
            doAnything(editor, any);
            attempts += editor.hasAttempt() ? 1 : 0;
            QCOMPARE(editor.hasAttempt(), !editor.loop().empty());
            QVERIFY(!editor.hasAttempt() || !editor.fault().isEmpty());
            if (!editor.hasAttempt())
                QCOMPARE(editor.circuit(), circuitOf(document.experiment()));
            Circuit computed = document.result()->circuit();
            computed.names = {}; // for people
            QCOMPARE(computed, circuitOf(document.experiment()));
            if (i % 30 == 29) {
                canvas.grab();
                QVERIFY(readExperiment(writeExperiment(document.experiment())).experiment == document.experiment());
            }
        }
        m_attempts += attempts;
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QVERIFY(document.experiment() == before);
        QVERIFY(!editor.hasAttempt());
    }

    void someOfItWasRefused() { QVERIFY(m_attempts > 20); }

    void namesChangedInAnAttemptStayWhenItIsMended()
    {
        Document document(test::elmanOver(5));
        CircuitEditor editor(&document);
        editor.setActive(true);
        editor.addTerm(1, 2); // h reads o
        QVERIFY(editor.hasAttempt());
        QVERIFY(!editor.renameNode(0, QStringLiteral("u")));
        QVERIFY(!editor.setParameter(1, 0, QStringLiteral("R")));
        QVERIFY(document.experiment() == test::elmanOver(5));
        QVERIFY(editor.change([](const Circuit &c) { return withDelay(c, 1, 2, 2); }, QStringLiteral("delay")));
        const Experiment &mended = document.experiment();
        QVERIFY(mended.sequence.at("u") == test::elmanOver(5).sequence.at("x"));
        QVERIFY(mended.parameters.contains("R")); // drawn as W was
        QCOMPARE(document.undoStack()->count(), 1);
    }

    void thePlotsStayWithTheirNode()
    {
        Document document(withCircuit(test::elmanOver(5), "bidirectional"));
        CircuitEditor editor(&document);
        editor.setActive(true);
        document.setPlottedNode(2); // g
        editor.select({1, -1});
        QVERIFY(editor.removeSelected()); // h
        QCOMPARE(
            document.result()->circuit().nodes[static_cast<size_t>(document.plottedNode())].name, std::string("g"));
    }

    void aDraggedGainIsNoChangeOfTheCircuit()
    {
        Document document(test::elmanOver(5));
        CircuitEditor editor(&document);
        QSignalSpy changed(&editor, &CircuitEditor::changed);
        QVERIFY(document.setGain(0.5));
        QCOMPARE(changed.count(), 0);
    }

    void aFaultIsForgottenWithTheNextChange()
    {
        Document document(test::elmanOver(5));
        CircuitEditor editor(&document);
        editor.setActive(true);
        editor.addTerm(0, 1);
        QVERIFY(!editor.fault().isEmpty());
        QVERIFY(editor.addNode(Role::State));
        QVERIFY(editor.fault().isEmpty());
    }

private:
    int m_attempts = 0;
};

UNFOLD_TEST(CircuitEditorTest)
#include "circuit_editor_test.moc"
