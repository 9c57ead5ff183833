// Both diagrams under the mouse and the keys, on real documents.
#include "core/circuit/catalogue.h"
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/folded/folded_walk.h"
#include "ui/diagram/shared/describe.h"
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/diagram/shared/edge_flow.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/diagram/unrolled/unrolled_walk.h"
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <limits>

using namespace unfold;

namespace {

Experiment elman(int steps, double gain = 1, Activation activation = Activation::Tanh)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", 2}, {"h", 3}, {"o", 2}},
        .activation = activation,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    e.steps = steps;
    e.sequence["x"] = Matrix::Ones(2, steps);
    e.loss = Loss{
        .kind = LossKind::CrossEntropy, .source = "o", .at = {Span::Kind::Last, 1}, .classes = {0}, .vectors = {}};
    e.gain = gain;
    return e;
}

Experiment gated(const char *name, int steps)
{
    Experiment e = elman(steps);
    NamedCircuit &page = std::get<NamedCircuit>(e.circuit);
    page.name = name;
    return e;
}

void show(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

void moveTo(QWidget &widget, QPointF point)
{
    QTest::mouseMove(&widget, QPoint(1, widget.height() - 2));
    QTest::mouseMove(&widget, point.toPoint());
}

/// Whether the pixels of a disc around `centre` differ between two grabs.
bool differ(const QImage &a, const QImage &b, QPointF centre, int reach)
{
    const QRect box(centre.toPoint() - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1));
    return a.copy(box) != b.copy(box);
}

QImage grab(QWidget &widget)
{
    return widget.grab().toImage();
}

/// As the key Tab does.
void tabTo(QWidget &widget)
{
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    widget.clearFocus();
    widget.setFocus(Qt::TabFocusReason);
}

const NodeShape *find(const std::vector<NodeShape> &nodes, const ElementRef &element)
{
    for (const NodeShape &node : nodes)
        if (node.element == element && node.kind != NodeShape::Kind::Initial)
            return &node;
    return nullptr;
}

} // namespace

class ViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void touchingWLightsEveryCopyOfW()
    {
        Document document(elman(16));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {290, 330});
        show(unrolled, {845, 290});
        QPointF letter;
        for (const LabelShape &label : folded.layoutShapes().labels)
            if (label.element == ElementRef::ofParameter("W"))
                letter = label.box.center();
        QVERIFY(!letter.isNull());
        const QImage before = grab(unrolled);
        moveTo(folded, letter);
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
        const QImage after = grab(unrolled);
        int copies = 0;
        for (const EdgeShape &edge : unrolled.layoutShapes().edges) {
            const bool isW = edge.parameter == "W";
            copies += isW ? 1 : 0;
            QCOMPARE(lit(document.result()->circuit(), document.hover(), edge), isW);
            QCOMPARE(differ(before, after, edge.curve.at(0.5), 6), isW);
        }
        QCOMPARE(copies, 16);
    }

    void touchingACopyLightsTheCircuit()
    {
        Document document(elman(16));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {290, 330});
        show(unrolled, {845, 290});
        const QImage before = grab(folded);
        const auto &edges = unrolled.layoutShapes().edges;
        const auto copy = std::find_if(
            edges.begin(), edges.end(), [](const EdgeShape &e) { return e.parameter == "U" && e.to == 7; });
        QVERIFY(copy != edges.end());
        moveTo(unrolled, copy->curve.at(0.5));
        QCOMPARE(document.hover(), copy->element);
        const QImage after = grab(folded);
        for (const EdgeShape &edge : folded.layoutShapes().edges)
            QCOMPARE(differ(before, after, edge.curve.at(0.3), 2), edge.parameter == "U");
    }

    void theInitialValueIsNoStep()
    {
        const Circuit elman = makeCircuit("elman", {});
        const int h = elman.indexOf("h");
        NodeShape initial;
        initial.kind = NodeShape::Kind::Initial;
        initial.element = ElementRef::ofNode(h);
        QVERIFY(lit(elman, ElementRef::ofNode(h), initial));
        QVERIFY(!lit(elman, ElementRef::ofNode(h, 5), initial));
    }

    void leavingClearsTheHover()
    {
        Document document(elman(5));
        FoldedView folded(&document);
        show(folded, {290, 330});
        moveTo(folded, folded.layoutShapes().nodes.front().disc.centre);
        QCOMPARE(document.hover(), ElementRef::ofNode(0));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&folded, &leave);
        QCOMPARE(document.hover(), ElementRef());
    }

    void clickingANodeMovesTheCursorAndOpensIt()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const NodeShape *h9 = find(unrolled.layoutShapes().nodes, ElementRef::ofNode(1, 9));
        QVERIFY(h9);
        QTest::mouseClick(&unrolled, Qt::LeftButton, {}, h9->disc.centre.toPoint());
        QCOMPARE(document.cursor().step, 9);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(1, 9));
    }

    void clickingTheEmptyColumnMovesTheCursorAlone()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const double x = unrolled.axis().x(6) + 5;
        QTest::mouseClick(&unrolled, Qt::LeftButton, {}, QPoint(int(x), 40));
        QCOMPARE(document.cursor().step, 6);
        QCOMPARE(document.cursor().selection, ElementRef());
    }

    /// Empty space of the graph is a step: the time moves, and what is pinned stays. That of the circuit releases it.
    void clickingEmptySpaceOfTheCircuitReleasesThePin()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        FoldedView folded(&document);
        show(folded, {330, 220});
        document.pin(ElementRef::ofNode(1, 9));
        QTest::mouseClick(&unrolled, Qt::LeftButton, {}, QPoint(int(unrolled.axis().x(6) + 5), 40));
        QCOMPARE(document.cursor().step, 6);
        QVERIFY(document.cursor().pinned);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(1, 9));
        const QPoint empty(2, 2);
        QCOMPARE(folded.layoutShapes().hit(empty), ElementRef());
        QTest::mouseClick(&folded, Qt::LeftButton, {}, empty);
        QVERIFY(!document.cursor().pinned);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(1, 6)); // it follows the time again
        QTest::mouseClick(&folded, Qt::LeftButton, {}, empty);
        QCOMPARE(document.cursor().selection, ElementRef());
    }

    void clickingAnArrowOpensIt()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const EdgeShape edge = unrolled.layoutShapes().edges[4];
        QTest::mouseClick(&unrolled, Qt::LeftButton, {}, edge.curve.at(0.5).toPoint());
        QCOMPARE(document.cursor().selection, edge.element);
        QCOMPARE(document.cursor().step, 1);
    }

    void upAndDownWalkThroughTheStep()
    {
        Document document(elman(16));
        document.setStep(16);
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        tabTo(unrolled);
        QCOMPARE(document.hover(), ElementRef::ofNode(1, 16)); // the watched node comes first
        QTest::keyClick(&unrolled, Qt::Key_Down);
        QCOMPARE(document.hover(), ElementRef::ofNode(0, 16));
        QStringList seen;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&unrolled, Qt::Key_Up);
            seen << QString::number(int(document.hover().kind)) + QString::number(document.hover().node);
        }
        QCOMPARE(seen, QStringList({"11", "12", "4-1", "5-1", "5-1"})); // h, o, L, y, and no further
        QTest::keyClick(&unrolled, Qt::Key_Down);
        QCOMPARE(document.hover(), ElementRef::ofLoss(16));
        QCOMPARE(document.cursor().selection, ElementRef()); // Enter opens
        QTest::keyClick(&unrolled, Qt::Key_Return);
        QCOMPARE(document.cursor().selection, ElementRef::ofLoss(16));
    }

    /// Where no node exists at the cursor's step the keys stand nowhere, whatever is open in the inspector.
    void whereNothingIsTheKeysStandNowhere()
    {
        Experiment e = elman(16);
        for (const char *node : {"x", "h", "o"})
            std::get<NamedCircuit>(e.circuit).spans[node] = {Span::Kind::First, 4};
        e.sequence["x"] = Matrix::Ones(2, 4);
        e.loss.reset();
        Document document(e);
        document.setStep(3);
        document.select(ElementRef::ofNode(1, 3));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        document.setStep(9);
        tabTo(unrolled);
        QTest::keyClick(&unrolled, Qt::Key_Down);
        QCOMPARE(document.hover(), ElementRef());
        document.setStep(4);
        QCOMPARE(document.hover(), ElementRef::ofNode(1, 4));
    }

    void shiftWalksFromArrowToArrow()
    {
        Document document(elman(16));
        document.setStep(9);
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        tabTo(unrolled);
        const auto parameter = [&] {
            const ElementRef &edge = document.hover();
            return edge.kind == ElementRef::Kind::Edge
                ? document.result()->circuit().nodes[size_t(edge.node)].terms[size_t(edge.term)].parameter
                : std::string("no arrow");
        };
        QTest::keyClick(&unrolled, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(parameter(), "U");
        QTest::keyClick(&unrolled, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(parameter(), "W");
        document.setStep(10); // the keys go along with time
        QCOMPARE(document.hover(), ElementRef::ofEdge(1, 0, 10));
        QTest::keyClick(&unrolled, Qt::Key_Up); // and from an arrow to the node that it enters
        QCOMPARE(document.hover(), ElementRef::ofNode(1, 10));
    }

    void theCircuitIsWalkedAtNoStep()
    {
        Document document(elman(16));
        document.setStep(5);
        FoldedView folded(&document);
        show(folded, {290, 330});
        tabTo(folded);
        QCOMPARE(document.hover(), ElementRef::ofNode(1));
        QTest::keyClick(&folded, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(document.hover(), ElementRef::ofParameter("V")); // every copy lights up
        QTest::keyClick(&folded, Qt::Key_Return);
        QCOMPARE(document.cursor().selection, ElementRef::ofParameter("V"));
        QTest::keyClick(&folded, Qt::Key_Up);
        QTest::keyClick(&folded, Qt::Key_Return);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(2, 5));
    }

    void everyThingOfEveryCircuitHasAPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("opened");
        for (const CatalogueEntry &entry : catalogue())
            for (const bool opened : {false, true})
                if (entry.name != "lstm-encoder-decoder") // see drawing_quality_test
                    QTest::addRow("%s, %s", entry.name.c_str(), opened ? "opened" : "closed")
                        << QString::fromStdString(entry.name) << opened;
    }

    void everyThingOfEveryCircuitHasAPlace()
    {
        QFETCH(QString, name);
        QFETCH(bool, opened);
        Document document(withCircuit(withSteps(defaultScene(), 6), name.toStdString()));
        document.openCells(opened);
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {700, 500});
        show(unrolled, {1500, 500});
        const FoldedWalk circuit(&document, &folded);
        const UnrolledWalk graph(&document, &unrolled);
        const auto isSeen = [](const Walkable &walk, WalkPlace place, const QWidget &view) {
            const QRectF seen = walk.rectAt(place).intersected(QRectF(view.rect()));
            return seen.width() >= 5 && seen.height() >= 5;
        };
        for (int row = 0; row < circuit.rowCount(); ++row)
            QVERIFY2(isSeen(circuit, {row, 0}, folded), qPrintable(circuit.sentenceAt({row, 0})));
        const int steps = document.result()->steps();
        for (int row = 0; row < graph.rowCount(); ++row)
            for (int step = 1; step <= steps; ++step)
                if (graph.exists({row, step})) {
                    const QString line = graph.sentenceAt({row, step});
                    QVERIFY2(isSeen(graph, {row, step}, unrolled), qPrintable(line));
                    QVERIFY2(graph.rectAt({row, step}).height() < unrolled.height(), qPrintable(line));
                }
    }

    void aStepThatIsNotDrawnIsWalkedAllTheSame()
    {
        Document document(elman(1000));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        QVERIFY(unrolled.layoutShapes().drawEvery > 1);
        document.setStep(unrolled.layoutShapes().drawEvery * 7 + 1);
        QVERIFY(!find(unrolled.layoutShapes().nodes, ElementRef::ofNode(1, document.cursor().step)));
        tabTo(unrolled);
        QCOMPARE(document.hover(), ElementRef::ofNode(1, document.cursor().step));
    }

    void aClickShowsNoRingAndAKeyDoes()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const auto ring = [&] { return grab(unrolled).pixelColor(300, 1) == themeOf(&unrolled).cursorLine; };
        const NodeShape *h9 = find(unrolled.layoutShapes().nodes, ElementRef::ofNode(1, 9));
        tabTo(unrolled);
        QVERIFY(ring());
        QTest::mouseClick(&unrolled, Qt::LeftButton, {}, h9->disc.centre.toPoint());
        QVERIFY(unrolled.hasFocus());
        QVERIFY(!ring());
        QTest::keyClick(&unrolled, Qt::Key_Up); // shows where one is: at what was clicked
        QVERIFY(ring());
        QCOMPARE(document.hover(), ElementRef::ofNode(1, 9));
        QTest::keyClick(&unrolled, Qt::Key_Down);
        QCOMPARE(document.hover(), ElementRef::ofNode(0, 9));
        unrolled.clearFocus();
        QVERIFY(!ring());
        QCOMPARE(document.hover(), ElementRef());
    }

    void whatIsNotComputedYetLooksSo()
    {
        Document document(elman(16));
        document.setPass(Pass::Forward);
        document.setStep(16);
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const QImage whole = grab(unrolled);
        document.setStep(5);
        const QImage half = grab(unrolled);
        const Theme &theme = themeOf(&unrolled);
        for (const NodeShape &node : unrolled.layoutShapes().nodes) {
            if (node.kind != NodeShape::Kind::Node || node.element.node != 1 || node.element.step == 5
                || node.element.step == 16)
                continue;
            const QPoint inside = (node.disc.centre - QPointF(0, 0.8 * node.disc.radius)).toPoint();
            QCOMPARE(whole.pixelColor(inside), theme.stateFill);
            QCOMPARE(half.pixelColor(inside), node.element.step < 5 ? theme.stateFill : theme.card);
        }
    }

    void theGradientShowsInTheArrowsItHasReached()
    {
        Document document(elman(16));
        document.setStep(9);
        const Cursor cursor = document.cursor();
        QCOMPARE(cursor.pass, Pass::Backward);
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const QImage at9 = grab(unrolled);
        document.setStep(5);
        const QImage at5 = grab(unrolled);
        for (const EdgeShape &edge : unrolled.layoutShapes().edges)
            if (edge.parameter == "W" && edge.from > 1) {
                QCOMPARE(gradientReached(cursor, 16, edge), edge.from >= 9);
                const double step = unrolled.axis().stepAt(edge.curve.at(0.4).x());
                if (std::abs(step - 9) > 0.6 && std::abs(step - 5) > 0.6) // there the cursor's band changes as well
                    QCOMPARE(differ(at9, at5, edge.curve.at(0.4), 2), edge.from >= 5 && edge.from < 9);
            }
    }

    void zeroAndInfinityAreNamed()
    {
        QCOMPARE(shortNorm(0), QStringLiteral("0"));
        QCOMPARE(shortNorm(std::numeric_limits<double>::infinity()), QString(QChar(0x221e)));
        QCOMPARE(numberForScreenReader(0), QStringLiteral("exactly 0"));
        QCOMPARE(numberForScreenReader(std::numeric_limits<double>::infinity()), QStringLiteral("infinite (overflow)"));
        QVERIFY(widthOfNorm(0) < widthOfNorm(1e-3) && widthOfNorm(1e-3) < widthOfNorm(1)
            && widthOfNorm(1) < widthOfNorm(1e4));
        Document document(elman(16, 0)); // nothing flows through W
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        const QImage zero = grab(unrolled);
        document.setGain(1);
        QVERIFY(zero != grab(unrolled));
    }

    void theAxisIsThatOfTheStack()
    {
        Document document(elman(60));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        for (const TimeWindow &window : {TimeWindow::all(60), TimeWindow{10.5, 26.5}, TimeWindow{20.5, 24.5}}) {
            document.setTimeWindow(window);
            const TimeAxis axis{
                window, double(Metrics::timeLeft(&unrolled)), double(845 - Metrics::timeRight(&unrolled))};
            int seen = 0;
            for (const NodeShape &node : unrolled.layoutShapes().nodes)
                if (node.kind == NodeShape::Kind::Node) {
                    QVERIFY(std::abs(node.disc.centre.x() - axis.x(node.element.step)) < 1e-9);
                    ++seen;
                }
            QVERIFY(seen >= 8);
            document.setStep(22);
            const QImage image = grab(unrolled);
            const Theme &theme = themeOf(&unrolled);
            bool line = false;
            for (int dx = -1; dx <= 1; ++dx)
                line = line || image.pixelColor(int(axis.x(22)) + dx, 2) == theme.cursorLine;
            QVERIFY(line);
        }
    }

    void withoutRoomNothingOfAnotherCircuitIsLeft()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        QVERIFY(!unrolled.layoutShapes().edges.empty());
        unrolled.resize(845, 4);
        QVERIFY(document.open(withCircuit(withSteps(defaultScene(), 3), "autonomous")));
        QVERIFY(unrolled.layoutShapes().edges.empty());
        document.setStep(2);
        unrolled.resize(845, 290);
        QVERIFY(!unrolled.layoutShapes().edges.empty());
    }

    void onlyTheVisibleStepsOfALongSequenceAreLaidOut()
    {
        Document document(elman(1000));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        QVERIFY(unrolled.layoutShapes().nodes.size() < 400);
        document.setTimeWindow({500.5, 515.5});
        for (const NodeShape &node : unrolled.layoutShapes().nodes)
            QVERIFY(node.element.step >= 500 && node.element.step <= 516);
    }

    void touchingAWeightLightsTheBlockThatHoldsIt()
    {
        Document document(gated("lstm", 6));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {320, 360});
        show(unrolled, {845, 320});
        const int answer = document.result()->circuit().indexOf("h");
        const NodeShape *block = find(folded.layoutShapes().nodes, ElementRef::ofNode(answer));
        const NodeShape *copy = find(unrolled.layoutShapes().nodes, ElementRef::ofNode(answer, 4));
        QVERIFY(block && block->isBlock() && copy && copy->isBlock());
        const QImage foldedBefore = grab(folded);
        const QImage unrolledBefore = grab(unrolled);
        document.setHover(ElementRef::ofParameter("W_f"));
        QVERIFY(differ(foldedBefore, grab(folded), block->box().topLeft(), 6));
        QVERIFY(differ(unrolledBefore, grab(unrolled), copy->box().topLeft(), 6));
        document.setHover(ElementRef::ofParameter("V")); // of the output, outside
        QVERIFY(!differ(unrolledBefore, grab(unrolled), copy->box().topLeft(), 6));
    }

    void openingTheCellKeepsTheTimeAxis()
    {
        Document document(gated("gru", 6));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {320, 360});
        show(unrolled, {845, 320});
        document.setTimeWindow({1.5, 5.5});
        const TimeAxis before = unrolled.axis();
        QVERIFY(!find(unrolled.layoutShapes().nodes, ElementRef::ofNode(1, 3)));
        document.openCells(true);
        QVERIFY(find(unrolled.layoutShapes().nodes, ElementRef::ofNode(1, 3))); // z(3)
        QVERIFY(find(folded.layoutShapes().nodes, ElementRef::ofNode(1)));
        QCOMPARE(unrolled.axis().x(3), before.x(3));
        QCOMPARE(unrolled.axis().pitch(), before.pitch());
        document.openCells(false);
        QVERIFY(!find(folded.layoutShapes().nodes, ElementRef::ofNode(1)));
    }

    void whereGatesHaveNoRoomItSaysSo()
    {
        Document document(gated("lstm", 60));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 320});
        QVERIFY(!unrolled.layoutShapes().tooNarrow);
        const QImage before = grab(unrolled);
        document.openCells(true);
        QVERIFY(unrolled.layoutShapes().tooNarrow);
        QVERIFY(differ(before, grab(unrolled), {422, 312}, 7));
        document.setTimeWindow({0.5, 6.5});
        QVERIFY(!unrolled.layoutShapes().tooNarrow);
        QCOMPARE(unrolled.layoutShapes().frames.size(), size_t(6));
    }

    /// What flows back through the line h of a block is the sum over all that read it.
    void theLineOfABlockCarriesAGradient()
    {
        Document document(gated("lstm", 6));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 320});
        document.setStep(1);
        const auto &edges = unrolled.layoutShapes().edges;
        const auto line = std::find_if(
            edges.begin(), edges.end(), [](const EdgeShape &e) { return e.crosses == "h" && e.to == 4; });
        QVERIFY(line != edges.end());
        QCOMPARE(line->carries.size(), size_t(4));
        const auto carried = edgesOf(document.result()->circuit(), 6, *line);
        QCOMPARE(carried.size(), size_t(4));
        for (const Edge &edge : carried)
            QCOMPARE(edge.from.step, 3);
    }

    void wheelBelongsToTheStack()
    {
        Document document(elman(16));
        UnrolledView unrolled(&document);
        show(unrolled, {845, 290});
        QWheelEvent wheel({400, 100}, {400, 100}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&unrolled, &wheel);
        QVERIFY(!wheel.isAccepted());
    }

    void sentencesSayWhatThingsAre()
    {
        Document document(elman(16));
        document.setStep(9);
        const Result &result = *document.result();
        const QString h = describe(result, document.cursor(), ElementRef::ofNode(1, 9));
        QVERIFY2(h.startsWith("h at step 9: 3 numbers, norm ") && h.contains("gradient norm"), qPrintable(h));
        QVERIFY(describe(result, document.cursor(), ElementRef::ofNode(1, 4)).contains("gradient not computed yet"));
        QVERIFY(describe(result, document.cursor(), ElementRef::ofParameter("W")).startsWith("W: 3 × 3 matrix"));
        QVERIFY(describe(result, document.cursor(), ElementRef::ofEdge(1, 0, 12)).contains("Norm of the gradient"));
        QVERIFY(!describe(result, document.cursor(), ElementRef::ofEdge(1, 0, 3)).contains("Norm of the gradient"));
        QVERIFY(describe(result, document.cursor(), ElementRef()).isEmpty());
        QVERIFY(describeInitial(result, 1, 0).contains("initial value of h"));
    }

    void anArrowFromTheStepBeforeNamesTheInitialValue()
    {
        Experiment e;
        e.circuit = NamedCircuit{.name = "bidirectional", .sizes = {}, .activation = Activation::Tanh, .spans = {}};
        e.steps = 5;
        const Document document(e);
        const auto said = [&](const char *node, int step) {
            const int index = document.result()->circuit().indexOf(node);
            return describe(*document.result(), document.cursor(), ElementRef::ofEdge(index, 0, step));
        };
        QVERIFY(said("h", 0).contains("h(0)"));
        QVERIFY(said("g", 0).contains("g(6)"));
        QVERIFY(!said("h", 3).contains("h(0)"));
    }

    void theDecodersInputIsTheTargetOfTheStepBefore()
    {
        Experiment e;
        e.circuit = NamedCircuit{
            .name = "encoder-decoder", .sizes = {}, .activation = Activation::Tanh, .spans = {}, .encoderSteps = 3};
        e.steps = 6;
        Document document(e);
        const int y = document.result()->circuit().indexOf("y");
        const QString said = describe(*document.result(), document.cursor(), ElementRef::ofNode(y));
        QVERIFY(said.startsWith("y(t−1)"));
        QVERIFY(said.contains("teacher forcing"));
        QCOMPARE(stepLabel(document.result()->circuit(), ElementRef::ofNode(y, 5)), std::string("(4)"));
        QCOMPARE(stepLabel(document.result()->circuit(), ElementRef::ofNode(y)), std::string("(t−1)"));
        QCOMPARE(stepLabel(document.result()->circuit(), ElementRef::ofTarget(5)), std::string("(5)"));
    }

    void assistiveTechnologyIsTold()
    {
        Document document(elman(16));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        QVERIFY(!folded.accessibleName().isEmpty() && folded.accessibleDescription().contains("x, h, o"));
        document.setStep(7);
        QVERIFY(unrolled.accessibleDescription().contains("step 7 of 16"));
    }

    void otherCircuitsAndSizesAreFollowed()
    {
        Document document(elman(16));
        FoldedView folded(&document);
        UnrolledView unrolled(&document);
        show(folded, {290, 330});
        show(unrolled, {845, 290});
        Experiment next = elman(16);
        next.circuit = NamedCircuit{.name = "bidirectional",
            .sizes = {{"x", 2}, {"h", 3}, {"o", 2}},
            .activation = Activation::Tanh,
            .spans = {}};
        QVERIFY(document.change(next, "another circuit"));
        QVERIFY(find(folded.layoutShapes().nodes, ElementRef::ofNode(3)));
        QVERIFY(find(unrolled.layoutShapes().nodes, ElementRef::ofNode(3, 16)));
        const double radius = unrolled.layoutShapes().nodes.front().disc.radius;
        document.setTimeWindow({0.5, 4.5});
        QVERIFY(unrolled.layoutShapes().nodes.front().disc.radius > radius);
    }

    void aCircuitThatChangesWhileNobodySeesItIsDrawnAnew()
    {
        Document document(elman(5));
        FoldedView folded(&document);
        show(folded, {290, 330});
        QVERIFY(find(folded.layoutShapes().nodes, ElementRef::ofNode(2)));
        folded.hide();
        QVERIFY(document.open(gated("gru", 6)));
        document.openCells(true);
        folded.show();
        const auto nodes = static_cast<int>(document.result()->circuit().nodes.size());
        for (int i = 0; i < nodes; ++i)
            QVERIFY(find(folded.layoutShapes().nodes, ElementRef::ofNode(i)));
    }

    /// A control that the new result disables hands the focus on, before the view has heard of it.
    void theFocusMayComeBeforeTheResult()
    {
        Document document(withCircuit(elman(5), "autonomous")); // one node, which reads itself
        QPointer<UnrolledView> late;
        connect(&document, &Document::resultChanged, this, [&late] {
            if (late)
                late->setFocus(Qt::TabFocusReason);
        });
        UnrolledView unrolled(&document);
        late = &unrolled;
        show(unrolled, {600, 400});
        unrolled.clearFocus();
        QVERIFY(document.change(gated("lstm", 6), "other nodes")); // the first of them reads nothing
        QVERIFY(unrolled.hasFocus());
        const auto result = document.result();
        QVERIFY(document.hover().kind != ElementRef::Kind::None);
        QVERIFY(existsIn(result->circuit(), result->steps(), document.hover()));
    }

    void aLargerFontEnlargesTheDiagrams()
    {
        Document document(elman(5));
        FoldedView folded(&document);
        show(folded, {600, 800});
        const double radius = folded.layoutShapes().radius;
        QFont font = QApplication::font();
        const QFont usual = font;
        font.setPixelSize(22);
        QApplication::setFont(font);
        QCoreApplication::processEvents();
        QVERIFY(folded.layoutShapes().radius > 1.2 * radius);
        QApplication::setFont(usual);
    }
};

UNFOLD_TEST(ViewsTest)
#include "views_test.moc"
