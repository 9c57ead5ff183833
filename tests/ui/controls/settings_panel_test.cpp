#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/controls/settings_panel.h"

#include "tests/support/panel_fixture.h"
#include "ui/document/document.h"
#include "ui/widgets/seed_box.h"
#include "ui/widgets/soft_button.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStandardItemModel>

using namespace unfold;

namespace {

/// Chooses as a person would: with the keys of the box.
void choose(QComboBox *box, int index)
{
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentIndex() < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentIndex(), index);
}

void type(QAbstractSpinBox *box, const char *text)
{
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QLatin1String(text));
}

QString fault(const QWidget &panel)
{
    const QLabel *line = control<QLabel>(panel, "settingsFault");
    return line->isVisible() ? line->text() : QString();
}

} // namespace

class SettingsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void showsTheExperiment()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        QCOMPARE(control<QComboBox>(panel, "circuit")->currentText(),
            QString::fromStdString(catalogueEntry("elman")->title));
        QVERIFY(!control<QLabel>(panel, "lesson")->text().isEmpty());
        QCOMPARE(control<QComboBox>(panel, "shape")->currentText(), QStringLiteral("many-to-one"));
        QCOMPARE(control<QSpinBox>(panel, "hidden")->value(), 4);
        QCOMPARE(control<QSpinBox>(panel, "steps")->value(), 16);
        QCOMPARE(control<QComboBox>(panel, "activation")->currentText(), QStringLiteral("tanh"));
        QCOMPARE(control<QComboBox>(panel, "recipe")->currentText(), QStringLiteral("orthogonal"));
        QCOMPARE(control<SeedBox>(panel, "seed")->seed(), std::uint64_t(1));
        QCOMPARE(control<QDoubleSpinBox>(panel, "inputScale")->text(), QStringLiteral("1"));
        QCOMPARE(control<QComboBox>(panel, "lossKind")->currentText(), QStringLiteral("last step"));
    }

    void everyChoiceChangesTheExperiment()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        choose(control<QComboBox>(panel, "activation"), 3);
        QCOMPARE(std::get<NamedCircuit>(document.experiment().circuit).activation, Activation::Identity);
        choose(control<QComboBox>(panel, "recipe"), 3);
        QCOMPARE(document.experiment().initialisation.recipe, Recipe::Gaussian);
        choose(control<QComboBox>(panel, "scaledBy"), 1);
        QCOMPARE(document.experiment().initialisation.scaledBy, ScaledBy::LargestSingularValue);
        choose(control<QComboBox>(panel, "shape"), 3);
        QCOMPARE(shapeOf(document.experiment()), std::optional(Shape::ManyToMany));
        choose(control<QComboBox>(panel, "lossKind"), 3);
        QCOMPARE(document.experiment().loss->at, (Span{Span::Kind::Last, 2}));
        choose(control<QComboBox>(panel, "circuit"), 0);
        QCOMPARE(document.result()->circuit().name, std::string("feed-forward"));
        QCOMPARE(fault(panel), QString());
    }

    void everyNumberChangesTheExperiment()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        auto *hidden = control<QSpinBox>(panel, "hidden");
        type(hidden, "12");
        QCOMPARE(document.result()->circuit().nodes[1].size, 4); // not at each digit
        QTest::keyClick(hidden, Qt::Key_Return);
        QCOMPARE(hiddenSizeOf(document.result()->circuit()), 12);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("hidden size 12"));
        QTest::keyClick(hidden, Qt::Key_Up);
        QCOMPARE(hiddenSizeOf(document.result()->circuit()), 13);
        auto *steps = control<QSpinBox>(panel, "steps");
        type(steps, "25");
        control<QComboBox>(panel, "recipe")->setFocus(); // leaving the field takes it
        QCOMPARE(document.result()->steps(), 25);
        auto *scale = control<QDoubleSpinBox>(panel, "inputScale");
        const double before = document.experiment().sequence.at("x")(0, 0);
        type(scale, "2.5");
        QTest::keyClick(scale, Qt::Key_Return);
        QCOMPARE(document.experiment().data.scale, 2.5);
        QCOMPARE(document.experiment().sequence.at("x")(0, 0), 2.5 * before);
        choose(control<QComboBox>(panel, "lossKind"), 0);
        choose(control<QComboBox>(panel, "lossKind"), 4);
        auto *count = control<QSpinBox>(panel, "lossCount");
        QVERIFY(count->isVisible());
        type(count, "7");
        QTest::keyClick(count, Qt::Key_Return);
        QCOMPARE(document.experiment().loss->at, (Span{Span::Kind::First, 7}));
    }

    void seedsAreTypedSteppedAndDrawn()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        const auto seed = [&] { return document.experiment().initialisation.seed; };
        auto *box = control<SeedBox>(panel, "seed");
        type(box, "18446744073709551615");
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(seed(), std::uint64_t(18446744073709551615ULL));
        QTest::keyClick(box, Qt::Key_Up); // no further
        QCOMPARE(seed(), std::uint64_t(18446744073709551615ULL));
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(seed(), std::uint64_t(18446744073709551614ULL));
        type(box, "42x");
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(seed(), std::uint64_t(42)); // a letter is not taken
        QTest::mouseClick(control<SoftButton>(panel, "newSeed"), Qt::LeftButton);
        QVERIFY(seed() != 42);
        QCOMPARE(box->text(), QString::number(seed()));
    }

    void consecutiveStepsOfOneBoxAreOneUndo()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        auto *hidden = control<QSpinBox>(panel, "hidden");
        hidden->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(hidden, Qt::Key_Up);
        QCOMPARE(hidden->value(), 7);
        QCOMPARE(document.undoStack()->count(), 1);
        document.undoStack()->undo();
        QCOMPARE(hidden->value(), 4);
    }

    void aRefusedChangePutsTheControlBack()
    {
        Experiment e = test::smallElman();
        e.parameters["b"] = Vector::Ones(4);
        Document document(e);
        SettingsPanel panel(&document);
        present(panel);
        // A text of four characters has three steps; the box does not offer a fourth, so the data is put in beneath it.
        document.change(withData(document.experiment(), DataSource{TextSource{"abab", {}}, 1}), QStringLiteral("text"));
        auto *steps = control<QSpinBox>(panel, "steps");
        QCOMPARE(steps->maximum(), 3);
        steps->setMaximum(50);
        type(steps, "40");
        QTest::keyClick(steps, Qt::Key_Return);
        QCOMPARE(document.result()->steps(), 3);
        QCOMPARE(steps->value(), 3);
        QVERIFY(!fault(panel).isEmpty());
        type(steps, "2");
        QTest::keyClick(steps, Qt::Key_Return);
        QCOMPARE(document.result()->steps(), 2);
        QCOMPARE(fault(panel), QString());
    }

    void whatIsTypedSurvivesADraggedGain()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        auto *hidden = control<QSpinBox>(panel, "hidden");
        type(hidden, "9");
        document.setGain(0.5);
        QCOMPARE(hidden->text(), QStringLiteral("9"));
        QTest::keyClick(hidden, Qt::Key_Return);
        QCOMPARE(hiddenSizeOf(document.result()->circuit()), 9);
    }

    void whatDoesNotApplySaysWhy()
    {
        Document document(withCircuit(test::smallElman(), "autonomous"));
        SettingsPanel panel(&document);
        QVERIFY(!control<QComboBox>(panel, "shape")->isEnabled());
        QVERIFY(control<QComboBox>(panel, "shape")->toolTip().contains(QStringLiteral("does not have both")));
        QVERIFY(!control<QDoubleSpinBox>(panel, "inputScale")->isEnabled());
        QVERIFY(control<QDoubleSpinBox>(panel, "inputScale")->toolTip().contains(QStringLiteral("reads no input")));
        document.change(withCircuit(document.experiment(), "elman"), QStringLiteral("back"));
        QVERIFY(control<QComboBox>(panel, "shape")->isEnabled());
        QVERIFY(!control<QComboBox>(panel, "shape")->toolTip().contains(QStringLiteral("does not have both")));
        auto *model = qobject_cast<QStandardItemModel *>(control<QComboBox>(panel, "shape")->model());
        QVERIFY(!model->item(4)->isEnabled());
        QVERIFY(model->item(4)->toolTip().contains(QStringLiteral("One loop can"))); // as scene 10 does
        document.change(withCircuit(document.experiment(), "feed-forward"), QStringLiteral("ff"));
        QVERIFY(!control<QComboBox>(panel, "scaledBy")->isEnabled());
    }

    void aCircuitFromAFileIsShownByItsName()
    {
        Document document(withCircuit(test::smallElman(), "gru"));
        SettingsPanel panel(&document);
        auto *box = control<QComboBox>(panel, "circuit");
        QCOMPARE(box->currentText(), QString::fromStdString(catalogueEntry("gru")->title));
        QCOMPARE(box->count(), static_cast<int>(catalogue().size()));
        QVERIFY2(!control<QComboBox>(panel, "activation")->isEnabled(), "gates have activations of their own");
        Experiment written = test::smallElman();
        Circuit circuit = circuitOf(written);
        circuit.name = "my net";
        written.circuit = circuit;
        QVERIFY(document.open(written));
        QCOMPARE(box->count(), static_cast<int>(catalogue().size()) + 1);
        QVERIFY(box->currentText().startsWith(QStringLiteral("my net")));
        QVERIFY(!control<QComboBox>(panel, "activation")->isEnabled());
        QVERIFY(!control<QSpinBox>(panel, "hidden")->isEnabled());
        QCOMPARE(control<QSpinBox>(panel, "hidden")->value(), 4);
    }

    void everyControlTeachesAndHasAName()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        for (const char *name : {"circuit", "shape", "hidden", "steps", "activation", "recipe", "scaledBy", "seedRow",
                 "inputScale", "lossAt"}) {
            const auto *w = control<QWidget>(panel, name);
            QVERIFY2(w->toolTip().count(u'.') >= 1, name);
            QVERIFY2(!w->accessibleName().isEmpty(), name);
        }
    }

    /// W keeps the length of a gradient, the slope does not; a sum of losses stays, its long-range part may not.
    void tipsClaimNoMoreThanIsTrue()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        QVERIFY(
            control<QWidget>(panel, "recipe")->toolTip().contains(QStringLiteral("slope of the activation does not")));
        QVERIFY(control<QWidget>(panel, "lossAt")->toolTip().contains(QStringLiteral("long-range part")));
    }

    void theWheelScrollsThePageAndChangesNothing()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        control<QComboBox>(panel, "recipe")->setFocus();
        auto *hidden = control<QSpinBox>(panel, "hidden");
        QWheelEvent event(QPointF(5, 5), hidden->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(hidden, &event);
        QCOMPARE(hidden->value(), 4);
    }

    void nothingIsCutAtTheWidthOfTheColumn()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel, 248);
        for (const QWidget *w : panel.widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(!w->isVisible() || w->geometry().right() < 248, qPrintable(w->objectName()));
    }
};

UNFOLD_TEST(SettingsPanelTest)
#include "settings_panel_test.moc"
