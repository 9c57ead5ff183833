// The sheet of all keys: complete, without contradictions, legible, and true.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/window/keys_sheet.h"

#include "core/experiment/edit.h"
#include "ui/accessibility/keyboard_navigator.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_canvas.h"
#include "ui/editor/editor_panel.h"
#include "ui/formula/equations_view.h"
#include "ui/inspector/inspector_expression.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/inspector/number_grid.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/widgets/scrubber.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

using namespace unfold;

namespace {

QString text(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

class KeysSheetTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void everyActionWithAKeyIsOnIt()
    {
        QStringList listed;
        for (const KeyGroup &group : keysOf(m_window.get()))
            for (const KeyLine &line : group.lines) {
                QVERIFY(!line.what.isEmpty());
                listed << line.keys;
            }
        int actions = 0;
        for (const QAction *action : m_window->findChildren<QAction *>())
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(listed.contains(text(key)), qPrintable(action->text()));
                ++actions;
            }
        for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
            QVERIFY2(listed.contains(text(shortcut->key())), qPrintable(text(shortcut->key())));
        QVERIFY(actions >= 25);
    }

    void noTwoActionsShareAKey()
    {
        QMap<QString, QString> owners;
        const auto claim = [&](const QKeySequence &key, const QString &owner) {
            if (key.isEmpty())
                return;
            QVERIFY2(!owners.contains(text(key)), qPrintable(text(key) + ": " + owners[text(key)] + ", " + owner));
            owners[text(key)] = owner;
        };
        for (const QAction *action : m_window->findChildren<QAction *>())
            for (const QKeySequence &key : action->shortcuts())
                claim(key, action->text());
        for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
            claim(shortcut->key(), shortcut->whatsThis());
        // What the views walk with must reach them.
        for (const QKeySequence &key : {QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down),
                 QKeySequence(Qt::SHIFT | Qt::Key_Up), QKeySequence(Qt::SHIFT | Qt::Key_Down),
                 QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter), QKeySequence(Qt::Key_Tab)})
            claim(key, QStringLiteral("the views"));
    }

    void everyMenuEntryWithAKeySaysWhatItIsInWords()
    {
        for (const KeyGroup &group : keysOf(m_window.get()))
            for (const KeyLine &line : group.lines)
                QVERIFY2(!line.what.contains(u'&') && !line.what.endsWith(u'…'), qPrintable(line.what));
    }

    void f1OpensAndClosesIt()
    {
        for (const Qt::Key closing : {Qt::Key_F1, Qt::Key_Escape}) {
            KeysSheet *sheet = opened();
            QVERIFY(sheet);
            QVERIFY(sheet->isVisible());
            QTest::keyClick(sheet, closing);
            QVERIFY(!sheet->isVisible());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(!m_window->findChild<KeysSheet *>());
        }
    }

    void everyLineIsShown()
    {
        const KeysSheet *sheet = opened();
        QStringList shown;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            shown << label->text();
        for (const KeyGroup &group : keysOf(m_window.get())) {
            QVERIFY(shown.contains(group.title));
            for (const KeyLine &line : group.lines) {
                QVERIFY2(shown.contains(line.what), qPrintable(line.what));
                for (const QString &key : line.keys.join(u' ').split(u' '))
                    QVERIFY2(shown.contains(key), qPrintable(key));
            }
        }
    }

    void itIsLegibleInASmallWindowWithLargeText_data()
    {
        QTest::addColumn<int>("larger");
        QTest::newRow("usual") << 0;
        QTest::newRow("larger") << 6;
        QTest::newRow("largest") << 14;
    }

    void itIsLegibleInASmallWindowWithLargeText()
    {
        QFETCH(int, larger);
        setTextPixels(defaultTextPixels + larger);
        KeysSheet *sheet = opened();
        QVERIFY(sheet->width() <= m_window->width() && sheet->height() <= m_window->height());
        QCoreApplication::processEvents();
        const auto *area = sheet->findChild<QScrollArea *>();
        QVERIFY2(area->widget()->width() <= area->viewport()->width(), "it is cut at the right");
        for (const QLabel *label : area->findChildren<QLabel *>()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            if (!label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        if (area->verticalScrollBar()->maximum() == 0)
            return;
        const int top = area->verticalScrollBar()->value();
        QVERIFY(area->hasFocus());
        QTest::keyClick(sheet->focusWidget(), Qt::Key_Down);
        QVERIFY(area->verticalScrollBar()->value() > top);
    }

    // -- and what it says of the views is true -------------------------------------------------------------------

    void everyGroupOfViewsIsTestedHere()
    {
        QStringList titles;
        size_t lines = 0;
        for (const KeyGroup &group : keysOfViews()) {
            titles << group.title;
            lines += group.lines.size();
        }
        QCOMPARE(titles,
            QStringList({"In the circuit and the graph", "In the circuit while it is edited", "In the hidden state",
                "In the gradient plot", "On the recurrent weight", "In the equations", "In the inspector",
                "In an animation"}));
        QCOMPARE(lines, size_t(3 + 7 + 2 + 2 + 4 + 2 + 3 + 5));
    }

    void inTheCircuitAndTheGraph()
    {
        m_document->setStep(9);
        for (QWidget *view : std::initializer_list<QWidget *>{part<FoldedView>(), part<UnrolledView>()}) {
            const int step = view == part<UnrolledView>() ? 9 : 0;
            view->setFocus(Qt::TabFocusReason);
            QCOMPARE(m_document->hover(), ElementRef::ofNode(1, step)); // h
            QTest::keyClick(view, Qt::Key_Down);
            QCOMPARE(m_document->hover(), ElementRef::ofNode(0, step)); // x
            QTest::keyClick(view, Qt::Key_Up);
            QCOMPARE(m_document->hover(), ElementRef::ofNode(1, step));
            QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
            QVERIFY(m_document->hover().kind == ElementRef::Kind::Edge || m_document->hover().parameter == "U");
            QTest::keyClick(view, Qt::Key_Up);
            QTest::keyClick(view, Qt::Key_Return);
            QCOMPARE(m_document->cursor().selection, ElementRef::ofNode(1, 9));
        }
    }

    void inTheCircuitWhileItIsEdited()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        auto *canvas = part<EditorCanvas>();
        const CircuitEditor *editor = m_window->menu()->editing()->editor();
        QTest::keyClick(canvas, Qt::Key_Up);
        QCOMPARE(editor->selection(), (EditSelection{0, -1}));
        QTest::keyClick(canvas, Qt::Key_Up);
        QTest::keyClick(canvas, Qt::Key_Down);
        QCOMPARE(editor->selection(), (EditSelection{0, -1}));
        const double column = editor->selectedNode()->place->column;
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(editor->selectedNode()->place->column > column);
        for (const auto key : {Qt::Key_I, Qt::Key_S, Qt::Key_O})
            QTest::keyClick(canvas, key);
        QCOMPARE(editor->circuit().nodes.size(), size_t(6));
        QTest::keyClick(canvas, Qt::Key_C);
        QVERIFY(canvas->isConnecting());
        QTest::keyClick(canvas, Qt::Key_Escape);
        QTest::keyClick(canvas, Qt::Key_Return);
        QVERIFY(part<EditorPanel>()->isAncestorOf(m_window->focusWidget()));
        QTest::keyClick(canvas, Qt::Key_Delete);
        QCOMPARE(editor->circuit().nodes.size(), size_t(5));
    }

    void inTheHiddenState()
    {
        m_document->setStep(9);
        auto *view = part<HeatMapView>();
        view->setFocus(Qt::TabFocusReason);
        const auto unit = [&](int u) { return ElementRef::ofNode(1, m_document->cursor().step, u); };
        QCOMPARE(m_document->hover(), unit(0));
        QTest::keyClick(view, Qt::Key_Up); // no further
        QCOMPARE(m_document->hover(), unit(0));
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(m_document->hover(), unit(1));
        QTest::keyClick(view, Qt::Key_Left); // time's
        QCOMPARE(m_document->cursor().step, 8);
        QCOMPARE(m_document->hover(), unit(1));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(m_document->cursor().selection, unit(1));
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(m_document->hover(), unit(7));
    }

    void inTheGradientPlot()
    {
        m_document->setStep(9);
        auto *view = part<GradientView>();
        view->setFocus(Qt::TabFocusReason);
        const KeyboardNavigator *navigator = view->findChild<KeyboardNavigator *>();
        const auto curve = [&] { return navigator->what().sentenceAt(navigator->current()); };
        QVERIFY(curve().startsWith("step 9, norm of the gradient"));
        QTest::keyClick(view, Qt::Key_Down);
        QVERIFY2(curve().startsWith("step 9, bound"), qPrintable(curve()));
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(curve().startsWith("step 10, norm of the gradient"));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(m_document->cursor().selection, ElementRef::ofNode(1, 10));
    }

    void onTheRecurrentWeight()
    {
        auto *slider = part<GainSlider>();
        slider->setFocus(Qt::TabFocusReason);
        m_document->setStep(9);
        const auto after = [&](Qt::Key key) {
            m_document->setGain(1.05);
            QTest::keyClick(slider, key);
            return m_document->experiment().gain;
        };
        for (const Qt::Key more : {Qt::Key_Up, Qt::Key_Right})
            QCOMPARE(after(more), 1.06);
        for (const Qt::Key less : {Qt::Key_Down, Qt::Key_Left})
            QCOMPARE(after(less), 1.04);
        QCOMPARE(after(Qt::Key_PageUp), 1.15);
        QCOMPARE(after(Qt::Key_PageDown), 0.95);
        QCOMPARE(after(Qt::Key_Home), slider->lowest());
        QCOMPARE(after(Qt::Key_End), slider->highest());
        QCOMPARE(after(Qt::Key_R), 1.0);
        QCOMPARE(m_document->cursor().step, 9);
    }

    void inTheEquations()
    {
        auto *view = part<EquationsView>();
        view->setFocus(Qt::TabFocusReason);
        m_document->setStep(9);
        const QString first = view->accessibleName();
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(view->accessibleName() != first && view->accessibleName().startsWith("Equations: "));
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->accessibleName(), first);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(m_document->cursor().step, 9);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(view, Qt::Key_Right);
        const ElementRef here = m_document->hover();
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(m_document->cursor().selection, here);
    }

    void inAnAnimation()
    {
        QTest::keyClick(m_window.get(), Qt::Key_U);
        const auto pages = m_window->findChildren<AnimationPage *>();
        const auto open
            = std::find_if(pages.begin(), pages.end(), [](const AnimationPage *page) { return page->isOpen(); });
        QVERIFY(open != pages.end());
        Scrubber *scrubber = (*open)->scrubber();
        const auto after = [&](Qt::Key key) {
            scrubber->moveTo(0.5);
            QTest::keyClick(scrubber, key);
            return scrubber->phase();
        };
        QVERIFY(after(Qt::Key_Left) < 0.5);
        QVERIFY(after(Qt::Key_Right) > 0.5);
        QVERIFY(after(Qt::Key_PageUp) < 0.5);
        QVERIFY(after(Qt::Key_PageDown) > 0.5);
        QCOMPARE(after(Qt::Key_Home), 0.0);
        QCOMPARE(after(Qt::Key_End), 1.0);
        after(Qt::Key_Space);
        QVERIFY(scrubber->playing());
        QTest::keyClick(scrubber, Qt::Key_Space);
        QVERIFY(!scrubber->playing());
        QTest::keyClick(scrubber, Qt::Key_Escape);
        QVERIFY(!(*open)->isOpen());
    }

    void inTheInspector()
    {
        m_document->select(ElementRef::ofNode(1, 9));
        m_document->setStep(9);
        NumberGrid *grid = nullptr;
        for (NumberGrid *one : m_window->findChildren<NumberGrid *>())
            if (one->isVisible() && one->content().numbers.cols() > 1)
                grid = one;
        if (!grid)
            QFAIL("no grid with columns is shown");
        grid->setFocus(Qt::TabFocusReason);
        QVERIFY2(grid->accessibleName().contains("[1,1]"), qPrintable(grid->accessibleName()));
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up})
            QTest::keyClick(grid, key);
        QVERIFY2(grid->accessibleName().contains("[2,2]"), qPrintable(grid->accessibleName()));
        QCOMPARE(m_document->cursor().step, 9);
        QTest::keyClick(grid, Qt::Key_Return); // W has no entry to open: it leads to where it comes from
        QCOMPARE(m_document->cursor().selection.kind, ElementRef::Kind::Parameter);
        auto *sum = m_window->findChild<InspectorTerms *>(QStringLiteral("inspectorTerms"));
        sum->setFocus(Qt::TabFocusReason);
        QApplication::clipboard()->clear();
        QTest::keyClick(sum, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith("W[1,1] = "));
        m_document->select(ElementRef::ofNode(1, 9));
        QVERIFY(m_document->open(withHiddenSize(defaultScene(), 32)));
        m_document->select(ElementRef::ofNode(1, 9));
        const QString folded = sum->text();
        QTest::keyClick(sum, Qt::Key_Return);
        QVERIFY(sum->text().size() > folded.size());
        QTest::keyClick(sum, Qt::Key_P);
        QVERIFY(m_document->cursor().pinned);
        QTest::keyClick(sum, Qt::Key_Escape);
        QVERIFY(!m_document->cursor().pinned);
        QCOMPARE(m_document->cursor().selection.kind, ElementRef::Kind::Node);
        QTest::keyClick(sum, Qt::Key_Escape);
        QCOMPARE(m_document->cursor().selection, ElementRef());
    }

private:
    template <typename View> View *part() const { return m_window->findChild<View *>(); }

    KeysSheet *opened()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto *sheet = m_window->findChild<KeysSheet *>();
        if (!sheet || !QTest::qWaitForWindowActive(sheet))
            qFatal("F1 opens no sheet");
        return sheet;
    }
};

UNFOLD_TEST(KeysSheetTest)
#include "keys_sheet_test.moc"
