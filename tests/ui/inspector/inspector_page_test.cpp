// What the inspector shows at every moment: never nothing, and never a step other than the one it names.
#include "core/analysis/norms.h"
#include "core/circuit/catalogue.h"
#include "core/linalg/stable_norm.h"
#include "tests/support/test_program.h"
#include "tests/ui/inspector/inspected_experiments.h"
#include "ui/inspector/inspector_copy.h"
#include "ui/inspector/inspector_page.h"
#include "ui/style/number_text.h"

#include <QTest>

#include <algorithm>

using namespace unfold;
using test::catalogueExperiment;

namespace {

std::vector<ElementRef> elementsAt(const Result &result, int step)
{
    std::vector<ElementRef> elements{{}};
    for (int n = 0; n < static_cast<int>(result.circuit().nodes.size()); ++n) {
        const Node &node = result.circuit().nodes[static_cast<size_t>(n)];
        elements.push_back(ElementRef::ofNode(n, step));
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            elements.push_back(ElementRef::ofEdge(n, k, step));
            if (!node.terms[static_cast<size_t>(k)].gate.empty())
                elements.push_back(ElementRef::ofEdge(n, k, step, true));
        }
    }
    if (result.prepared->loss) {
        elements.push_back(ElementRef::ofLoss(step));
        elements.push_back(ElementRef::ofTarget(step));
    }
    return elements;
}

/// The numbers of a grid are those of `matrix`.
bool shows(const InspectorPage &page, const Matrix &matrix)
{
    return std::any_of(page.items.begin(), page.items.end(), [&](const ExpressionItem &item) {
        return item.isGrid() && item.numbers.rows() == matrix.rows() && item.numbers.cols() == matrix.cols()
            && item.numbers == matrix;
    });
}

QString where(const Result &result, const Cursor &cursor, const InspectorPage &page)
{
    return QStringLiteral("%1, step %2, %3: %4 | %5")
        .arg(QString::fromStdString(result.circuit().name))
        .arg(cursor.step)
        .arg(cursor.pass == Pass::Forward ? "forward" : "backward", page.title, page.note);
}

} // namespace

class InspectorPageTest : public QObject
{
    Q_OBJECT

private slots:
    /// Every circuit, every thing that can be selected, at every step of both passes.
    void itIsNeverBlank()
    {
        int pages = 0;
        for (const CatalogueEntry &entry : catalogue()) {
            const Document document(catalogueExperiment(entry.name));
            const auto result = document.result();
            for (const Pass pass : {Pass::Forward, Pass::Backward}) {
                if (pass == Pass::Backward && !result->trace->hasGradient)
                    continue;
                for (int step = 1; step <= result->steps(); ++step)
                    for (const ElementRef &element : elementsAt(*result, step)) {
                        const Cursor cursor{step, pass, element, false};
                        const InspectorPage page = inspectorPage(*result, cursor);
                        const QString place = where(*result, cursor, page);
                        QVERIFY2(!page.title.isEmpty(), qPrintable(place));
                        const bool shows = !page.items.empty() || !page.extraItems.empty() || !page.formulas.empty();
                        QVERIFY2(shows, qPrintable(place));
                        QVERIFY2(page.step == step || !page.note.isEmpty(), qPrintable(place));
                        ++pages;
                    }
            }
        }
        QVERIFY2(pages > 1000, qPrintable(QString::number(pages)));
    }

    void aNodeOfOneStepIsShownThere()
    {
        const Document document(test::smallElman(20)); // o at the last step only
        const auto result = document.result();
        const int o = result->circuit().indexOf("o");
        const InspectorPage page = inspectorPage(*result, {3, Pass::Backward, ElementRef::ofNode(o, 3), false});
        QCOMPARE(page.element, ElementRef::ofNode(o, 20));
        QCOMPARE(page.step, 20);
        QVERIFY2(page.note.contains("o exists only at step 20"), qPrintable(page.note));
        QVERIFY(shows(page, valueOf(inspected(*result), Quantity::gradient(o, 20))));
    }

    /// Forward, where that step is still to come: what is known of it, and no result.
    void aNodeToComeShowsWhatIsKnownOfIt()
    {
        const Document document(test::smallElman(20));
        const auto result = document.result();
        const InspectedRun run = inspected(*result);
        const int o = result->circuit().indexOf("o");
        const InspectorPage page = inspectorPage(*result, {3, Pass::Forward, ElementRef::ofNode(o, 3), false});
        const auto parameter = [&](const char *name) {
            return valueOf(run, Quantity::parameter(indexOf(run.program().parameters, name)));
        };
        QVERIFY(shows(page, parameter("V")));
        QVERIFY(shows(page, parameter("c")));
        QVERIFY(!shows(page, valueOf(run, Quantity::value(o, 20))));
        QVERIFY(!shows(page, valueOf(run, Quantity::value(result->circuit().indexOf("h"), 20))));
        QVERIFY(!page.opens());
        QVERIFY(!calculationOf(run, page)); // nothing that is not computed can be copied
        QVERIFY2(page.note.contains("at step 3") && page.note.contains("step 20"), qPrintable(page.note));
    }

