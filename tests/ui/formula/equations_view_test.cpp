#include "core/circuit/catalogue.h"
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"
#include "ui/formula/equations_view.h"

#include <QHelpEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace unfold;

namespace {

using Kind = SymbolRef::Kind;

Experiment elman(Span lossAt = {})
{
    Experiment e;
    e.circuit = NamedCircuit{
        .name = "elman", .sizes = {{"x", 2}, {"h", 3}, {"o", 2}}, .activation = Activation::Tanh, .spans = {}};
    e.steps = 5;
    const std::vector<int> classes(static_cast<size_t>(lossAt.in(5).count()), 0);
    e.loss = Loss{.kind = LossKind::CrossEntropy, .source = "o", .at = lossAt, .classes = classes, .vectors = {}};
    return e;
}

int find(const EquationsView &view, const SymbolRef &ref)
{
    for (int i = 0; i < view.symbolCount(); ++i)
        if (view.symbol(i) == ref)
            return i;
    return -1;
}

void resizeTo(EquationsView &view, int width, int height)
{
    view.resize(width, height);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

void pointAtNothing(EquationsView &view)
{
    QTest::mouseMove(view.viewport(), {2, view.viewport()->height() - 2});
}

/// How often the viewport of a view changes its size.
class ResizeCount : public QObject
{
public:
    explicit ResizeCount(const EquationsView &view) { view.viewport()->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Resize;
        return false;
    }
    int count = 0;
};

/// From elsewhere: a mouse that is there already does not move.
void pointAt(EquationsView &view, int symbol)
{
    pointAtNothing(view);
    QTest::mouseMove(view.viewport(), view.symbolBox(symbol).center().toPoint());
}

QImage picture(EquationsView &view)
{
    return view.viewport()->grab().toImage();
}

/// Whether two pictures differ inside a rectangle.
bool differ(const QImage &a, const QImage &b, const QRectF &where)
{
    const QRect rect = where.toRect();
    return a.copy(rect) != b.copy(rect);
}

const SymbolRef wRef{Kind::Parameter, "W", 0};
const SymbolRef uRef{Kind::Parameter, "U", 0};

} // namespace

class EquationsViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void showsTheCircuitsFormulas()
    {
        Document document(elman());
        const EquationsView view(&document);
        QCOMPARE(view.accessibleName(), "Equations");
        const QStringList lines = view.accessibleDescription().split('\n');
        QCOMPARE(lines.at(0), "a(t) = b + W h(t−1) + U x(t)");
        for (const char *line :
            {"h(0) = 0", "W = gain W_0", "ŷ(t) = softmax(o(t))", "L(t) = −log ŷ(t)[y(t)]", "L = ∑_{t=1}^{5} L(t)"})
            QVERIFY2(lines.contains(QString::fromUtf8(line)), line);
        int gradients = 0; // of h, of o, and of U, V, W, b and c
        for (const QString &line : lines)
            gradients += line.startsWith(u'∂');
        QCOMPARE(gradients, 7);
        const qsizetype first = lines.indexOf(QRegularExpression(QStringLiteral("^∂.*")));
        QVERIFY(lines.at(first).contains("/∂h(t) = Wᵀ diag(1 − (h(t+1))²)")); // that of the plotted node
    }

    void saysWhichLossTheGradientIsOf()
    {
        Document document(elman());
        const EquationsView view(&document);
        document.setGradientOf(GradientOf::AllSteps);
        QTRY_VERIFY(view.accessibleDescription().contains("∂L/∂h(t) ="));
        document.setGradientOf(GradientOf::LastStep);
        QTRY_VERIFY(view.accessibleDescription().contains("∂L(5)/∂h(t) ="));
    }

    void aStateThatIsGivenIsNotZero()
    {
        Experiment e = elman();
        e.initial["h"] = Vector::Constant(3, 0.5);
        Document document(e);
        const EquationsView view(&document);
        QVERIFY(view.accessibleDescription().contains("h(0) ≠ 0"));
        e.initial["h"].setZero();
        QVERIFY(document.change(e, "initial"));
        QTRY_VERIFY(view.accessibleDescription().contains("h(0) = 0"));
    }

    void theOtherNotationWritesMatricesSideBySide()
    {
        Document document(elman());
        const EquationsView view(&document);
        QVERIFY(!view.accessibleDescription().contains("W_a ["));
        document.setNotation(Notation::Indexed);
        QTRY_VERIFY(view.accessibleDescription().contains("= b_a + W_a [a⟨t−1⟩, x⟨t⟩]"));
        QVERIFY(view.accessibleDescription().contains("∂L⟨5⟩/∂W_aa = ∑_{t=1}^{5}"));
    }

