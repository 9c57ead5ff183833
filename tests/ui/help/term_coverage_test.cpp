// Whatever the window shows has an explanation: every scene, every tab, both passes, every choice of every list.
#include "core/circuit/catalogue.h"
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/formula/equations_view.h"
#include "ui/help/glossary.h"
#include "ui/help/term_finder.h"
#include "ui/inspector/gradient_check.h"
#include "ui/scenes/cures.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/section_header.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>

using namespace unfold;

class TermCoverageTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openWindow({1600, 1000});
        m_glossary = std::make_unique<Glossary>(Glossary::shipped());
    }
    void cleanup() { closeWindow(); }

    void everyChoiceOfEveryListHasATerm()
    {
        int choices = 0;
        for (const QComboBox *list : m_window->findChildren<QComboBox *>()) {
            const QStringList free{QStringLiteral("series")}; // names of measured things
            if (free.contains(list->objectName()))
                continue;
            for (int i = 0; i < list->count(); ++i, ++choices) {
                const QString own = list->itemData(i, termRole).toString();
                QVERIFY2(m_glossary->find(own) || !m_glossary->mentionsIn(list->itemText(i)).empty(),
                    qPrintable(list->objectName() + QStringLiteral(": ") + list->itemText(i)));
            }
        }
        QVERIFY(choices >= 25);
    }

    void everythingShownIsExplainedInEveryScene()
    {
        int asked = 0;
        for (const Scene &scene : readScenes().scenes) {
            QVERIFY(m_document->open(scene.experiment));
            for (const Pass pass : {Pass::Forward, Pass::Backward}) {
                m_document->setPass(pass);
                asked += everyTab(scene.title);
            }
        }
        QVERIFY2(asked > 1500, qPrintable(QString::number(asked)));
    }

    void everythingOfTheEditorIsExplained()
    {
        QVERIFY(m_document->open(withCircuit(m_document->experiment(), "lstm")));
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        CircuitEditor *editor = m_window->menu()->editing()->editor();
        for (const EditSelection &selection : {EditSelection{}, EditSelection{1, -1}, EditSelection{5, 1}}) {
            editor->select(selection);
            QCoreApplication::processEvents();
            QVERIFY(everyWidget(QStringLiteral("editing")) > 20);
        }
        everyChoiceOfEveryListHasATerm(); // those of nodes are there by now
    }

    void everyLowerViewHasItsOwnTerm()
    {
        auto *views = m_window->findChild<GradientViewSwitcher *>();
        QStringList seen;
        for (int i = 0; i < views->count(); ++i, views->showNext()) {
            QCoreApplication::processEvents();
            QVERIFY(everyWidget(QStringLiteral("lower view %1").arg(i)) > 20);
            const auto *header = views->currentWidget()->findChild<SectionHeader *>();
            const QString own = mainTermAt(*header);
            QVERIFY2(!own.isEmpty() && !seen.contains(own), qPrintable(header->title() + u' ' + own));
            QVERIFY2(!mainTermAt(*views->currentWidget()).isEmpty(), qPrintable(header->title()));
            seen << own;
        }
        QCOMPARE(seen.size(), 5);
    }

    void everythingOfTheTransitionAndTheMotionIsExplained()
    {
        for (const QKeyCombination key : {QKeyCombination(Qt::Key_U), Qt::CTRL | Qt::Key_L}) {
            QTest::keyClick(m_window.get(), key.key(), key.keyboardModifiers());
            for (int mark = 0; mark < 5; ++mark) {
                QVERIFY(everyWidget(QStringLiteral("stage")) > 15);
                QTest::keyClick(m_window->focusWidget(), Qt::Key_PageDown);
                for (const QLabel *label : m_window->findChildren<QLabel *>()) {
                    const bool told
                        = label->isVisible() && label->objectName().startsWith(QLatin1String("roadHappens"));
                    QVERIFY2(!told || !m_glossary->mentionsIn(label->text()).empty(), qPrintable(label->text()));
                }
            }
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        }
    }

    void everythingOfTheGradientCheckIsExplained()
    {
        m_document->setPass(Pass::Backward);
        m_document->select(ElementRef::ofParameter("W"));
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_VERIFY(m_window->findChild<QLabel *>(QStringLiteral("checkDifference"))->isVisible());
        QVERIFY(everyWidget(QStringLiteral("gradient check"), m_window->findChild<GradientCheck *>()) > 8);
    }

    void everythingOfTwinsAndCuresIsExplained()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QCoreApplication::processEvents();
        QVERIFY(everyWidget(QStringLiteral("twins")) > 20);
        for (const Cure &cure : readCures().cures)
            for (const bool after : {false, true}) {
                QVERIFY(m_document->open(after ? cure.after : cure.before));
                QCoreApplication::processEvents();
                QVERIFY(everyWidget(QString::fromStdString(cure.title)) > 20);
            }
    }

    /// What is said in sentences, and in windows of their own.
    void wordsOfTheNewerPartsHaveTheirTerm_data()
    {
        QTest::addColumn<QString>("term");
        const auto row = [](const char *words, const char *term) { QTest::newRow(words) << QString::fromLatin1(term); };
        row("parameter sharing", "weight-sharing");
        row("Length of the sequence", "sequence-length");
        row("sequence length", "sequence-length");
        row("Number of parameters", "number-of-parameters");
        row("A layer becomes one node", "layer");
        row("Many synapses are one line", "synapse");
        row("feed-forward", "feed-forward");
        row("recurrent", "recurrence");
        row("One to one", "one-to-one");
        row("One to many", "one-to-many");
        row("Many to one", "many-to-one");
        row("Many to many, equal", "many-to-many");
        row("Many to many, unequal", "many-to-many-unequal");
        row("encoder-decoder", "encoder-decoder");
        row("Finite difference, (L(+ε) − L(−ε)) / 2ε:", "finite-difference");
        row("truncation error", "truncation-error");
        row("rounding", "rounding-error");
        row("Check this gradient", "gradient-check");
        row("7 digits agree", "agreeing-digits");
        row("clipping", "clipping");
        row("spectral radius", "spectral-radius");
        row("eigenvalues", "eigenvalue");
        row("singular values", "singular-value");
        row("Glorot", "glorot-uniform");
        row("orthogonal", "orthogonal");
        row("IRNN", "irnn");
        row("twin: LSTM", "twin");
        row("left at t = 1", "left-at-step-1");
        row("There the loss has a kink", "kink");
        row("the entries of the vectors x, h and o", "vector");
        row("how sensitive the loss is to an input", "hearing");
        row("Gradient by loss", "itemised-gradient");
        row("Sensitivity to inputs", "hearing");
        row("Factors per step", "factor");
        row("no output layer", "layer");
    }
    void wordsOfTheNewerPartsHaveTheirTerm()
    {
        QFETCH(QString, term);
        QStringList found;
        for (const Mention &mention : m_glossary->mentionsIn(QString::fromUtf8(QTest::currentDataTag())))
            found << mention.term;
        QVERIFY2(found.contains(term), qPrintable(found.join(u' ')));
    }

    void everySymbolOfTheEquationsHasATerm()
    {
        auto *view = m_window->findChild<EquationsView *>();
        const TermFinder finder(m_document.get(), m_glossary.get());
        for (const Scene &scene : readScenes().scenes) {
            QVERIFY(m_document->open(scene.experiment));
            QCoreApplication::processEvents();
            for (int i = 0; i < view->symbolCount(); ++i) {
                const QPoint at = view->symbolBox(i).center().toPoint();
                if (!view->viewport()->rect().contains(at))
                    continue;
                const Explained thing = finder.at(*view->viewport(), at);
                QVERIFY2(m_glossary->find(thing.terms.value(0)), qPrintable(scene.title));
                QVERIFY2(thing.terms.value(0) != QStringLiteral("equations"), qPrintable(scene.title));
            }
        }
    }

    void everyNameInThePlotHasATerm()
    {
        m_document->wantJacobian(true);
        auto *view = m_window->findChild<GradientView *>();
        const TermFinder finder(m_document.get(), m_glossary.get());
        int names = 0;
        for (const Scene &scene : readScenes().scenes) {
            QVERIFY(m_document->open(scene.experiment));
            QCoreApplication::processEvents();
            for (const auto &[text, box] : view->plot()->placedLabels()) {
                if (text.startsWith(u'↓') || text.startsWith(u'↑'))
                    continue; // a value beyond the axis
                QVERIFY2(!m_glossary->mentionsIn(text).empty(), qPrintable(text));
                ++names;
            }
        }
        QVERIFY(names > 20);
    }

