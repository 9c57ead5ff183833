// The circuit in hand: the mouse and the keys on the canvas, and what the other views then show.
#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/ui/editor/edit_fixture.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/editor/refused_picture.h"
#include "ui/formula/equations_view.h"

using namespace unfold;

class EditorCanvasTest : public EditFixture
{
    Q_OBJECT

private slots:
    void init() { openEditor(test::elmanOver(5)); }
    void cleanup() { closeWindow(); }

    void theCanvasStandsWhereTheCircuitWas()
    {
        QVERIFY(canvas()->isVisible());
        QVERIFY(!find<FoldedView>()->isVisible());
        QVERIFY(field<QLineEdit>("nodeName"));
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!canvas()->isVisible());
        QVERIFY(find<FoldedView>()->isVisible());
    }

    void theCircuitBehindTheCanvasIsDrawnAnewOnceEditingEnds()
    {
        const auto drawn = [this] { return find<FoldedView>()->layoutShapes().nodes.size(); };
        QTest::keyClick(canvas(), Qt::Key_S);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(drawn(), circuit().nodes.size() + 2); // the loss and its target
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(drawn(), circuit().nodes.size() + 2);
    }

    void aNodeIsAddedConnectedAndSeenEverywhere()
    {
        QTest::keyClick(canvas(), Qt::Key_S);
        QCOMPARE(circuit().nodes.size(), size_t(4));
        QCOMPARE(editor()->selectedNode()->name, std::string("g"));
        connectByMouse("x", "g");
        QCOMPARE(node("g").terms, (std::vector<Term>{{"x", "U_g", 0, 1, "", 0, std::nullopt}}));
        connectByMouse("g", "o");
        QCOMPARE(node("o").terms.back().source, std::string("g"));
        const auto &unrolled = find<UnrolledView>()->layoutShapes();
        QCOMPARE(std::count_if(unrolled.nodes.begin(), unrolled.nodes.end(),
                     [](const NodeShape &n) { return n.kind == NodeShape::Kind::Node && n.element.node == 3; }),
            5);
        const auto result = m_document->result();
        QCOMPARE(result->circuit(), circuit());
        QVERIFY(result->trace->nodes[3].gradient.norm() > 0);
        QCOMPARE(m_document->undoStack()->count(), 3);
        for (int i = 0; i < 3; ++i)
            undo();
        QVERIFY(m_document->experiment() == test::elmanOver(5));
    }

    void aLoopIsRefusedDrawnInRedAndSaid()
    {
        const Experiment before = m_document->experiment();
        const auto result = m_document->result();
        connectByMouse("o", "h");
        QVERIFY(m_document->experiment() == before);
        QCOMPARE(m_document->result(), result);
        QCOMPARE(m_document->undoStack()->count(), 0);
        QVERIFY2(fault().startsWith(QStringLiteral("o reads h and h reads o at the same step")), qPrintable(fault()));
        QVERIFY(fault().contains(QStringLiteral("a delay")));
        QVERIFY(field<QLabel>("editorFault")->isVisible());
        QVERIFY(canvas()->accessibleDescription().contains(QStringLiteral("o reads h and h reads o")));
        QCOMPARE(editor()->circuit().nodes[1].terms.size(), size_t(3)); // shown, with the arrow in hand
        QCOMPARE(editor()->selectedTerm()->source, std::string("o"));
        QCOMPARE(redArrows(), 2);
        QVERIFY(hasRed(disc("h").centre, disc("h").radius));
        QVERIFY(!hasRed(disc("x").centre, disc("x").radius));
    }

    void aRefusedLoopIsMendedByADelay()
    {
        connectByMouse("o", "h");
        QVERIFY(editor()->hasAttempt());
        auto *delay = field<QSpinBox>("termDelay");
        QCOMPARE(delay->text(), QStringLiteral("t"));
        QTest::keyClick(delay, Qt::Key_Up);
        QVERIFY(!editor()->hasAttempt());
        QVERIFY(fault().isEmpty());
        QCOMPARE(redArrows(), 0);
        QCOMPARE(circuit().nodes[1].terms.back().delay, 1);
        QCOMPARE(m_document->undoStack()->count(), 1); // mended, it is one change
        undo();
        QVERIFY(m_document->experiment() == test::elmanOver(5));
    }

    void undoDropsARefusedLoopAndNothingElse()
    {
        QTest::keyClick(canvas(), Qt::Key_S);
        connectByMouse("o", "h");
        QVERIFY(editor()->hasAttempt());
        undo();
        QVERIFY(!editor()->hasAttempt());
        QVERIFY(fault().isEmpty());
        QCOMPARE(circuit().nodes.size(), size_t(4));
        undo();
        QCOMPARE(circuit().nodes.size(), size_t(3));
    }

    void leavingDropsARefusedLoop()
    {
        connectByMouse("o", "h");
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!editor()->hasAttempt());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(editor()->circuit(), circuit());
        QVERIFY(fault().isEmpty());
    }

    void anotherChangeDropsARefusedLoop()
    {
        connectByMouse("o", "h");
        QVERIFY(m_document->setGain(0.5));
        QVERIFY(!editor()->hasAttempt());
        QCOMPARE(redArrows(), 0);
    }

    void aLoopThroughPastAndFutureIsSaidToo()
    {
        connectByMouse("h", "h"); // never out of the node: nothing
        QCOMPARE(editor()->circuit().nodes[1].terms.size(), size_t(2));
        QTest::mousePress(canvas(), Qt::LeftButton, {}, rim("h"));
        QTest::mouseMove(canvas(), rim("h") + QPoint(40, 0));
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, middle("h")); // out and back: itself
        QVERIFY(fault().startsWith(QStringLiteral("h reads itself at the same step")));
        auto *delay = field<QSpinBox>("termDelay");
        QTest::keyClick(delay, Qt::Key_Down);
        QVERIFY2(fault().contains(QStringLiteral("a loop through past and future")), qPrintable(fault()));
        QVERIFY(redArrows() >= 2); // each way through its square
        QTest::keyClick(delay, Qt::Key_Up);
        QTest::keyClick(delay, Qt::Key_Up);
        QTest::keyClick(delay, Qt::Key_Up);
        QVERIFY2(fault().isEmpty(), qPrintable(delay->text() + fault()));
        QCOMPARE(circuit().nodes[1].terms.back().delay, 2);
    }

    void anInputCannotBeMadeToRead()
    {
        connectByMouse("h", "x");
        QVERIFY(fault().contains(QStringLiteral("The input x reads nothing")));
        QVERIFY(!editor()->hasAttempt());
        QVERIFY(m_document->experiment() == test::elmanOver(5));
    }

    void aDraggedNodeSnapsToAPlaceAsOneUndoStep()
    {
        const double column = node("x").place->column;
        const QPoint from = middle("x");
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int dx = 2; dx <= 80; dx += 2)
            QTest::mouseMove(canvas(), from + QPoint(dx, 1));
        QVERIFY(m_document->experiment() == test::elmanOver(5)); // nothing before it is let go
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, from + QPoint(80, 1));
        const Place after = *node("x").place;
        QVERIFY(after.column > column);
        QCOMPARE(after.column * 2, std::round(after.column * 2));
        QCOMPARE(after.lane, 0.0);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("move x"));
        QVERIFY(disc("x").centre.x() > disc("h").centre.x());
    }

    void aClickMovesNothing()
    {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle("x"));
        QVERIFY(m_document->experiment() == test::elmanOver(5));
        QCOMPARE(editor()->selectedNode()->name, std::string("x"));
    }

    void movedByKeysItIsOneStepToo()
    {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle("x"));
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(canvas(), Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(*node("x").place, (Place{0.5, 1}));
        QCOMPARE(m_document->undoStack()->count(), 1);
    }

    void everythingGoesWithoutAMouse()
    {
        QTest::keyClick(canvas(), Qt::Key_O);
        QCOMPARE(editor()->selectedNode()->name, std::string("p"));
        while (!editor()->selectedTerm() || editor()->selectedNode()->name != "h")
            QTest::keyClick(canvas(), Qt::Key_Down);
        QTest::keyClick(canvas(), Qt::Key_Delete); // h reads x no more
        QCOMPARE(node("h").terms.size(), size_t(1));
        editor()->select({1, -1});
        QTest::keyClick(canvas(), Qt::Key_C);
        QVERIFY(canvas()->isConnecting());
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(!canvas()->isConnecting());
        QTest::keyClick(canvas(), Qt::Key_C);
        QTest::keyClick(canvas(), Qt::Key_Up);
        QTest::keyClick(canvas(), Qt::Key_Up);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCOMPARE(node("p").terms.front().source, std::string("h"));
        QTest::keyClick(canvas(), Qt::Key_Return);
        QVERIFY(field<QComboBox>("termSource")->hasFocus());
    }

    void deleteRemovesANodeAndWhatReadsIt()
    {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle("x"));
        QTest::keyClick(canvas(), Qt::Key_Delete);
        QCOMPARE(circuit().indexOf("x"), -1);
        QCOMPARE(node("h").terms.size(), size_t(1));
        QCOMPARE(editor()->selection(), EditSelection());
        for (const char *last : {"o", "h"}) {
            QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle(last));
            QTest::keyClick(canvas(), Qt::Key_Delete);
        }
        QCOMPARE(circuit().nodes.size(), size_t(1)); // the last one stays
        QVERIFY2(fault().contains(QStringLiteral("no nodes")), qPrintable(fault()));
    }

    void anArrowIsSelectedByItsLetterOrItsSquare()
    {
        for (const LabelShape &label : canvas()->layoutShapes().labels)
            if (label.text == "V")
                QTest::mouseClick(canvas(), Qt::LeftButton, {}, label.box.center().toPoint());
        QCOMPARE(editor()->selectedTerm()->parameter, std::string("V"));
        QTest::mouseClick(
            canvas(), Qt::LeftButton, {}, canvas()->layoutShapes().squares.front().box.center().toPoint());
        QCOMPARE(editor()->selectedTerm()->parameter, std::string("W"));
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(editor()->selection(), EditSelection());
    }

    void timeKeysStillWork()
    {
        m_document->setStep(3);
        QTest::keyClick(canvas(), Qt::Key_Left);
        QCOMPARE(m_document->cursor().step, 2);
    }

    void everyCircuitCanBeTakenApart_data()
    {
        QTest::addColumn<QString>("name");
        for (const CatalogueEntry &entry : catalogue())
            QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
    }

    /// Node after node, each step drawn and undone again.
    void everyCircuitCanBeTakenApart()
    {
        QFETCH(QString, name);
        QVERIFY(m_document->open(withCircuit(test::elmanOver(5), name.toStdString())));
        const Experiment before = m_document->experiment();
        const int nodes = static_cast<int>(circuit().nodes.size());
        for (int n = nodes - 1; n > 0; --n) {
            editor()->select({n, -1});
            QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
            editor()->removeSelected();
            canvas()->grab();
        }
        QCOMPARE(circuit().nodes.size(), size_t(1));
        while (m_document->undoStack()->canUndo())
            undo();
        QVERIFY(m_document->experiment() == before);
    }

private:
    int redArrows() const
    {
        const auto &edges = canvas()->layoutShapes().edges;
        return static_cast<int>(std::count_if(
            edges.begin(), edges.end(), [this](const EdgeShape &e) { return isOnLoop(e, editor()->loop()); }));
    }

    /// Whether the rim of a circle is drawn in the colour of the loss.
    bool hasRed(QPointF centre, double radius) const
    {
        const QImage picture = canvas()->grab().toImage();
        const QColor red = themeOf(canvas()).loss;
        for (double angle = 0; angle < 6.28; angle += 0.05) {
            const QColor there
                = picture.pixelColor((centre + radius * QPointF(std::cos(angle), std::sin(angle))).toPoint());
            if (there == red)
                return true;
        }
        return false;
    }
};

UNFOLD_TEST(EditorCanvasTest)
#include "editor_canvas_test.moc"
