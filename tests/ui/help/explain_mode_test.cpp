// "What is this?" in the whole window, with the mouse and with the keys.
#include "tests/support/test_program.h"
#include "ui/help/explain_mode.h"

#include "tests/support/window_fixture.h"
#include "ui/controls/gain_panel.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/formula/equations_view.h"
#include "ui/help/explain_card.h"
#include "ui/help/glossary_window.h"
#include "ui/help/label_words.h"
#include "ui/help/term_view.h"
#include "ui/inspector/inspector_formula.h"
#include "ui/inspector/number_grid.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_axis_bar.h"
#include "ui/widgets/section_header.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace unfold;

class ExplainModeTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow({1456, 819}); }
    void cleanup() { closeWindow(); }

    // -- the mode

    void theKeyTurnsItOnAndEscOff()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(help()->explainMode()->active());
        QVERIFY(card()->isVisible());
        QVERIFY(button()->isChecked());
        QVERIFY(QApplication::overrideCursor());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!help()->explainMode()->active());
        QVERIFY(!card()->isVisible());
        QVERIFY(!button()->isChecked());
        QVERIFY(!QApplication::overrideCursor());
    }

    void theButtonTurnsItOnAndOffAndSaysWhatCanBeDone()
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(card()->isVisible());
        QVERIFY2(
            card()->accessibleName().contains(QStringLiteral("Click anything")), qPrintable(card()->accessibleName()));
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(!help()->explainMode()->active());
    }

    void aClickExplainsAndDoesNothingElse()
    {
        begin();
        auto *slider = find<GainSlider>();
        const Cursor cursor = m_document->cursor();
        const double gain = m_document->experiment().gain;
        QCOMPARE(clicked(slider, QPoint(slider->width() / 4, slider->height() / 2)), QStringLiteral("gain"));
        clicked(find<UnrolledView>(), find<UnrolledView>()->rect().center());
        QTest::mouseClick(m_window->findChild<QToolButton *>(QStringLiteral("forwardPass")), Qt::LeftButton);
        QCOMPARE(term(), QStringLiteral("forward-pass"));
        QCOMPARE(m_document->experiment().gain, gain);
        QVERIFY(m_document->cursor() == cursor);
        end();
        QTest::mouseClick(m_window->findChild<QToolButton *>(QStringLiteral("forwardPass")), Qt::LeftButton);
        QCOMPARE(m_document->cursor().pass, Pass::Forward);
    }

    void theCardStandsInTheWindowAndNotOverTheThing()
    {
        begin();
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            m_window->resize(size);
            QCoreApplication::processEvents();
            for (QWidget *thing : std::initializer_list<QWidget *>{find<GainSlider>(), find<TimeAxisBar>(), button(),
                     m_window->findChild<QWidget *>(QStringLiteral("gainRadius"))}) {
                if (thing != button())
                    clicked(thing, thing->rect().center());
                QVERIFY(m_window->rect().contains(card()->geometry()));
                if (thing != button())
                    QVERIFY(!card()->geometry().intersects(inWindow(thing)));
            }
        }
    }

    void nothingOnTheCardIsCutAlsoWithLargeText()
    {
        begin();
        for (int pixels : {14, 20, 26}) {
            setTextPixels(pixels);
            m_window->resize(1280, 720);
            QCoreApplication::processEvents();
            for (const char *name : {"gainRule", "gainRadius"}) {
                auto *label = m_window->findChild<QLabel *>(QLatin1String(name));
                clicked(label, label->rect().center());
                QVERIFY(m_window->rect().contains(card()->geometry()));
                for (const QLabel *part : card()->findChildren<QLabel *>())
                    if (part->isVisible())
                        QVERIFY2(part->height() >= part->heightForWidth(part->width()), qPrintable(part->text()));
            }
        }
    }

    // -- by the keys

    void theFocusIsExplainedAndTabGoesOn()
    {
        find<GainSlider>()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
        QCOMPARE(term(), QStringLiteral("gain"));
        find<EquationsView>()->setFocus(Qt::TabFocusReason);
        const QString symbol = term();
        QVERIFY(!symbol.isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        QVERIFY(m_window->focusWidget() != find<EquationsView>());
        QVERIFY(help()->explainMode()->active());
    }

    void enterOpensTheGlossaryAtTheTerm()
    {
        find<GainSlider>()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
        QTest::keyClick(find<GainSlider>(), Qt::Key_Return);
        QVERIFY(help()->glossaryWindow()->isVisible());
        QCOMPARE(help()->glossaryWindow()->view()->term(), QStringLiteral("gain"));
        QVERIFY(!help()->explainMode()->active());
        help()->glossaryWindow()->close();
    }

    // -- each kind of thing

    void theCircuit()
    {
        begin();
        auto *view = find<FoldedView>();
        const FoldedLayout &layout = view->layoutShapes();
        QCOMPARE(clicked(view, layout.squares.front().box.center().toPoint()), QStringLiteral("delay"));
        QCOMPARE(clicked(view, QPoint(2, view->height() - 2)), QStringLiteral("circuit"));
        const std::map<std::string, QString> expected{{"x", QStringLiteral("input")},
            {"h", QStringLiteral("hidden-state")}, {"o", QStringLiteral("output")}, {"L", QStringLiteral("loss")},
            {"y", QStringLiteral("target")}, {"W", QStringLiteral("recurrent-weight")},
            {"U", QStringLiteral("input-weight")}, {"V", QStringLiteral("output-weight")},
            {"last step", QStringLiteral("span")}, {"one step", QStringLiteral("delay")}};
        size_t seen = 0;
        for (const NodeShape &node : layout.nodes)
            if (expected.contains(node.name) && ++seen)
                QCOMPARE(clicked(view, node.disc.centre.toPoint()), expected.at(node.name));
        for (const LabelShape &label : layout.labels)
            if (expected.contains(label.text) && ++seen)
                QCOMPARE(clicked(view, label.box.center().toPoint()), expected.at(label.text));
        QVERIFY2(seen >= expected.size(), qPrintable(QString::number(seen)));
    }

    void theGraph()
    {
        m_document->setStep(9);
        begin();
        auto *view = find<UnrolledView>();
        const UnrolledLayout &layout = view->layoutShapes();
        for (const NodeShape &node : layout.nodes)
            if (node.kind == NodeShape::Kind::Initial)
                QCOMPARE(clicked(view, node.disc.centre.toPoint()), QStringLiteral("initial-value"));
        const auto &h = *std::find_if(layout.nodes.begin(), layout.nodes.end(),
            [](const NodeShape &n) { return n.name == "h" && n.element.step == 12; });
        QCOMPARE(clicked(view, h.disc.centre.toPoint()), QStringLiteral("hidden-state"));
        QVERIFY(card()->accessibleName().contains(QStringLiteral("h at step 12")));
        const int y = layout.caption.center().toPoint().y();
        QCOMPARE(clicked(view, QPoint(qRound(view->axis().x(4)), y)), QStringLiteral("not-computed-yet"));
        QCOMPARE(clicked(view, QPoint(qRound(view->axis().x(15)), y)), QStringLiteral("backpropagation-through-time"));
    }

    void theEquations()
    {
        begin();
        auto *view = find<EquationsView>();
        QStringList found;
        for (int i = 0; i < view->symbolCount(); ++i) {
            found << clicked(view->viewport(), view->symbolBox(i).center().toPoint());
            QVERIFY(!found.last().isEmpty());
        }
        for (const char *id : {"pre-activation", "bias", "recurrent-weight", "hidden-state", "input-weight", "input"})
            QVERIFY2(found.contains(QLatin1String(id)), id);
        QStringList words;
        for (int y = 0; y < view->viewport()->height(); y += 4)
            for (int x = 0; x < view->viewport()->width(); x += 4)
                if (view->textAt(QPointF(x, y)) == QStringLiteral("tanh") && words.isEmpty())
                    words << clicked(view->viewport(), QPoint(x, y));
        QCOMPARE(words, QStringList{QStringLiteral("tanh")});
    }

    void theSentencesWordByWord()
    {
        begin();
        auto *sentence = find<GradientSentence>();
        const QString text = plainTextOf(*sentence);
        for (const auto &[word, id] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"gradient", "gradient"}, {"slope", "slope"}, {"outweighs", "factor"}, {"tanh", "tanh"}}) {
            const qsizetype at = text.indexOf(QLatin1String(word));
            QVERIFY2(at >= 0, qPrintable(text));
            const QRect place = rectOfCharacters(*sentence, at, qsizetype(strlen(word)));
            QCOMPARE(clicked(sentence, place.center()), QLatin1String(id));
        }
        auto *rule = m_window->findChild<QLabel *>(QStringLiteral("gainRule"));
        const qsizetype sigma = plainTextOf(*rule).indexOf(QStringLiteral("σ"));
        QCOMPARE(clicked(rule, rectOfCharacters(*rule, sigma, 4).center()), QStringLiteral("largest-singular-value"));
    }

    void thePlotAndItsNames()
    {
        begin();
        auto *view = find<GradientView>();
        const LogPlot &plot = *view->plot();
        QStringList found;
        for (const auto &[text, box] : plot.placedLabels())
            found << clicked(view, box.translated(plot.pos()).center().toPoint());
        QVERIFY2(found.contains(QStringLiteral("bound")), qPrintable(found.join(u' ')));
        QVERIFY2(found.contains(QStringLiteral("gradient-norm")), qPrintable(found.join(u' ')));
        const auto point = plot.positionOf(QStringLiteral("norm"), 9);
        QCOMPARE(clicked(view, (*point + plot.pos()).toPoint()), QStringLiteral("gradient-norm"));
        QVERIFY(card()->accessibleName().contains(QStringLiteral("step 9")));
        QCOMPARE(clicked(view, QPoint(4, view->height() / 2)), QStringLiteral("log-axis"));
        QStringList toggles;
        for (PillButton *toggle : {view->jacobianToggle(), view->lastLossToggle(), view->allLossesToggle()})
            toggles << clicked(toggle, toggle->rect().center());
        QCOMPARE(toggles,
            (QStringList{QStringLiteral("jacobian-product"), QStringLiteral("loss-of-the-last-step"),
                QStringLiteral("sum-of-all-losses")}));
    }

    void theHeatMap()
    {
        m_document->setPass(Pass::Forward);
        m_document->setStep(5);
        begin();
        auto *view = find<HeatMapView>();
        const HeatMapLayout layout = view->cellLayout();
        const auto cell = [&](int step) { return layout.cell(2, layout.columnOf(step)).center().toPoint(); };
        QCOMPARE(clicked(view, cell(3)), QStringLiteral("hidden-state"));
        QCOMPARE(clicked(view, cell(12)), QStringLiteral("not-computed-yet"));
        QCOMPARE(clicked(view, QPoint(8, view->height() - 20)), QStringLiteral("heat-map"));
        QCOMPARE(clicked(view, QPoint(int(layout.axis.left) - 10, cell(3).y())), QStringLiteral("unit"));
        QCOMPARE(clicked(find<TimeAxisBar>(), find<TimeAxisBar>()->rect().center()), QStringLiteral("step"));
    }

    void theInspector()
    {
        begin();
        QStringList found;
        for (NumberGrid *grid : m_window->findChildren<NumberGrid *>())
            if (grid->isVisible() && grid->visibleRegion().boundingRect().height() > 10)
                found << clicked(grid, grid->visibleRegion().boundingRect().center());
        QVERIFY2(found.contains(QStringLiteral("slope")), qPrintable(found.join(u' ')));
        QVERIFY2(found.contains(QStringLiteral("gradient")), qPrintable(found.join(u' ')));
        QVERIFY2(found.contains(QStringLiteral("transposed")) || found.contains(QStringLiteral("recurrent-weight")),
            qPrintable(found.join(u' ')));
        auto *formula = find<InspectorFormula>();
        QSet<QString> words;
        for (int y = 2; y < formula->height(); y += 5)
            for (int x = 2; x < formula->width(); x += 5)
                if (!formula->at(QPointF(x, y)).text.isEmpty())
                    words << clicked(formula, QPoint(x, y));
        for (const char *id : {"transposed", "diag", "recurrent-weight", "hidden-state", "loss"})
            QVERIFY2(words.contains(QLatin1String(id)), id);
        auto *title = m_window->findChild<QLabel *>(QStringLiteral("inspectorTitle"));
        QVERIFY(QStringList({QStringLiteral("step"), QStringLiteral("gradient")}).contains(clicked(title, {20, 8})));
    }

    void aSettingIsExplainedByItsLabelAndNamesItsPresentChoice()
    {
        auto *tabs = find<QTabWidget>();
        tabs->setCurrentIndex(1);
        begin();
        auto *activation = m_window->findChild<QComboBox *>(QStringLiteral("activation"));
        QCOMPARE(clicked(activation, activation->rect().center()), QStringLiteral("activation"));
        const auto links = [this] { return card()->findChild<QLabel *>(QStringLiteral("termLinks"))->text(); };
        QVERIFY2(links().contains(QStringLiteral("term:tanh")), qPrintable(links()));
        auto *recipe = m_window->findChild<QComboBox *>(QStringLiteral("recipe"));
        recipe->setCurrentIndex(1);
        QCOMPARE(clicked(recipe, recipe->rect().center()), QStringLiteral("initialisation"));
        QVERIFY2(links().contains(QStringLiteral("term:identity-matrix")), qPrintable(links()));
        for (QLabel *label : tabs->currentWidget()->findChildren<QLabel *>())
            if (label->isVisible() && label->text() == QStringLiteral("Scaled by"))
                QCOMPARE(clicked(label, label->rect().center()), QStringLiteral("scaled-by"));
        QCOMPARE(clicked(tabs->tabBar(), tabs->tabBar()->tabRect(2).center()), QStringLiteral("data"));
    }

    void whatHasNoTermIsExplainedByItsTooltip()
    {
        begin();
        auto *speed = m_window->findChild<QWidget *>(QStringLiteral("gainReset"));
        QTest::mouseClick(speed, Qt::LeftButton);
        QVERIFY(!card()->accessibleName().isEmpty());
        QVERIFY(card()->isVisible());
        QVERIFY(!card()->accessibleName().contains(u'<'));
    }

    void aLinkLeadsOn()
    {
        begin();
        auto *slider = find<GainSlider>();
        clicked(slider, slider->rect().center());
        auto *links = card()->findChild<QLabel *>(QStringLiteral("termLinks"));
        const QRect word = rectOfCharacters(*links, plainTextOf(*links).indexOf(QStringLiteral("spectral radius")), 15);
        QTest::mouseClick(links, Qt::LeftButton, {}, word.center());
        QCOMPARE(term(), QStringLiteral("spectral-radius"));
        QVERIFY(help()->explainMode()->active());
    }

private:
    void begin() { QTest::mouseClick(button(), Qt::LeftButton); }
    void end() { QTest::keyClick(m_window.get(), Qt::Key_Escape); }
    QToolButton *button() const { return m_window->findChild<QToolButton *>(QStringLiteral("whatIsThis")); }
    const ExplainCard *card() const { return help()->explainMode()->card(); }
    QString term() const { return card()->view()->term(); }

    /// The term that the card shows after a click.
    QString clicked(QWidget *widget, QPoint at)
    {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        return term();
    }
};

UNFOLD_TEST(ExplainModeTest)
#include "explain_mode_test.moc"
