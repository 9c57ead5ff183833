// The fields beside the canvas, used by hand.
#include "core/experiment/edit.h"
#include "core/file/experiment_file.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/ui/editor/edit_fixture.h"
#include "ui/window/file_actions.h"

#include <QCheckBox>
#include <QListWidget>

using namespace unfold;

class EditorPanelTest : public EditFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openEditor(test::elmanOver(5));
        editor()->select({1, -1});
    }
    void cleanup() { closeWindow(); }

    void withNothingSelectedThereIsAHintAlone()
    {
        editor()->select({});
        QVERIFY(!field<QLineEdit>("nodeName")->isVisible());
        QVERIFY(!field<QComboBox>("termSource")->isVisible());
        editor()->select({1, -1});
        QVERIFY(field<QLineEdit>("nodeName")->isVisible());
        QVERIFY(!field<QComboBox>("termSource")->isVisible());
        editor()->select({1, 0});
        QVERIFY(field<QComboBox>("termSource")->isVisible());
    }

    void theFieldsShowTheNodeAndItsTerms()
    {
        QCOMPARE(field<QLineEdit>("nodeName")->text(), QStringLiteral("h"));
        QCOMPARE(field<QComboBox>("nodeRole")->currentText(), QStringLiteral("state"));
        QCOMPARE(field<QSpinBox>("nodeSize")->value(), 3);
        QCOMPARE(field<QComboBox>("nodeActivation")->currentText(), QStringLiteral("tanh"));
        QCOMPARE(field<QLineEdit>("nodeBias")->text(), QStringLiteral("b"));
        auto *terms = field<QListWidget>("editorTerms");
        QCOMPARE(terms->count(), 2);
        QCOMPARE(terms->item(0)->text(), QStringLiteral("W h(t − 1)"));
        QTest::mouseClick(terms->viewport(), Qt::LeftButton, {}, terms->visualItemRect(terms->item(1)).center());
        QCOMPARE(field<QComboBox>("termSource")->currentText(), QStringLiteral("x"));
        QCOMPARE(field<QLineEdit>("termParameter")->text(), QStringLiteral("U"));
    }

    void aRenamedNodeChangesNoNumber()
    {
        const double loss = m_document->result()->trace->totalLoss;
        type(field<QLineEdit>("nodeName"), QStringLiteral("a"));
        QCOMPARE(circuit().nodes[1].name, std::string("a"));
        QCOMPARE(m_document->result()->trace->totalLoss, loss);
        QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("rename h to a"));
        QCOMPARE(editor()->selectedNode()->name, std::string("a"));
        type(field<QLineEdit>("nodeName"), QStringLiteral("x"));
        QVERIFY2(fault().contains(QStringLiteral("cannot be called x")), qPrintable(fault()));
        QCOMPARE(field<QLineEdit>("nodeName")->text(), QStringLiteral("a")); // back to what is true
        type(field<QLineEdit>("nodeName"), QString(101, u'a'));
        QVERIFY(fault().contains(QStringLiteral("at most 100 bytes")));
        QCOMPARE(circuit().nodes[1].name, std::string("a"));
    }

    void aFieldWhoseNodeOrTermGoesAsksForNothing()
    {
        for (const char *name : {"nodeName", "nodeBias", "nodeSize", "termParameter", "termDelay"}) {
            editor()->select({1, 0});
            auto *widget = field<QWidget>(name);
            widget->setFocus();
            QTest::keyClicks(m_window->focusWidget(), QStringLiteral("2"));
            const Experiment before = m_document->experiment();
            editor()->select({});
            QVERIFY(!widget->isVisible());
            QVERIFY(m_document->experiment() == before);
        }
    }

    void whatIsHalfTypedWhenTheWindowGoesIsNoEdit()
    {
        for (const char *name : {"nodeName", "nodeBias", "nodeSize", "termParameter", "termDelay"}) {
            editor()->select({1, 0});
            field<QWidget>(name)->setFocus();
            QTest::keyClicks(m_window->focusWidget(), QStringLiteral("2"));
            const Experiment before = m_document->experiment();
            m_window.reset();
            QVERIFY2(m_document->experiment() == before, name);
            openEditor(test::elmanOver(5));
        }
    }

    void whatIsHalfTypedWhenTheWindowIsClosedIsNoEdit()
    {
        for (const char *name : {"nodeName", "nodeBias", "termParameter"}) {
            editor()->select({1, 0});
            field<QLineEdit>(name)->setFocus();
            QTest::keyClicks(m_window->focusWidget(), QStringLiteral("2"));
            const Experiment before = m_document->experiment();
            QVERIFY(m_window->close());
            QVERIFY2(m_document->experiment() == before, name);
            closeWindow();
            openEditor(test::elmanOver(5));
        }
    }

    void whileTheColumnIsClosedNothingIsConnected()
    {
        editor()->select({1, -1});
        QTest::keyClick(m_window.get(), Qt::Key_F8); // the canvas goes with its column
        const Circuit before = circuit();
        QTest::mouseClick(field<QWidget>("editorConnect"), Qt::LeftButton);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTest::mouseClick(field<QWidget>("editorConnect"), Qt::LeftButton);
        QTest::keyClick(m_window.get(), Qt::Key_F8); // while it is connecting
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(circuit(), before);
    }

    void fieldsOfTheNode()
    {
        choose(field<QComboBox>("nodeActivation"), QStringLiteral("relu"));
        QCOMPARE(circuit().nodes[1].activation, Activation::Relu);
        auto *size = field<QSpinBox>("nodeSize");
        size->setFocus();
        QTest::keyClick(size, Qt::Key_Up);
        QTest::keyClick(size, Qt::Key_Up);
        QCOMPARE(m_document->result()->circuit().nodes[1].size, 5);
        QCOMPARE(m_document->undoStack()->count(), 2); // the two sizes are one step
        type(field<QLineEdit>("nodeBias"), QString(u' '));
        QVERIFY(circuit().nodes[1].bias.empty());
        choose(field<QComboBox>("nodeRole"), QStringLiteral("output"));
        QCOMPARE(circuit().nodes[1].role, Role::Output);
    }

    void aSpanOfTheInput()
    {
        editor()->select({0, -1});
        choose(field<QComboBox>("spanKind"), QStringLiteral("first n"));
        QCOMPARE(circuit().nodes[0].span, (Span{Span::Kind::First, 1}));
        auto *count = field<QSpinBox>("spanCount");
        QVERIFY(count->isVisible());
        QTest::keyClick(count, Qt::Key_Up);
        QCOMPARE(circuit().nodes[0].span, (Span{Span::Kind::First, 2}));
        QCOMPARE(m_document->experiment().sequence.at("x").cols(), 2);
        const auto &unrolled = find<UnrolledView>()->layoutShapes();
        QCOMPARE(std::count_if(unrolled.nodes.begin(), unrolled.nodes.end(),
                     [](const NodeShape &n) { return n.kind == NodeShape::Kind::Node && n.element.node == 0; }),
            2);
    }

    void aDelayOfTwo()
    {
        editor()->select({1, 0});
        auto *delay = field<QSpinBox>("termDelay");
        QCOMPARE(delay->text(), QStringLiteral("t − 1"));
        QTest::keyClick(delay, Qt::Key_Up);
        QCOMPARE(delay->text(), QStringLiteral("t − 2"));
        QCOMPARE(circuit().nodes[1].terms[0].delay, 2);
        QCOMPARE(m_document->result()->circuit().nodes[1].terms[0].delay, 2);
        delay->selectAll();
        QTest::keyClicks(delay, QStringLiteral("t-3"));
        QTest::keyClick(delay, Qt::Key_Return);
        QCOMPARE(circuit().nodes[1].terms[0].delay, 3);
    }

    void aGateWithItsDelay()
    {
        editor()->select({1, 0});
        QVERIFY(!field<QSpinBox>("termGateDelay")->isVisible());
        // At the same step h would wait for itself: the attempt is red until the gate is read one step before.
        choose(field<QComboBox>("termGate"), QStringLiteral("h"));
        QVERIFY2(fault().startsWith(QStringLiteral("h reads itself at the same step")), qPrintable(fault()));
        auto *delay = field<QSpinBox>("termGateDelay");
        QVERIFY(delay->isVisible());
        QTest::keyClick(delay, Qt::Key_Up);
        QVERIFY(fault().isEmpty());
        QCOMPARE(circuit().nodes[1].terms[0].gate, std::string("h"));
        QCOMPARE(circuit().nodes[1].terms[0].gateDelay, 1);
        QCOMPARE(field<QListWidget>("editorTerms")->item(0)->text(), QStringLiteral("W (h(t − 1) ⊙ h(t − 1))"));
    }

    void aGateOfAnotherSizeIsRefused()
    {
        editor()->select({2, 0});
        choose(field<QComboBox>("termGate"), QStringLiteral("x"));
        QVERIFY2(fault().contains(QStringLiteral("elementwise")), qPrintable(fault()));
        QVERIFY(circuit().nodes[2].terms[0].gate.empty());
        QVERIFY(!editor()->hasAttempt());
        QCOMPARE(field<QComboBox>("termGate")->currentText(), QStringLiteral("none"));
    }

    void matricesAreRenamedSharedAndSplitOff()
    {
        const double loss = m_document->result()->trace->totalLoss;
        editor()->select({1, 0});
        type(field<QLineEdit>("termParameter"), QStringLiteral("R"));
        QCOMPARE(m_document->result()->trace->totalLoss, loss); // the same numbers under another name
        QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("rename W to R"));
        type(field<QLineEdit>("termParameter"), QStringLiteral("U"));
        QVERIFY2(fault().contains(QStringLiteral("one shape for every use")), qPrintable(fault()));
        QCOMPARE(field<QLineEdit>("termParameter")->text(), QStringLiteral("R"));
        editor()->addTerm(1, 1);
        editor()->change(
            [](const Circuit &c) {
                Circuit next = c;
                next.nodes[1].terms[2].delay = 2;
                return next;
            },
            QStringLiteral("delay"));
        type(field<QLineEdit>("termParameter"), QStringLiteral("R"));
        QCOMPARE(m_document->result()->prepared->program->parameters.size(), size_t(5)); // R is shared
        type(field<QLineEdit>("termParameter"), QStringLiteral("Q"));
        QCOMPARE(circuit().nodes[1].terms[0].parameter, std::string("R"));
        QCOMPARE(circuit().nodes[1].terms[2].parameter, std::string("Q"));
    }

    void aTermIsSubtracted()
    {
        editor()->select({1, 1});
        field<QCheckBox>("termMinus")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(field<QCheckBox>("termMinus"), Qt::Key_Space);
        QCOMPARE(circuit().nodes[1].terms[1].sign, -1);
        QCOMPARE(field<QListWidget>("editorTerms")->item(1)->text(), QStringLiteral("− U x"));
    }

    void theSizeOfATextIsItsOwn()
    {
        QVERIFY(m_document->open(
            withData(test::elmanOver(5), {TextSource{"hello world", TextSource::Unit::Characters}, 1})));
        editor()->select({0, -1});
        QVERIFY(!field<QSpinBox>("nodeSize")->isEnabled());
        editor()->select({1, -1});
        QVERIFY(field<QSpinBox>("nodeSize")->isEnabled());
    }

    void whatWasEditedIsSavedAndReadBack()
    {
        QTest::keyClick(canvas(), Qt::Key_S);
        connectByMouse("h", "g");
        editor()->select({1, 0});
        QTest::keyClick(field<QSpinBox>("termDelay"), Qt::Key_Up);
        editor()->select({0, -1});
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
        const Experiment edited = m_document->experiment();
        const auto trace = m_document->result()->trace;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("edited.unfold"));
        m_window->menu()->files()->file()->save(path);
        QVERIFY(m_document->open(test::elmanOver(4)));
        m_window->menu()->files()->openFile(path);
        QVERIFY(m_document->experiment() == edited);
        QCOMPARE(circuit().nodes[0].place, std::get<Circuit>(edited.circuit).nodes[0].place);
        QCOMPARE(m_document->result()->trace->totalLoss, trace->totalLoss);
        QVERIFY(m_document->result()->trace->gradients.front() == trace->gradients.front());
    }

    void everyFieldTeachesAndHasAName()
    {
        editor()->select({1, 0});
        int fields = 0;
        for (QWidget *widget : find<EditorPanel>()->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()
                || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
            ++fields;
        }
        QVERIFY(fields >= 15);
    }
};

UNFOLD_TEST(EditorPanelTest)
#include "editor_panel_test.moc"
