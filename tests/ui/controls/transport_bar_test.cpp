#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/controls/transport_bar.h"

#include "tests/support/panel_fixture.h"
#include "ui/controls/gain_panel.h"
#include "ui/controls/gain_slider.h"
#include "ui/controls/player.h"
#include "ui/document/document.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>

using namespace unfold;

namespace {

/// A window with the bar and room for something that takes the focus.
struct Bench {
    explicit Bench(int steps = 16)
        : document(test::smallElman(steps))
        , bar(new TransportBar(&document, &window))
    {
        layout.addWidget(bar);
        document.setPass(Pass::Forward);
        document.setStep(1);
    }
    void show() { present(window, 900); }
    void click(const char *name) { QTest::mouseClick(control<SoftButton>(*bar, name), Qt::LeftButton); }
    int step() const { return document.cursor().step; }
    QString label() const { return control<QLabel>(*bar, "stepLabel")->text(); }
    bool enabled(const char *name) const { return control<SoftButton>(*bar, name)->isEnabled(); }

    Document document;
    QWidget window;
    QHBoxLayout layout{&window};
    TransportBar *bar;
};

} // namespace

class TransportBarTest : public QObject
{
    Q_OBJECT

private slots:
    void forwardToTheEndAndBack()
    {
        Bench bench(3);
        bench.show();
        QCOMPARE(bench.label(), QStringLiteral("step 1 of 3"));
        QVERIFY(!bench.enabled("back"));
        QVERIFY(!bench.enabled("begin"));
        bench.click("advance");
        bench.click("advance");
        QCOMPARE(bench.label(), QStringLiteral("step 3 of 3"));
        QVERIFY(!bench.enabled("advance"));
        QVERIFY(!bench.enabled("finish"));
        bench.click("advance"); // greyed: nothing
        QCOMPARE(bench.step(), 3);
        bench.click("back");
        QCOMPARE(bench.step(), 2);
        bench.click("finish");
        QCOMPARE(bench.step(), 3);
        bench.click("begin");
        QCOMPARE(bench.step(), 1);
    }

    void inTheBackwardPassOnIsToTheLeft()
    {
        Bench bench(5);
        bench.show();
        bench.click("backwardPass");
        QCOMPARE(bench.document.cursor().pass, Pass::Backward);
        bench.click("begin");
        QCOMPARE(bench.step(), 5); // step 1 is the end of this pass, and the cursor stood there
        bench.click("advance");
        QCOMPARE(bench.step(), 4);
        bench.click("back");
        QCOMPARE(bench.step(), 5);
        bench.click("finish");
        QCOMPARE(bench.step(), 1);
        QVERIFY(!bench.enabled("advance"));
        bench.click("forwardPass");
        QCOMPARE(bench.document.cursor().pass, Pass::Forward);
    }

    void everyArrowPointsToWhereTheCursorGoes()
    {
        Bench bench(5);
        bench.show();
        const auto left = [&](const char *name) { return control<SoftButton>(*bench.bar, name)->x(); };
        QVERIFY(left("begin") < left("back") && left("back") < left("play"));
        QVERIFY(left("play") < left("advance") && left("advance") < left("finish"));
        const QPainterPath forwards = control<SoftButton>(*bench.bar, "advance")->iconPath();
        bench.click("backwardPass");
        QApplication::processEvents();
        QVERIFY(left("finish") < left("advance") && left("advance") < left("play"));
        QVERIFY(left("play") < left("back") && left("back") < left("begin"));
        QVERIFY(control<SoftButton>(*bench.bar, "advance")->iconPath() != forwards);
        QVERIFY(control<SoftButton>(*bench.bar, "advance")->toolTip().contains(QStringLiteral("to the left")));
    }