    void everyEquationOfEveryCircuitFitsItsWidth_data()
    {
        QTest::addColumn<int>("notation");
        for (const CatalogueEntry &entry : catalogue())
            for (const Notation notation : {Notation::Letters, Notation::Indexed})
                QTest::addRow("%s/%s", entry.name.c_str(), nameOf(notation).data()) << static_cast<int>(notation);
    }

    void everyEquationOfEveryCircuitFitsItsWidth()
    {
        QFETCH(int, notation);
        const std::string name = QString::fromUtf8(QTest::currentDataTag()).section(u'/', 0, 0).toStdString();
        Experiment e;
        e.circuit = NamedCircuit{.name = name, .sizes = {}, .activation = Activation::Tanh, .spans = {}};
        e.steps = 16;
        const Circuit circuit = circuitOf(e);
        if (circuit.indexOf("o") >= 0) {
            const Span at = circuit.nodes[static_cast<size_t>(circuit.indexOf("o"))].span;
            e.loss = Loss{LossKind::CrossEntropy, "o", at, std::vector<int>(at.in(16).count(), 0), {}};
        }
        Document document(e);
        document.setNotation(static_cast<Notation>(notation));
        EquationsView view(&document);
        resizeTo(view, 330, 500);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    }

    void withoutALossThereIsNoGradient()
    {
        Experiment e = elman();
        e.loss.reset();
        Document document(e);
        const EquationsView view(&document);
        QVERIFY(!view.accessibleDescription().contains("L"));
        QVERIFY(!view.accessibleDescription().contains("∂"));
    }

    void anotherCircuitBringsItsOwn()
    {
        Document document(elman());
        const EquationsView view(&document);
        Experiment jordan = elman();
        std::get<NamedCircuit>(jordan.circuit).name = "jordan";
        QVERIFY(document.change(jordan, "circuit"));
        QTRY_VERIFY(view.accessibleDescription().contains("W o(t−1)"));
    }

    void theGradientIsThatOfTheWatchedNode()
    {
        Document document(elman());
        const EquationsView view(&document);
        const auto first = [&] {
            const QStringList lines = view.accessibleDescription().split('\n');
            return lines.at(lines.indexOf(QRegularExpression(QStringLiteral("^∂.*"))));
        };
        QVERIFY(first().contains("/∂h(t) = "));
        document.setPlottedNode(document.result()->circuit().indexOf("o"));
        QTRY_VERIFY(first().contains("/∂o(t) = "));
    }

