// The whole window as assistive technology sees it: names, roles, sentences and places.
#include "core/analysis/norms.h"
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/accessibility/keyboard_navigator.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/style/number_text.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_axis_bar.h"
#include "ui/window/message_bar.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>

using namespace unfold;

namespace {

QString lineOf(const QAccessibleInterface *about)
{
    const QString type = about->object() ? about->object()->metaObject()->className() : QStringLiteral("a place");
    return QStringLiteral("%1, role %2, name “%3”")
        .arg(type)
        .arg(about->role(), 0, 16)
        .arg(about->text(QAccessible::Name));
}

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::EditableText: return true;
    default: return false;
    }
}

} // namespace

class AccessibilityTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void everythingThatTakesTheKeysHasANameAndARole_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("scene");
        const SceneList list = readScenes();
        for (int tab = 0; tab < 3; ++tab)
            for (const Scene &scene : list.scenes)
                QTest::addRow("tab %d, %s", tab, qPrintable(scene.title)) << tab << scene.title;
    }

    void everythingThatTakesTheKeysHasANameAndARole()
    {
        QFETCH(int, tab);
        QFETCH(QString, scene);
        for (const Scene &one : readScenes().scenes)
            if (one.title == scene)
                QVERIFY(m_document->open(one.experiment));
        m_window->findChild<QTabWidget *>()->setCurrentIndex(tab);
        m_window->findChild<MessageBar *>()->showMessage(QStringLiteral("something is wrong"));
        int controls = 0;
        const auto check = [&](QAccessibleInterface *about) {
            const QAccessible::State state = about->state();
            const QString line = lineOf(about);
            const QString spoken = about->text(QAccessible::Name) + about->text(QAccessible::Description);
            QVERIFY2(!spoken.contains(QStringLiteral("<p>")) && !spoken.contains(QStringLiteral("<b>")),
                qPrintable(line + spoken));
            if (!state.focusable && !isControl(about->role()))
                return;
            ++controls;
            QVERIFY2(!about->text(QAccessible::Name).isEmpty(), qPrintable(line));
            QVERIFY2(about->role() != QAccessible::Client && about->role() != QAccessible::NoRole, qPrintable(line));
        };
        walk(QAccessible::queryAccessibleInterface(m_window.get()), check);
        QVERIFY2(controls > 60, qPrintable(QString::number(controls)));
    }

    void aNodeAtAStepIsSpokenWithTheNumbersOfTheTrace()
    {
        m_document->setStep(9);
        const auto result = m_document->result();
        const int h = result->circuit().indexOf("h");
        const StepSeries norms = gradientNorms(*result->trace, h);
        QStringList expected;
        for (int step = 9; step < result->steps(); ++step)
            expected << QStringLiteral("h at step %1, norm of the gradient %2, %3 times the step after")
                            .arg(step)
                            .arg(numberForScreenReader(*norms[size_t(step - 1)]),
                                numberForScreenReader(*norms[size_t(step - 1)] / *norms[size_t(step)]));
        const QStringList names = namesIn<UnrolledView>();
        for (const QString &sentence : expected)
            QVERIFY2(names.contains(sentence), qPrintable(sentence));
        for (int step = 1; step < 9; ++step)
            QCOMPARE(
                names.filter(QRegularExpression(QStringLiteral("^h at step %1, gradient not computed yet").arg(step)))
                    .size(),
                1);
        const QStringList points = namesIn<GradientView>();
        QVERIFY(
            points.contains(QStringLiteral("step 9, norm of the gradient at h %1, %2 times the step after")
                                .arg(numberForScreenReader(*norms[8]), numberForScreenReader(*norms[8] / *norms[9]))));
        QVERIFY(points.contains(QStringLiteral("step 8, gradient not computed yet")));
    }

    void aCellIsSpokenWithItsNumbers()
    {
        m_document->setStep(9);
        const auto result = m_document->result();
        const NodeTrace &node = result->trace->nodes[size_t(m_document->plottedNode())];
        const QStringList cells = namesIn<HeatMapView>();
        for (const int step : {9, 12})
            for (const int unit : {0, 5})
                QVERIFY(cells.contains(QStringLiteral("h, unit %1 at step %2: %3, gradient %4")
                                           .arg(unit + 1)
                                           .arg(step)
                                           .arg(numberForScreenReader(node.at(node.value, step)(unit, 0), 4),
                                               numberForScreenReader(node.at(node.gradient, step)(unit, 0), 4))));
        QCOMPARE(cells.filter(QStringLiteral("at step 3: ")).filter(QStringLiteral("gradient not computed yet")).size(),
            node.value.rows());
        m_document->setPass(Pass::Forward);
        QCOMPARE(
            namesIn<HeatMapView>().filter(QStringLiteral("at step 12: not computed yet")).size(), node.value.rows());
    }

    void manyUnitsAndStepsAreSpokenAsTheyAreDrawn()
    {
        QVERIFY(m_document->open(withSteps(withHiddenSize(defaultScene(), 200), 700)));
        const HeatMapLayout layout = view<HeatMapView>()->cellLayout();
        QVERIFY(layout.unitsPerRow > 1);
        QVERIFY(layout.stepsPerColumn > 1);
        const QStringList cells = namesIn<HeatMapView>();
        QCOMPARE(cells.size(), layout.rows() * (layout.columnOf(700) + 1));
        QVERIFY2(cells.first().startsWith(QStringLiteral("h, units 1–%1 at steps 1–%2: mean ")
                                              .arg(layout.unitsPerRow)
                                              .arg(layout.stepsPerColumn)),
            qPrintable(cells.first()));
    }

    void anEntryLiesWhereItIsDrawn()
    {
        m_document->setStep(9);
        auto *graph = view<UnrolledView>();
        int seen = 0;
        for (QAccessibleInterface *entry : entriesOf(graph)) {
            if (!entry->text(QAccessible::Name).startsWith(QStringLiteral("h at step")))
                continue;
            const QPoint centre = graph->mapFromGlobal(entry->rect().center());
            const ElementRef hit = graph->layoutShapes().hit(centre);
            QCOMPARE(hit.node, 1);
            QVERIFY(entry->text(QAccessible::Name).startsWith(QStringLiteral("h at step %1,").arg(hit.step)));
            QCOMPARE(list(graph)->childAt(entry->rect().center().x(), entry->rect().center().y()), entry);
            QCOMPARE(list(graph)->child(list(graph)->indexOfChild(entry)), entry);
            ++seen;
        }
        QCOMPARE(seen, m_document->result()->steps());
    }

    void theFocusAndWhatIsOpenAreStatesOfTheEntry()
    {
        m_document->setStep(9);
        auto *graph = view<UnrolledView>();
        graph->setFocus(Qt::TabFocusReason);
        QAccessibleInterface *here = list(graph)->focusChild();
        if (!here)
            QFAIL("nothing in the graph has the focus");
        QVERIFY(here->text(QAccessible::Name).startsWith(QStringLiteral("h at step 9,")));
        QVERIFY(here->state().focused && !here->state().selected);
        QTest::keyClick(graph, Qt::Key_Return);
        QVERIFY(here->state().selected);
        int focused = 0;
        for (const QAccessibleInterface *entry : entriesOf(graph))
            focused += entry->state().focused;
        QCOMPARE(focused, 1);
        view<HeatMapView>()->setFocus(Qt::TabFocusReason);
        QVERIFY(!here->state().focused);
    }

    void aScreenReaderCanGoToAnEntryAndOpenIt()
    {
        auto *map = view<HeatMapView>();
        QAccessibleInterface *entry = nullptr;
        for (QAccessibleInterface *one : entriesOf(map))
            if (one->text(QAccessible::Name).startsWith(QStringLiteral("h, unit 3 at step 7:")))
                entry = one;
        if (!entry)
            QFAIL("no entry of that name");
        entry->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_document->cursor().step, 7);
        QCOMPARE(m_document->hover(), ElementRef::ofNode(m_document->plottedNode(), 7, 2));
        QVERIFY(map->hasFocus());
        entry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_document->cursor().selection, ElementRef::ofNode(m_document->plottedNode(), 7, 2));
    }

    void aStepIsTold()
    {
        m_document->setStep(9);
        auto *graph = view<UnrolledView>();
        graph->setFocus(Qt::TabFocusReason);
        const QSignalSpy told(graph->findChild<KeyboardNavigator *>(), &KeyboardNavigator::told);
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QCOMPARE(m_document->cursor().step, 10);
        const QString now = list(graph)->focusChild()->text(QAccessible::Name);
        QVERIFY(now.startsWith(QStringLiteral("h at step 10, norm of the gradient")));
        QCOMPARE(told.last().first().toString(), now);
        const auto *step = m_window->findChild<QLabel *>(QStringLiteral("stepLabel"));
        QCOMPARE(step->accessibleName(), QStringLiteral("step 10 of 20, backward pass"));
        QTest::keyClick(m_window.get(), Qt::Key_F);
        QCOMPARE(step->accessibleName(), QStringLiteral("step 10 of 20, forward pass"));
        QVERIFY(told.last().first().toString().startsWith(QStringLiteral("h at step 10, norm ")));
        QTest::keyClick(graph, Qt::Key_Down);
        QVERIFY(told.last().first().toString().startsWith(QStringLiteral("x at step 10, norm ")));
        view<HeatMapView>()->setFocus(Qt::TabFocusReason);
        const auto before = told.size();
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QCOMPARE(told.size(), before); // only where the keys are
    }

    void theWeightIsASliderWithAValue()
    {
        auto *slider = view<GainSlider>();
        QAccessibleInterface *about = QAccessible::queryAccessibleInterface(slider);
        QCOMPARE(about->role(), QAccessible::Slider);
        QAccessibleValueInterface *value = about->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toDouble(), slider->gain());
        QCOMPARE(value->minimumValue().toDouble(), 0.0);
        QCOMPARE(value->maximumValue().toDouble(), slider->scale().high);
        QCOMPARE(value->minimumStepSize().toDouble(), 0.01);
        value->setCurrentValue(0.8);
        QCOMPARE(m_document->experiment().gain, 0.8);
        QCOMPARE(value->currentValue().toDouble(), 0.8);
        QCOMPARE(about->text(QAccessible::Value), "0.8");
    }

    void theTimeAxisIsASliderOfSteps()
    {
        QAccessibleInterface *about = QAccessible::queryAccessibleInterface(view<TimeAxisBar>());
        QCOMPARE(about->role(), QAccessible::Slider);
        about->valueInterface()->setCurrentValue(4);
        QCOMPARE(m_document->cursor().step, 4);
        QCOMPARE(about->text(QAccessible::Value), "step 4 of 20");
        QCOMPARE(about->valueInterface()->maximumValue().toInt(), 20);
    }

    void theWindowIsReadFromLeftToRight()
    {
        QList<QObject *> order;
        walk(QAccessible::queryAccessibleInterface(m_window.get()), [&](QAccessibleInterface *about) {
            if (about->object())
                order << about->object();
        });
        qsizetype before = -1;
        for (QObject *part : std::initializer_list<QObject *>{view<FoldedView>(), view<GainSlider>(),
                 view<UnrolledView>(), view<HeatMapView>(), view<GradientView>(), view<TimeAxisBar>(),
                 m_window->findChild<QLabel *>(QStringLiteral("inspectorTitle"))}) {
            QVERIFY2(order.indexOf(part) > before, part->metaObject()->className());
            before = order.indexOf(part);
        }
    }

    void anotherCircuitLeavesNoEntryOfTheOldOne()
    {
        auto *graph = view<UnrolledView>();
        QAccessibleInterface *old = entriesOf(graph).last();
        QVERIFY(old->isValid());
        QVERIFY(m_document->open(withSteps(withCircuit(defaultScene(), "autonomous"), 3)));
        QVERIFY(!old->isValid());
        QVERIFY(old->text(QAccessible::Name).isEmpty() && old->rect().isEmpty());
        for (const QAccessibleInterface *entry : entriesOf(graph))
            QVERIFY(entry->isValid() && !entry->text(QAccessible::Name).isEmpty());
    }

private:
    template <typename View> View *view() const { return m_window->findChild<View *>(); }

    static QAccessibleInterface *list(QWidget *view) { return QAccessible::queryAccessibleInterface(view); }

    static QList<QAccessibleInterface *> entriesOf(QWidget *view)
    {
        QList<QAccessibleInterface *> entries;
        for (int i = 0; i < list(view)->childCount(); ++i)
            if (list(view)->child(i)->role() == QAccessible::ListItem)
                entries << list(view)->child(i);
        return entries;
    }

    template <typename View> QStringList namesIn() const
    {
        QStringList names;
        for (const QAccessibleInterface *entry : entriesOf(view<View>()))
            names << entry->text(QAccessible::Name);
        return names;
    }

    /// Everything that is not hidden, from the top.
    template <typename Visit> static void walk(QAccessibleInterface *about, const Visit &visit)
    {
        QVERIFY(about);
        if (about->state().invisible)
            return;
        visit(about);
        if (QTest::currentTestFailed())
            return;
        for (int i = 0; i < std::min(about->childCount(), 200); ++i)
            walk(about->child(i), visit);
    }
};

UNFOLD_TEST(AccessibilityTest)
#include "accessibility_test.moc"