    void keysMoveThePicture()
    {
        Bench bench(40);
        bench.show();
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(&bench.window, key);
            return bench.step();
        };
        QCOMPARE(press(Qt::Key_Right), 2);
        QCOMPARE(press(Qt::Key_PageDown), 12);
        QCOMPARE(press(Qt::Key_Left), 11);
        QCOMPARE(press(Qt::Key_PageUp), 1);
        QCOMPARE(press(Qt::Key_Left), 1);
        QCOMPARE(press(Qt::Key_End), 40);
        QCOMPARE(press(Qt::Key_B), 40);
        QCOMPARE(bench.document.cursor().pass, Pass::Backward);
        QCOMPARE(press(Qt::Key_Left), 39); // left is left, in both passes
        QCOMPARE(press(Qt::Key_Right), 40);
        QCOMPARE(press(Qt::Key_Home), 1);
        press(Qt::Key_F);
        QCOMPARE(bench.document.cursor().pass, Pass::Forward);
    }

    void playsToTheEndAndStops()
    {
        Bench bench(4);
        Player &player = *bench.bar->player();
        bench.show();
        QVERIFY(!player.playing()); // never by itself
        player.tick();
        QCOMPARE(bench.step(), 1);
        QSignalSpy changes(&player, &Player::playingChanged);
        bench.click("play");
        QVERIFY(player.playing());
        QCOMPARE(control<SoftButton>(*bench.bar, "play")->accessibleName(), QStringLiteral("Pause"));
        player.tick();
        player.tick();
        QCOMPARE(bench.step(), 3);
        QVERIFY(player.playing());
        player.tick();
        QCOMPARE(bench.step(), 4);
        QVERIFY(!player.playing());
        QCOMPARE(changes.count(), 2);
        QCOMPARE(control<SoftButton>(*bench.bar, "play")->accessibleName(), QStringLiteral("Play"));
        player.tick();
        QCOMPARE(bench.step(), 4);
    }

    void playsBackwardFromRightToLeftAndBeginsAgainAtTheEnd()
    {
        Bench bench(3);
        Player &player = *bench.bar->player();
        bench.show();
        bench.document.setPass(Pass::Backward); // stands at step 1, the end of this pass
        QTest::keyClick(&bench.window, Qt::Key_Space);
        QVERIFY(player.playing());
        QCOMPARE(bench.step(), 3);
        player.tick();
        QCOMPARE(bench.step(), 2);
        player.tick();
        QCOMPARE(bench.step(), 1);
        QVERIFY(!player.playing());
    }

    void aHandOnTheTransportStopsThePlayer()
    {
        Bench bench(9);
        Player &player = *bench.bar->player();
        bench.show();
        QTest::keyClick(&bench.window, Qt::Key_Space);
        QVERIFY(player.playing());
        QTest::keyClick(&bench.window, Qt::Key_Space);
        QVERIFY(!player.playing());
        player.play();
        QTest::keyClick(&bench.window, Qt::Key_Right);
        QVERIFY(!player.playing());
        player.play();
        bench.click("back");
        QVERIFY(!player.playing());
    }

    void openingAnotherExperimentDoesNotPlayIt()
    {
        Bench bench(9);
        bench.bar->player()->play();
        bench.document.open(test::smallElman(5));
        bench.bar->player()->tick();
        QVERIFY(!bench.bar->player()->playing());
        QCOMPARE(bench.step(), 1);
    }

    void oneStepHasNothingToPlay()
    {
        Bench bench(1);
        bench.bar->player()->play();
        QVERIFY(!bench.bar->player()->playing());
        QVERIFY(!bench.enabled("play"));
        QCOMPARE(bench.label(), QStringLiteral("step 1 of 1"));
    }

    void speedIsKeptWithinItsLimits()
    {
        Bench bench;
        bench.show();
        Player &player = *bench.bar->player();
        auto *slider = control<QSlider>(*bench.bar, "speed");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End); // the slider's own key, and no step in time
        QCOMPARE(player.speed(), 30.0);
        QCOMPARE(bench.step(), 1);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(player.speed(), 0.5);
        QCOMPARE(control<QLabel>(*bench.bar, "speedText")->text(), QStringLiteral("0.5 steps/s"));
        player.setSpeed(1000);
        QCOMPARE(player.speed(), 30.0);
        player.setSpeed(3); // between two notches
        QCOMPARE(player.speed(), 3.0);
    }

    void keysBelongToWhoeverIsTyping_data()
    {
        QTest::addColumn<QWidget *>("field");
        QTest::newRow("line edit") << static_cast<QWidget *>(new QLineEdit);
        QTest::newRow("text") << static_cast<QWidget *>(new QPlainTextEdit);
        QTest::newRow("spin box") << static_cast<QWidget *>(new QSpinBox);
        QTest::newRow("combo box") << static_cast<QWidget *>(new QComboBox);
    }

    void keysBelongToWhoeverIsTyping()
    {
        QFETCH(QWidget *, field);
        Bench bench;
        bench.document.setStep(5);
        bench.layout.addWidget(field);
        bench.show();
        field->setFocus();
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
                 Qt::Key_PageDown, Qt::Key_B, Qt::Key_F})
            QTest::keyClick(field, key);
        if (!qobject_cast<QComboBox *>(field)) // there it opens the list
            QTest::keyClick(field, Qt::Key_Space);
        QCOMPARE(bench.step(), 5);
        QCOMPARE(bench.document.cursor().pass, Pass::Forward);
        QVERIFY(!bench.bar->player()->playing());
    }

    void typedLettersArriveInTheField()
    {
        Bench bench;
        QLineEdit edit;
        bench.layout.addWidget(&edit);
        bench.show();
        edit.setFocus();
        QTest::keyClicks(&edit, QStringLiteral("fb b"));
        QCOMPARE(edit.text(), QStringLiteral("fb b"));
        bench.layout.removeWidget(&edit);
    }

    void spacePressesTheButtonThatWasReachedWithTab()
    {
        Bench bench;
        auto *box = new QCheckBox;
        bench.layout.addWidget(box);
        bench.show();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->isChecked());
        QVERIFY(!bench.bar->player()->playing());
        QTest::keyClick(box, Qt::Key_Right); // but arrows still step
        QCOMPARE(bench.step(), 2);
    }

    void afterDraggingTheGainTheArrowsStillStep()
    {
        Bench bench;
        auto *panel = new GainPanel(&bench.document);
        bench.layout.addWidget(panel);
        bench.show();
        auto *slider = control<GainSlider>(*panel, "gainSlider");
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(60, 10));
        QVERIFY(slider->hasFocus());
        const double gain = bench.document.experiment().gain;
        QTest::keyClick(slider, Qt::Key_Right);
        QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(bench.step(), 12);
        QCOMPARE(bench.document.experiment().gain, gain);
        QTest::keyClick(slider, Qt::Key_Up); // while Up and Down fine-tune it
        QVERIFY(std::abs(bench.document.experiment().gain - gain - 0.01) < 1e-12);
        QTest::keyClick(slider, Qt::Key_Space);
        QVERIFY(bench.bar->player()->playing());
    }

    void withoutALossTheBackwardPassSaysWhyItIsOff()
    {
        Bench bench;
        bench.show();
        Experiment lossless = test::smallElman();
        lossless.loss.reset();
        bench.document.open(lossless);
        QVERIFY(!bench.enabled("backwardPass"));
        QVERIFY(control<SoftButton>(*bench.bar, "backwardPass")->toolTip().contains(QStringLiteral("takes no loss")));
        QVERIFY(control<SoftButton>(*bench.bar, "forwardPass")->isChecked());
    }

    void everyKeyIsListedWithAText()
    {
        Bench bench;
        QCOMPARE(bench.bar->keyActions().size(), 9);
        for (const QAction *action : bench.bar->keyActions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->shortcut().isEmpty());
        }
    }
};

UNFOLD_TEST(TransportBarTest)
#include "transport_bar_test.moc"
