// The choice of the notation: every label that a person sees or hears follows it, and nothing else does.
#include "core/file/experiment_file.h"
#include "core/file/trace_file.h"
#include "core/formula/notation.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/shared/describe.h"
#include "ui/diagram/shared/screen_reader_text.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/document/document_view.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/window/draw_figure.h"
#include "ui/window/main_window.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace unfold;
using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// What assistive technology is told of everything that is not hidden.
void addSpoken(QAccessibleInterface *about, QStringList &all)
{
    if (!about || about->state().invisible)
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        all << about->text(kind);
    for (int i = 0; i < std::min(about->childCount(), 400); ++i)
        addSpoken(about->child(i), all);
}

template <typename Layout> void addDrawn(const Layout &layout, QStringList &all)
{
    for (const NodeShape &node : layout.nodes)
        all << text(node.name);
    for (const LabelShape &label : layout.labels)
        all << text(label.text);
}

std::vector<ElementRef> elementsOf(const Result &result, int step)
{
    std::vector<ElementRef> all;
    const auto &nodes = result.circuit().nodes;
    for (int n = 0; n < static_cast<int>(nodes.size()); ++n) {
        if (step > 0 && !result.trace->nodes[size_t(n)].exists(step))
            continue;
        all.push_back(ElementRef::ofNode(n, step));
        for (int k = 0; k < static_cast<int>(nodes[size_t(n)].terms.size()); ++k) {
            all.push_back(ElementRef::ofEdge(n, k, step));
            if (!nodes[size_t(n)].terms[size_t(k)].gate.empty())
                all.push_back(ElementRef::ofEdge(n, k, step, true));
        }
    }
    for (const ParameterInfo &parameter : result.trace->program->parameters)
        all.push_back(ElementRef::ofParameter(parameter.name));
    return all;
}

} // namespace

class NotationChoiceTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings.clear();
        openWindow();
    }

    void cleanup() { closeWindow(); }

    void theKeyAndTheMenuSwitch()
    {
        QVERIFY(entry("letters")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_document->notation(), Notation::Indexed);
        QVERIFY(entry("indexed")->isChecked() && !entry("letters")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_document->notation(), Notation::Letters);
        entry("indexed")->trigger();
        QCOMPARE(m_document->notation(), Notation::Indexed);
        entry("indexed")->trigger();
        QCOMPARE(m_document->notation(), Notation::Indexed);
        QVERIFY(entry("indexed")->isChecked());
    }

    void itIsRemembered()
    {
        entry("indexed")->trigger();
        Document later(defaultScene());
        MainWindow window(&later, &m_settings);
        QCOMPARE(later.notation(), Notation::Indexed);
        QCOMPARE(text(later.result()->circuit().names.node("h")), u"a"_s);
    }

    void whatIsNoNotationIsNotTaken()
    {
        m_settings.setValue(u"view/notation"_s, u"runes"_s);
        Document later(defaultScene());
        MainWindow window(&later, &m_settings);
        QCOMPARE(later.notation(), Notation::Letters);
    }

    void aFigureOfTheWindowIsDrawnInItAndLeavesIt()
    {
        m_document->setNotation(Notation::Indexed);
        FigureRequest request;
        request.view = FigureView::Window;
        request.format = FigureFormat::Svg;
        request.size = {1280, 720};
        const QByteArray figure = drawFigure(*m_document, request);
        QVERIFY(figure.contains("W_aa"));
        QCOMPARE(m_document->notation(), Notation::Indexed);
    }

    void thePaintedStepsFollow()
    {
        FigureRequest request;
        request.view = FigureView::Graph;
        request.format = FigureFormat::Svg;
        request.size = {900, 440};
        const QByteArray letters = drawFigure(*m_document, request);
        QVERIFY(letters.contains("(20)") && !letters.contains("⟨20⟩"));
        m_document->setNotation(Notation::Indexed);
        const QByteArray indexed = drawFigure(*m_document, request);
        QVERIFY(indexed.contains("⟨20⟩") && !indexed.contains("(20)"));
        m_document->setNotation(Notation::Letters);
        QCOMPARE(drawFigure(*m_document, request), letters);
    }

    void noLabelOfTheFirstNotationIsLeft_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<bool>("backward");
        const auto scenes = readScenes().scenes;
        for (int i = 0; i < static_cast<int>(scenes.size()); ++i)
            for (const bool backward : {false, true})
                QTest::addRow("%s, %s", qPrintable(scenes[size_t(i)].title), backward ? "backward" : "forward")
                    << i << backward;
    }

    void noLabelOfTheFirstNotationIsLeft()
    {
        QFETCH(int, scene);
        QFETCH(bool, backward);
        QVERIFY(m_document->open(readScenes().scenes[size_t(scene)].experiment));
        if (backward && !m_document->result()->trace->hasGradient)
            QSKIP("no loss");
        m_document->setPass(backward ? Pass::Backward : Pass::Forward);
        m_document->wantJacobian(true);
        const QStringList before = everything();
        QVERIFY(!former(before).isEmpty()); // or nothing would be looked for
        m_document->setNotation(Notation::Indexed);
        const QStringList left = former(everything());
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
        m_document->setNotation(Notation::Letters);
        QCOMPARE(everything(), before);
    }

    void theInspectorFollowsForWhateverIsOpen()
    {
        m_document->setPass(Pass::Backward);
        const auto title = m_window->findChild<QLabel *>(u"inspectorTitle"_s);
        m_document->select(ElementRef::ofParameter("W"));
        QCOMPARE(title->text(), u"Recurrent matrix W"_s);
        m_document->setNotation(Notation::Indexed);
        QCOMPARE(title->text(), u"Recurrent matrix W_aa"_s);
        QCOMPARE(m_document->cursor().selection, ElementRef::ofParameter("W"));
        m_document->select(ElementRef::ofEdge(m_document->result()->circuit().indexOf("h"), 0, 4));
        QCOMPARE(title->text(), u"a⟨3⟩ → a⟨4⟩ through W_aa"_s);
    }

    void theFileTheTraceAndUndoKnowNothingOfIt()
    {
        m_document->setGain(1.2);
        m_document->select(ElementRef::ofParameter("U"));
        const auto saved = [this] { return writeExperiment(m_document->experiment(), viewOf(*m_document)); };
        const auto printed
            = [this] { return writeTrace(*m_document->result()->trace) + writeTraceCsv(*m_document->result()->trace); };
        const std::string file = saved(), trace = printed();
        const int index = m_document->undoStack()->index(), count = m_document->undoStack()->count();
        m_document->setNotation(Notation::Indexed);
        QCOMPARE(saved(), file);
        QCOMPARE(printed(), trace);
        QCOMPARE(m_document->undoStack()->index(), index);
        QCOMPARE(m_document->undoStack()->count(), count);
    }

    void undoKeepsTheNotationOfNow()
    {
        m_document->setGain(1.2);
        m_document->setNotation(Notation::Indexed);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->result()->circuit().names.notation, Notation::Indexed);
        m_document->setNotation(Notation::Letters);
        m_document->undoStack()->redo();
        QCOMPARE(m_document->result()->circuit().names.notation, Notation::Letters);
    }

