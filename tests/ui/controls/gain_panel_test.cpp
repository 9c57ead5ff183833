#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"
#include "ui/controls/gain_panel.h"

#include "tests/support/panel_fixture.h"
#include "ui/controls/gain_slider.h"
#include "ui/controls/gain_text.h"
#include "ui/document/document.h"
#include "ui/plot/gain_scale.h"
#include "ui/style/number_text.h"
#include "ui/widgets/soft_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace unfold;

namespace {

QPoint at(const GainSlider &slider, double gain)
{
    return QPointF(slider.scale().x(gain), 10).toPoint();
}

QString shownText(const QWidget &panel, const char *name)
{
    return control<QLabel>(panel, name)->text();
}

} // namespace

class GainPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void scaleMapsBothWaysAndHoldsWhatIsOutside()
    {
        GainScale usual = GainScale::holding(0.3);
        QCOMPARE(usual.low, 0.0);
        QCOMPARE(usual.high, 1.7);
        usual.left = 10;
        usual.right = 180;
        QCOMPARE(usual.x(1), 110.0);
        QCOMPARE(usual.gainAt(110), 1.0);
        QCOMPARE(usual.gainAt(-50), 0.0);
        QCOMPARE(usual.gainAt(999), 1.7);
        QCOMPARE(GainScale::holding(2.2).high, 2.5);
        QCOMPARE(GainScale::holding(-0.7).low, -1.0);
        const GainScale far = GainScale::holding(1e6);
        QCOMPARE(far.high, GainScale::widest);
        QVERIFY(far.beyondHigh(1e6));
        QCOMPARE(far.x(1e6), far.right);
    }

    void numbersReadAsPeopleWriteThem()
    {
        QCOMPARE(numberText(-0.5), QStringLiteral("−0.5"));
        QCOMPARE(numberText(2.5e-7), QStringLiteral("2.5e−7"));
        QCOMPARE(numberText(HUGE_VAL), QStringLiteral("∞"));
        QCOMPARE(numberText(-0.0), QStringLiteral("0"));
        QCOMPARE(numberFrom(QStringLiteral(" −1,5 ")), std::optional(-1.5));
        QCOMPARE(numberFrom(exactNumberText(0.1 + 0.2)), std::optional(0.1 + 0.2));
        for (const char *bad : {"", "abc", "1.2.3", "inf", "nan", "1e999"})
            QVERIFY2(!numberFrom(QLatin1String(bad)), bad);
    }

    void draggingMovesTheGainAllTheWay()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        present(panel);
        auto *slider = control<GainSlider>(panel, "gainSlider");
        QSignalSpy changes(&document, &Document::experimentChanged);
        QTest::mousePress(slider, Qt::LeftButton, {}, at(*slider, 0.5));
        QCOMPARE(document.experiment().gain, 0.5);
        for (double gain : {0.7, 0.9, 1.3}) {
            QTest::mouseMove(slider, at(*slider, gain));
            QVERIFY(std::abs(document.experiment().gain - gain) < 0.011);
            QCOMPARE(control<QLineEdit>(panel, "gainEntry")->text(), exactNumberText(document.experiment().gain));
        }
        QTest::mouseMove(slider, QPoint(5000, 10));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(5000, 10));
        QCOMPARE(document.experiment().gain, 1.7);
        QCOMPARE(changes.count(), 5);
        QTest::mouseMove(slider, at(*slider, 0.5)); // no button: nothing
        QCOMPARE(document.experiment().gain, 1.7);
    }

    void pressingOnTheMarkedEdgeGivesExactlyOne()
    {
        Document document(test::smallElman());
        document.setGain(0.4);
        GainPanel panel(&document);
        present(panel);
        auto *slider = control<GainSlider>(panel, "gainSlider");
        const QImage picture = slider->grab().toImage();
        const QPoint edge = at(*slider, 1);
        // The tick stands above and below the track, in the colour of the text.
        QVERIFY(qGray(picture.pixel(edge.x(), 3)) < 140);
        QVERIFY(qGray(picture.pixel(edge.x() + 12, 3)) > 200);
        QTest::mouseClick(slider, Qt::LeftButton, {}, edge);
        QCOMPARE(document.experiment().gain, 1.0);
    }

    void keysStepAndReset()
    {
        Document document(test::smallElman());
        document.setGain(0.5);
        GainPanel panel(&document);
        present(panel);
        auto *slider = control<GainSlider>(panel, "gainSlider");
        slider->setFocus(Qt::TabFocusReason);
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(slider, key);
            return document.experiment().gain;
        };
        QCOMPARE(press(Qt::Key_Right), 0.51);
        QCOMPARE(press(Qt::Key_Up), 0.52);
        QCOMPARE(press(Qt::Key_Left), 0.51);
        QCOMPARE(press(Qt::Key_Down), 0.5);
        QCOMPARE(press(Qt::Key_PageUp), 0.6);
        QCOMPARE(press(Qt::Key_PageDown), 0.5);
        QCOMPARE(press(Qt::Key_End), 1.7);
        QCOMPARE(press(Qt::Key_Home), 0.0);
        QCOMPARE(press(Qt::Key_Left), -0.01); // beyond the end of the slider, which grows
        QVERIFY(slider->scale().low < 0);
        QCOMPARE(press(Qt::Key_R), 1.0);
        QCOMPARE(slider->scale().low, 0.0);
    }

    void wheelStepsFinelyAndCoarsely()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        present(panel);
        auto *slider = control<GainSlider>(panel, "gainSlider");
        const auto turn = [&](int delta, Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(QPointF(20, 10), slider->mapToGlobal(QPointF(20, 10)), {}, {0, delta}, Qt::NoButton,
                modifiers, Qt::NoScrollPhase, false);
            QApplication::sendEvent(slider, &event);
            return document.experiment().gain;
        };
        QCOMPARE(turn(120, Qt::NoModifier), 1.01);
        QCOMPARE(turn(-240, Qt::NoModifier), 0.99);
        QCOMPARE(turn(120, Qt::ShiftModifier), 1.09);
        QCOMPARE(turn(60, Qt::NoModifier), 1.09); // half a notch of a touchpad
        QCOMPARE(turn(60, Qt::NoModifier), 1.1);
    }

    void anyFiniteNumberCanBeTyped()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        present(panel);
        auto *entry = control<QLineEdit>(panel, "gainEntry");
        auto *slider = control<GainSlider>(panel, "gainSlider");
        const auto type = [&](const char *text) {
            entry->setFocus();
            entry->selectAll();
            QTest::keyClicks(entry, QLatin1String(text));
            QTest::keyClick(entry, Qt::Key_Return);
            return document.experiment().gain;
        };
        QCOMPARE(type("1.0625"), 1.0625);
        QCOMPARE(type("-2.5"), -2.5);
        QCOMPARE(slider->scale().low, -2.5);
        QCOMPARE(entry->text(), QStringLiteral("−2.5"));
        QCOMPARE(type("40000"), 40000.0);
        QVERIFY(slider->scale().beyondHigh(slider->gain()));
        QCOMPARE(slider->scale().high, GainScale::widest);
        QCOMPARE(type("0.3"), 0.3);
        QCOMPARE(slider->scale().high, 1.7);
    }

    void whatIsNoNumberIsRefusedInPlace()
    {
        Document document(test::smallElman());
        document.setGain(0.75);
        GainPanel panel(&document);
        present(panel);
        auto *entry = control<QLineEdit>(panel, "gainEntry");
        entry->setFocus();
        entry->selectAll();
        QTest::keyClicks(entry, QStringLiteral("one"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(document.experiment().gain, 0.75);
        QCOMPARE(entry->text(), QStringLiteral("one")); // what was typed is not lost
        QVERIFY(shownText(panel, "gainFault").contains(QStringLiteral("“one” is not a number")));
        QVERIFY(control<QLabel>(panel, "gainFault")->isVisible());
        QTest::keyClick(entry, Qt::Key_Escape);
        QCOMPARE(entry->text(), QStringLiteral("0.75"));
        QVERIFY(!control<QLabel>(panel, "gainFault")->isVisible());
    }

    void resetButtonGoesBackToOne()
    {
        Document document(test::smallElman());
        document.setGain(1.5);
        GainPanel panel(&document);
        present(panel);
        QTest::mouseClick(control<SoftButton>(panel, "gainReset"), Qt::LeftButton);
        QCOMPARE(document.experiment().gain, 1.0);
        QCOMPARE(control<QLineEdit>(panel, "gainEntry")->text(), QStringLiteral("1"));
    }

    void undoIsShown()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        present(panel);
        document.setGain(1.5);
        document.undoStack()->undo();
        QCOMPARE(control<GainSlider>(panel, "gainSlider")->gain(), 1.0);
    }

    void spectrumAndRuleAreThoseOfTheMatrixAsUsed()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        present(panel);
        document.setGain(1.25);
        QCOMPARE(shownText(panel, "gainRadius"), QStringLiteral("1.25")); // orthogonal: both are the gain
        QCOMPARE(shownText(panel, "gainSigma"), QStringLiteral("1.25"));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("1/γ&nbsp;=&nbsp;1<")));
        QCOMPARE(test::numbersIn(shownText(panel, "gainMade")), (QList<double>{1.25, 1}));
        QVERIFY(shownText(panel, "gainMade").contains(QStringLiteral("spectral radius")));
        document.change(withActivation(document.experiment(), Activation::Sigmoid), QStringLiteral("sigmoid"));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("1/γ&nbsp;=&nbsp;4<")));
        document.change(withActivation(document.experiment(), Activation::Identity), QStringLiteral("identity"));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("ρ&nbsp;&lt;&nbsp;1<")));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("in the long run"))); // not at every T
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("may grow first")));
    }

    void theScalingOfTheMatrixIsSaid()
    {
        Document document(test::smallElman());
        GainPanel panel(&document);
        Initialisation other{Recipe::Gaussian, 5, ScaledBy::LargestSingularValue};
        document.change(withInitialisation(document.experiment(), other), QStringLiteral("weights"));
        QVERIFY(shownText(panel, "gainMade").contains(QStringLiteral("largest singular value 1")));
        QCOMPARE(shownText(panel, "gainSigma"), QStringLiteral("1"));
        Experiment given = document.experiment();
        given.parameters["W"] = Matrix::Identity(4, 4);
        document.change(given, QStringLiteral("given"));
        QVERIFY(shownText(panel, "gainMade").contains(QStringLiteral("in the file")));
    }

    void gatedNetworksNameTheirMatricesAndClaimNoEdge()
    {
        Document document(withCircuit(test::smallElman(), "lstm"));
        GainPanel panel(&document);
        QCOMPARE(shownText(panel, "gainMade"), QStringLiteral("multiplies W_f, W_i, W_q and W_k"));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("no single number decides")));
    }

    void withoutARecurrentWeightTheSliderSaysWhyItIsOff()
    {
        Document document(withCircuit(test::smallElman(), "feed-forward"));
        GainPanel panel(&document);
        present(panel);
        auto *slider = control<GainSlider>(panel, "gainSlider");
        QVERIFY(!slider->isEnabled());
        QVERIFY(slider->toolTip().contains(QStringLiteral("no recurrent weight")));
        QVERIFY(shownText(panel, "gainRule").contains(QStringLiteral("No gradient flows back through time")));
    }
};

UNFOLD_TEST(GainPanelTest)
#include "gain_panel_test.moc"
