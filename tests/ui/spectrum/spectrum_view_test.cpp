// The spectrum as a user meets it: it moves with the gain, is pointed at, and is walked with keys.
#include "tests/support/experiments.h"
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/document/document.h"
#include "ui/spectrum/spectrum_plane.h"
#include "ui/spectrum/spectrum_view.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

#include <cmath>
#include <numbers>

using namespace unfold;

namespace {

/// One state that turns once in eight steps, given in the file.
Experiment turning(double gain)
{
    Experiment e = test::elmanOverWave(6, 2);
    const double angle = std::numbers::pi / 4;
    Matrix W(2, 2);
    W << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle);
    e.parameters["W"] = W;
    e.gain = gain;
    return e;
}

} // namespace

class SpectrumViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void itMovesWithTheGain()
    {
        Document document(turning(0.9));
        SpectrumView view(&document);
        test::show(view, {268, 320});
        auto *plane = view.findChild<SpectrumPlane *>();
        QVERIFY(std::abs(std::abs(plane->spectrum().eigenvalues[0]) - 0.9) < 1e-12);
        // Of a complex pair the length changes unevenly from step to step: the factor is a mean.
        QCOMPARE(test::numbersIn(sentence(view)), (QList<double>{0.636, 0.636, 0.9, 0.9, 8}));
        QVERIFY(sentence(view).contains(QStringLiteral("over many steps")));
        document.setGain(1.2);
        QVERIFY(std::abs(std::abs(plane->spectrum().eigenvalues[0]) - 1.2) < 1e-12);
        const SpectrumLayout shapes = plane->layoutShapes();
        QVERIFY(QLineF(shapes.origin, shapes.eigenvalues[0]).length() > shapes.perUnit); // outside the circle
        QVERIFY(plane->accessibleDescription().contains(QStringLiteral("|λ| = 1.2")));
        QTest::mouseMove(plane, shapes.bars.center().toPoint());
        QTRY_COMPARE(test::numbersIn(sentence(view)), (QList<double>{1.2, 1.2}));
    }

    void itIsPointedAtAndWalked()
    {
        Document document(test::elmanOverWave(6, 5));
        SpectrumView view(&document);
        test::show(view, {268, 320});
        auto *plane = view.findChild<SpectrumPlane *>();
        const int last = int(plane->spectrum().eigenvalues.size()) - 1;
        QCOMPARE(last, 4);
        QTest::mouseMove(plane, plane->layoutShapes().eigenvalues[2].toPoint());
        QTRY_VERIFY(plane->picked() > 0);
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        plane->setFocus(Qt::TabFocusReason);
        QTest::keyClick(plane, Qt::Key_End);
        QCOMPARE(plane->picked(), last);
        QTest::keyClick(plane, Qt::Key_Right);
        QCOMPARE(plane->picked(), last);
        QTest::keyClick(plane, Qt::Key_Home);
        QTest::keyClick(plane, Qt::Key_Right);
        QCOMPARE(plane->picked(), 1);
        const int step = document.cursor().step;
        QTest::keyClick(plane, Qt::Key_Left);
        QCOMPARE(plane->picked(), 0);
        QCOMPARE(document.cursor().step, step);
    }

    void aLargeMatrixIsComputedBeside()
    {
        Document document(test::elmanOverWave(3, 80));
        SpectrumView view(&document);
        test::show(view, {268, 320});
        const auto *plane = view.findChild<SpectrumPlane *>();
        QTRY_COMPARE(plane->spectrum().eigenvalues.size(), size_t(80));
        QVERIFY(sentence(view).startsWith(QStringLiteral("λ = ")));
    }

    void whereNothingRecursItSaysSo()
    {
        Experiment e = test::elmanOverWave(4, 3);
        e.circuit = NamedCircuit{.name = "feed-forward", .sizes = {{"x", 2}, {"h", 3}, {"o", 2}}, .spans = {}};
        Document document(e);
        SpectrumView view(&document);
        test::show(view, {268, 320});
        QVERIFY(sentence(view).contains(QStringLiteral("there is no spectrum")));
        QCOMPARE(view.findChild<SpectrumPlane *>()->picked(), -1);
        QTest::keyClick(view.findChild<SpectrumPlane *>(), Qt::Key_Right);
        document.open(turning(1));
        QVERIFY(sentence(view).contains(QStringLiteral("once in 8 steps")));
    }

private:
    static QString sentence(const QWidget &view)
    {
        return view.findChild<QLabel *>(QStringLiteral("spectrumSentence"))->text();
    }
};

UNFOLD_TEST(SpectrumViewTest)
#include "spectrum_view_test.moc"