private:
    int everyTab(const QString &scene)
    {
        int asked = 0;
        auto *tabs = m_window->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            asked += everyWidget(scene);
        }
        return asked;
    }

    /// Every widget that somebody could point at: what is in its middle is known, and its terms exist.
    int everyWidget(const QString &scene) { return everyWidget(scene, m_window.get()); }
    int everyWidget(const QString &scene, const QWidget *root)
    {
        const TermFinder finder(m_document.get(), m_glossary.get());
        int asked = 0;
        for (const QWidget *widget : root->findChildren<QWidget *>()) {
            const QRect seen = widget->visibleRegion().boundingRect();
            if (!widget->isVisible() || seen.isEmpty() || !says(*widget))
                continue;
            const QPoint point = widget->mapTo(m_window.get(), seen.center());
            const QWidget *there = m_window->childAt(point);
            const Explained thing = finder.at(*there, there->mapFrom(m_window.get(), point));
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString what = (label ? label->text() : QString()) + scene + QStringLiteral(": ")
                + QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' '
                + widget->accessibleName();
            if (thing.isEmpty())
                QTest::qFail(qPrintable(what), __FILE__, __LINE__);
            for (const QString &id : thing.terms)
                if (!m_glossary->find(id))
                    QTest::qFail(qPrintable(what + QStringLiteral(": ") + id), __FILE__, __LINE__);
            ++asked;
        }
        return asked;
    }

    /// What is told first of the middle of a widget; empty: nothing in the glossary.
    QString mainTermAt(const QWidget &widget) const
    {
        const TermFinder finder(m_document.get(), m_glossary.get());
        return finder.at(widget, widget.rect().center()).terms.value(0);
    }

    /// Whether it shows words or has a name: containers and gaps do not.
    static bool says(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return !label->text().isEmpty();
        return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const SectionHeader *>(&widget)
            || !widget.accessibleName().isEmpty();
    }

    std::unique_ptr<Glossary> m_glossary;
};

UNFOLD_TEST(TermCoverageTest)
#include "term_coverage_test.moc"