    void pointingAtWTouchesW()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        const int w = find(view, wRef);
        QVERIFY(w >= 0);
        const QImage before = picture(view);
        pointAt(view, w);
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
        const QImage touched = picture(view);
        QVERIFY(differ(before, touched, view.symbolBox(w)));
        QVERIFY(!differ(before, touched, view.symbolBox(find(view, uRef))));
        pointAtNothing(view);
        QCOMPARE(document.hover(), ElementRef{});
        QVERIFY(!differ(before, picture(view), view.symbolBox(w)));
    }

    void leavingLetsGo()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        pointAt(view, find(view, wRef));
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(document.hover(), ElementRef{});
    }

    void whatOthersTouchIsNotLetGo()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        pointAt(view, find(view, wRef));
        document.setHover(ElementRef::ofNode(1, 3));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(document.hover(), ElementRef::ofNode(1, 3));
    }

    void whatIsTouchedElsewhereLightsEveryCopy()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 900);
        const QImage before = picture(view);
        const int h = document.result()->circuit().indexOf("h");
        document.setHover(ElementRef::ofEdge(h, 0, 4)); // an arrow of the unrolled graph that carries W
        const QImage after = picture(view);
        int copies = 0;
        for (int i = 0; i < view.symbolCount(); ++i)
            if (view.symbol(i) == wRef) {
                ++copies;
                QVERIFY(differ(before, after, view.symbolBox(i)));
            }
        // the formula, W = gain W₀ with two, the gradient of h, and the gradient of W
        QCOMPARE(copies, 5);
    }

    void aClickSelects()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        QTest::mouseClick(
            view.viewport(), Qt::LeftButton, {}, view.symbolBox(find(view, {Kind::Node, "o", 0})).center().toPoint());
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(document.result()->circuit().indexOf("o")));
        const ElementRef selected = document.cursor().selection;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {2, view.viewport()->height() - 2});
        QCOMPARE(document.cursor().selection, selected);
    }

    void arrowsMoveOverSymbols()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.hasFocus());
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right); // a(t), b, W
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(document.cursor().selection, ElementRef::ofParameter("W"));
        QTest::keyClick(&view, Qt::Key_Down); // h(t) = tanh(a(t)): the pre-activation stands for its node
        QCOMPARE(document.hover(), ElementRef::ofNode(document.result()->circuit().indexOf("h")));
        QTest::keyClick(&view, Qt::Key_Up);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(document.hover(), ElementRef::ofNode(document.result()->circuit().indexOf("h"))); // a(t), the first
    }

    void theArrowsAreOursOnlyWithTheFocus()
    {
        Document document(elman());
        EquationsView view(&document);
        QCOMPARE(view.focusPolicy(), Qt::TabFocus);
        QKeyEvent right(QEvent::ShortcutOverride, Qt::Key_Right, Qt::NoModifier);
        right.ignore();
        QApplication::sendEvent(&view, &right);
        QVERIFY(right.isAccepted());
        QKeyEvent space(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier);
        space.ignore();
        QApplication::sendEvent(&view, &space);
        QVERIFY(!space.isAccepted());
    }

    void thePassDecidesWhatStepsBack()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        document.setPass(Pass::Forward);
        const QImage forward = picture(view);
        document.setPass(Pass::Backward);
        const QImage backward = picture(view);
        const QRectF state = view.symbolBox(find(view, {Kind::Node, "h", 0}));
        const auto darkest = [&](const QImage &image) {
            int least = 255;
            for (int y = state.toRect().top(); y <= state.toRect().bottom(); ++y)
                for (int x = state.toRect().left(); x <= state.toRect().right(); ++x)
                    least = std::min(least, image.pixelColor(x, y).lightness());
            return least;
        };
        QVERIFY(darkest(backward) > darkest(forward) + 30);
    }

    void tooltipsTeach()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        const QPoint at = view.symbolBox(find(view, wRef)).center().toPoint();
        QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &help);
        QVERIFY(QToolTip::text().startsWith("W: recurrent weight, 3 × 3; multiplies h of the step before."));
        QToolTip::hideText();
    }

    void scrollsWhereThereIsNoRoom()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 90);
        QVERIFY(view.verticalScrollBar()->maximum() > 0);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        const double top = view.symbolBox(0).top();
        view.verticalScrollBar()->setValue(10);
        QCOMPARE(view.symbolBox(0).top(), top - 10);
        resizeTo(view, 300, 900);
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
    }

    /// A scroll bar can make the formulas break so that it is not needed; it must not come and go for ever then.
    void theScrollBarsComeToRestAtEverySize()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 300);
        ResizeCount resizes(view);
        view.setUpdatesEnabled(false); // no painting: only sizes matter
        for (int width = 120; width <= 420; width += 20)
            for (int height = 60; height <= 420; height += 13) {
                view.resize(width, height);
                for (int i = 0; i < 3; ++i)
                    QCoreApplication::processEvents();
                resizes.count = 0;
                for (int i = 0; i < 3; ++i)
                    QCoreApplication::processEvents();
                QVERIFY2(resizes.count == 0, qPrintable(QStringLiteral("%1 × %2").arg(width).arg(height)));
            }
    }

    void keysScrollToTheirSymbol()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 90);
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.hasFocus());
        for (int i = 1; i < view.symbolCount(); ++i)
            QTest::keyClick(&view, Qt::Key_Right);
        const QRectF last = view.symbolBox(view.symbolCount() - 1);
        QVERIFY(QRectF(view.viewport()->rect()).contains(last));
    }

    void aLargerFontEnlargesIt()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 900, 600);
        const double before = view.symbolBox(0).height();
        const QFont font = QApplication::font();
        QFont larger = font;
        larger.setPixelSize(2 * font.pixelSize());
        QApplication::setFont(larger);
        QTRY_VERIFY(view.symbolBox(0).height() > 1.9 * before);
        QApplication::setFont(font);
    }

    void aDraggedGainLeavesItAlone()
    {
        Document document(elman());
        EquationsView view(&document);
        resizeTo(view, 300, 400);
        pointAt(view, find(view, wRef));
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
        QVERIFY(document.setGain(0.7));
        QCOMPARE(document.hover(), ElementRef::ofParameter("W"));
    }
};

UNFOLD_TEST(EquationsViewTest)
#include "equations_view_test.moc"
