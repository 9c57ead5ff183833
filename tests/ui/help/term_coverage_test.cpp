// Whatever the window shows has an explanation: every scene, every tab, both passes, every choice of every list.
#include "core/circuit/catalogue.h"
#include "core/experiment/edit.h"
#include "tests/ui/help/window_fixture.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/help/glossary.h"
#include "ui/help/term_finder.h"
#include "ui/math/equations_view.h"
#include "ui/plots/gradient_view.h"
#include "ui/plots/section_header.h"

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
    int everyWidget(const QString &scene)
    {
        const TermFinder finder(m_document.get(), m_glossary.get());
        int asked = 0;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const QRect seen = widget->visibleRegion().boundingRect();
            if (!widget->isVisible() || seen.isEmpty() || !says(*widget))
                continue;
            const QPoint point = widget->mapTo(m_window.get(), seen.center());
            const QWidget *there = m_window->childAt(point);
            const Explained thing = finder.at(*there, there->mapFrom(m_window.get(), point));
            const QString what = scene + QStringLiteral(": ") + QLatin1String(widget->metaObject()->className()) + u' '
                + widget->objectName() + u' ' + widget->accessibleName();
            if (thing.isEmpty())
                QTest::qFail(qPrintable(what), __FILE__, __LINE__);
            for (const QString &id : thing.terms)
                if (!m_glossary->find(id))
                    QTest::qFail(qPrintable(what + QStringLiteral(": ") + id), __FILE__, __LINE__);
            ++asked;
        }
        return asked;
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

QTEST_MAIN(TermCoverageTest)
#include "term_coverage_test.moc"