    /// An arrow out of the initial value has no gradient: its matrix and that value are shown.
    void anArrowFromTheInitialValueShowsItsMatrix()
    {
        const Document document(test::smallElman(5));
        const auto result = document.result();
        const InspectedRun run = inspected(*result);
        const int h = result->circuit().indexOf("h");
        for (const Pass pass : {Pass::Forward, Pass::Backward}) {
            const InspectorPage page = inspectorPage(*result, {1, pass, ElementRef::ofEdge(h, 0, 1), false});
            QVERIFY(shows(page, valueOf(run, Quantity::parameter(indexOf(run.program().parameters, "W")))));
            QVERIFY(shows(page, valueOf(run, Quantity::value(h, 0))));
            QCOMPARE(page.note.contains("initial value"), pass == Pass::Backward);
        }
    }

    /// By what the circuit is: carried on through a gate, and read by another state.
    void aCellStateIsCalledOne()
    {
        const auto titleOf = [](const char *circuit, const char *node) {
            const Document document(catalogueExperiment(circuit));
            const auto result = document.result();
            const int n = result->circuit().indexOf(node);
            return inspectorPage(*result, {2, Pass::Forward, ElementRef::ofNode(n, 2), false}).title;
        };
        QVERIFY(titleOf("lstm", "s").contains("cell state"));
        QVERIFY(titleOf("lstm", "h").contains("hidden state"));
        QVERIFY(titleOf("gru", "h").contains("hidden state"));
        QVERIFY(titleOf("elman", "h").contains("hidden state"));
    }

    void aDecoderIsShownWhereItBegins()
    {
        const Document document(catalogueExperiment("encoder-decoder"));
        const auto result = document.result();
        const int s = result->circuit().indexOf("s");
        const StepRange span = result->circuit().nodes[static_cast<size_t>(s)].span.in(result->steps());
        QVERIFY(span.first > 1);
        const InspectorPage page = inspectorPage(*result, {1, Pass::Backward, ElementRef::ofNode(s, 1), false});
        QCOMPARE(page.step, span.first);
        // Without a selection it is the state that does exist.
        for (int step = 1; step <= result->steps(); ++step) {
            const InspectorPage state = inspectorPage(*result, {step, Pass::Backward, {}, false});
            QCOMPARE(state.step, step);
            QCOMPARE(result->circuit().nodes[static_cast<size_t>(state.element.node)].role, Role::State);
        }
    }

    void theLossIsThatOfTheNearestStep()
    {
        const Document document(test::smallElman(8));
        const InspectorPage page = inspectorPage(*document.result(), {2, Pass::Backward, ElementRef::ofLoss(2), false});
        QCOMPARE(page.lossStep, 8);
        QVERIFY2(page.note.contains("only at step 8"), qPrintable(page.note));
        QCOMPARE(inspectorPage(*document.result(), {2, Pass::Backward, ElementRef::ofTarget(2), false}).step, 8);
    }

    /// Where several arrows bring the gradient, the factors of one are called its own, and the whole is said beside.
    void theFactorsOfOneArrowAreNotThoseOfTheWhole_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<QString>("node");
        QTest::newRow("lstm, cell state") << "lstm"
                                          << "s";
        QTest::newRow("lstm, state") << "lstm"
                                     << "h";
        QTest::newRow("gru") << "gru"
                             << "h";
        QTest::newRow("one arrow") << "elman"
                                   << "h";
    }
    void theFactorsOfOneArrowAreNotThoseOfTheWhole()
    {
        QFETCH(QString, circuit);
        QFETCH(QString, node);
        Document document(catalogueExperiment(circuit.toStdString()));
        document.setGradientOf(GradientOf::LastStep);
        const auto result = document.result();
        const int n = result->circuit().indexOf(node.toStdString());
        const NodeTrace &trace = result->trace->nodes[static_cast<size_t>(n)];
        const auto norm = [&](int step) { return stableNorm(trace.at(trace.gradient, step).col(0)); };
        for (int step = 1; step + 1 < result->steps(); ++step) {
            const InspectorPage page = inspectorPage(*result, {1, Pass::Backward, ElementRef::ofNode(n, step), false});
            if (!page.factors)
                continue;
            const double whole = norm(step) / norm(step + 1);
            const bool same = std::abs(*page.factors->gradient.factor() - whole) < 1e-9 * whole;
            QCOMPARE(page.factors->note.isEmpty(), same);
            QCOMPARE(page.factors->together.contains("only"), !same);
            if (node == "s") // the arrow leads to the same node: the norms at its two ends compare
                QVERIFY2(page.factors->note.contains("× " + numberText(whole, 4)), qPrintable(page.factors->note));
        }
    }
};

UNFOLD_GUILESS_TEST(InspectorPageTest)
#include "inspector_page_test.moc"
