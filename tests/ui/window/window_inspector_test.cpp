// The inspector in the whole window: it follows keys and mouse through every scene, and never shows nothing.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/number_grid.h"
#include "ui/timeline/gradient/gradient_view.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace unfold;

class WindowInspectorTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void itFollowsTheTimeThroughEveryScene_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("selected");
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            for (const bool selected : {false, true})
                QTest::addRow("%d px, %s", size.width(), selected ? "the last node" : "nothing selected")
                    << size << selected;
    }
    void itFollowsTheTimeThroughEveryScene()
    {
        QFETCH(QSize, size);
        QFETCH(bool, selected);
        m_window->resize(size);
        for (const Scene &scene : readScenes().scenes) {
            bar()->setValue(bar()->maximum());
            QVERIFY(m_document->exchange(scene.experiment, scene.title));
            QCOMPARE(bar()->value(), 0);
            if (selected)
                m_document->select(ElementRef::ofNode(last(), m_document->cursor().step));
            for (const Qt::Key pass : {Qt::Key_F, Qt::Key_B}) {
                if (pass == Qt::Key_F || m_document->result()->trace->hasGradient)
                    press(pass);
                for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Right, Qt::Key_End, Qt::Key_Left}) {
                    press(key);
                    const QString place = QStringLiteral("%1, step %2: %3")
                                              .arg(scene.title)
                                              .arg(m_document->cursor().step)
                                              .arg(title());
                    QVERIFY2(gridsShown() > 0, qPrintable(place));
                    if (!selected)
                        QVERIFY2(
                            title().startsWith(QString("Step %1 ·").arg(m_document->cursor().step)), qPrintable(place));
                    if (selected)
                        QCOMPARE(m_document->cursor().selection.node, last());
                }
            }
        }
    }

    void aClickInThePlotTakesItAlong()
    {
        const auto *graph = find<UnrolledView>();
        press(Qt::Key_F);
        clickAt(*find<UnrolledView>(), int(graph->axis().x(9)), graph->height() - 3);
        QCOMPARE(m_document->cursor().step, 9);
        QVERIFY2(title().startsWith("Step 9 ·"), qPrintable(title()));
        press(Qt::Key_P);
        auto *plot = find<GradientView>();
        clickAt(*plot, int(graph->axis().x(4)), plot->height() / 2);
        QCOMPARE(m_document->cursor().step, 4);
        QVERIFY2(title().startsWith("Step 9 ·"), qPrintable(title()));
        QVERIFY(m_window->findChild<QLabel *>(QStringLiteral("inspectorPinned"))->isVisible());
        clickAt(*find<FoldedView>(), 2, 2);
        QVERIFY(!m_document->cursor().pinned);
        QVERIFY2(title().startsWith("Step 4 ·"), qPrintable(title()));
    }

    /// Undo concerns the experiment: it neither pins nor releases.
    void undoLeavesThePin()
    {
        m_document->setStep(5);
        press(Qt::Key_P);
        const Cursor pinned = m_document->cursor();
        QVERIFY(pinned.pinned);
        QVERIFY(m_document->setGain(0.6));
        m_document->undoStack()->undo();
        QVERIFY(m_document->cursor() == pinned);
    }

private:
    void press(Qt::Key key) { QTest::keyClick(m_window.get(), key); }
    void clickAt(QWidget &view, int x, int y) { QTest::mouseClick(&view, Qt::LeftButton, {}, {x, y}); }
    int last() const { return static_cast<int>(m_document->result()->circuit().nodes.size()) - 1; }
    QString title() const { return m_window->findChild<QLabel *>(QStringLiteral("inspectorTitle"))->text(); }
    QScrollBar *bar() const { return find<InspectorPanel>()->findChild<QScrollArea *>()->verticalScrollBar(); }
    int gridsShown() const
    {
        int shown = 0;
        for (const NumberGrid *grid : find<InspectorPanel>()->findChildren<NumberGrid *>())
            shown += grid->isVisible() ? 1 : 0;
        return shown;
    }
};

UNFOLD_TEST(WindowInspectorTest)
#include "window_inspector_test.moc"