private:
    QAction *entry(const char *notation) const
    {
        return m_window->findChild<QAction *>(u"notation-"_s + QLatin1String(notation));
    }

    /// Every text of the window on all its tabs, said, drawn or in a tooltip.
    QStringList everything() const
    {
        QStringList all;
        auto *tabs = m_window->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            addSpoken(QAccessible::queryAccessibleInterface(m_window.get()), all);
            for (const QWidget *widget : m_window->findChildren<QWidget *>())
                if (widget->isVisibleTo(m_window.get()))
                    all << widget->toolTip();
        }
        tabs->setCurrentIndex(0);
        for (const bool opened : {true, false}) {
            m_document->openCells(opened);
            addDrawn(m_window->findChild<FoldedView *>()->layoutShapes(), all);
            addDrawn(m_window->findChild<UnrolledView *>()->layoutShapes(), all);
        }
        const auto result = m_document->result();
        for (const int step : {0, result->steps()})
            for (const ElementRef &element : elementsOf(*result, step))
                all << describe(*result, m_document->cursor(), element)
                    << screenReaderText(*result, m_document->cursor(), element);
        for (const auto &[label, box] : m_window->findChild<GradientView *>()->plot()->placedLabels())
            all << label;
        return all;
    }

    /// The names of the circuit that read otherwise in the other notation.
    QStringList formerNames() const
    {
        Circuit circuit = m_document->result()->circuit();
        circuit.names = namesIn(Notation::Indexed, circuit);
        QStringList former, now;
        for (const auto *names : {&circuit.names.nodes, &circuit.names.parameters})
            for (const auto &[own, read] : *names) {
                former << text(own);
                now << text(read);
            }
        for (const auto &stacked : circuit.names.stacked)
            now << text(stacked.second);
        for (const QString &name : now)
            former.removeAll(name);
        return former;
    }

    /// Those of the texts in which such a name stands alone, or a step in brackets behind a symbol.
    QStringList former(const QStringList &texts) const
    {
        const QRegularExpression names(
            u"(?<![\\w])(%1)(?![\\w])"_s.arg(formerNames().join(u'|')), QRegularExpression::UseUnicodePropertiesOption);
        const QRegularExpression steps(
            u"\\w\\((t|T|[tT]?[+−]?\\d+)\\)"_s, QRegularExpression::UseUnicodePropertiesOption);
        QStringList found;
        const QRegularExpression markup(u"<[^>]*>"_s), vocabulary(u"different: .*"_s), key(u"Key: \\w\\."_s);
        for (QString one : texts) {
            one.replace(u"W<sub>rec</sub>"_s, u"W_rec"_s); // the gain, in either notation
            one.remove(markup).remove(vocabulary).remove(key).remove(u"steps/s"_s);
            if (names.match(one).hasMatch() || steps.match(one).hasMatch())
                found << one;
        }
        found.removeDuplicates();
        return found;
    }
};

UNFOLD_TEST(NotationChoiceTest)
#include "notation_choice_test.moc"
