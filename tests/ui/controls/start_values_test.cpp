// The forget bias of a chosen LSTM: said, changed and undone where the weights are set.
#include "core/run/compute.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/controls/gain_text.h"
#include "ui/controls/settings_choices.h"
#include "ui/controls/settings_panel.h"
#include "ui/controls/start_values.h"
#include "ui/document/document.h"

#include "tests/support/panel_fixture.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>

using namespace unfold;

namespace {

void chooseCircuit(const SettingsPanel &panel, const char *name)
{
    auto *box = control<QComboBox>(panel, "circuit");
    const int index = box->findText(QString::fromStdString(catalogueEntry(name)->title));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    while (box->currentIndex() < index)
        QTest::keyClick(box, Qt::Key_Down);
}

Matrix forgetBias(const Document &document)
{
    const Trace &trace = *document.result()->trace;
    return trace.parameters[size_t(indexOf(trace.program->parameters, "b_f"))];
}

} // namespace

class StartValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void aChosenLstmSaysItsForgetBias()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        QVERIFY(!panel.findChild<StartValues *>()->isVisible());
        chooseCircuit(panel, "lstm");
        auto *box = control<QDoubleSpinBox>(panel, "constant-b_f");
        QVERIFY(box->isVisible());
        QCOMPARE(box->value(), 1.0);
        QVERIFY(forgetBias(document) == Matrix::Ones(4, 1));
        QVERIFY(!box->toolTip().isEmpty());
        QVERIFY(box->accessibleName().contains(QStringLiteral("b_f")));
        QVERIFY(control<QLabel>(panel, "openness-b_f")->text().contains(QStringLiteral("0.73"))); // σ(1)
        chooseCircuit(panel, "gru");
        QVERIFY(!panel.findChild<StartValues *>()->isVisible());
    }

    void itsLabelFollowsTheNotation()
    {
        Document document(withCircuit(test::smallElman(), "lstm"));
        SettingsPanel panel(&document);
        present(panel);
        const QString letters = control<QDoubleSpinBox>(panel, "constant-b_f")->accessibleName();
        document.setNotation(Notation::Indexed);
        const QString indexed = control<QDoubleSpinBox>(panel, "constant-b_f")->accessibleName();
        const std::string name = document.result()->circuit().names.parameter("b_f");
        QVERIFY2(indexed.contains(QString::fromStdString(name)), qPrintable(indexed));
        document.setNotation(Notation::Letters);
        QCOMPARE(control<QDoubleSpinBox>(panel, "constant-b_f")->accessibleName(), letters);
    }

    void itIsChangedAndUndone()
    {
        Document document(test::smallElman());
        SettingsPanel panel(&document);
        present(panel);
        chooseCircuit(panel, "lstm");
        auto *box = control<QDoubleSpinBox>(panel, "constant-b_f");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("5"));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(forgetBias(document) == Matrix::Constant(4, 1, 5));
        QVERIFY(control<QLabel>(panel, "openness-b_f")->text().contains(QStringLiteral("0.99"))); // σ(5)
        document.change(withHiddenSize(document.experiment(), 7), QStringLiteral("size"));
        QVERIFY(forgetBias(document) == Matrix::Constant(7, 1, 5));
        document.undoStack()->undo();
        document.undoStack()->undo();
        QCOMPARE(box->value(), 1.0);
        QVERIFY(forgetBias(document) == Matrix::Ones(4, 1));
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(document.experiment().initialisation.constants.at("b_f"), 1.5);
    }

    /// The weights that a file gives stay when the constant of one bias is set.
    void otherGivenWeightsStay()
    {
        Experiment lstm = withCircuit(test::smallElman(), "lstm");
        lstm.parameters["b_i"] = Matrix::Constant(4, 1, 0.5);
        Document document(lstm);
        SettingsPanel panel(&document);
        present(panel);
        QTest::keyClick(control<QDoubleSpinBox>(panel, "constant-b_f"), Qt::Key_Down);
        QCOMPARE(document.experiment().initialisation.constants.at("b_f"), 0.5);
        QVERIFY(document.experiment().parameters == lstm.parameters);
        lstm.parameters["b_f"] = Matrix::Constant(4, 1, 0.25);
        document.open(lstm);
        QVERIFY(!panel.findChild<QDoubleSpinBox *>(QStringLiteral("constant-b_f"))); // a given bias has no constant
    }

    void recipesOfAFileAreSaidUntilOneIsChosenForAll()
    {
        Experiment e = test::smallElman();
        e.initialisation.recipes = {{"U", {Recipe::Gaussian, 0.1}}, {"W", {Recipe::Identity}}};
        Document document(e);
        SettingsPanel panel(&document);
        present(panel);
        const QString said = control<QLabel>(panel, "ownRecipes")->text();
        QVERIFY(said.contains(QStringLiteral("U gaussian")) && said.contains(QStringLiteral("0.1")));
        QVERIFY(said.contains(QStringLiteral("W identity")));
        auto *recipe = control<QComboBox>(panel, "recipe");
        recipe->setFocus();
        QTest::keyClick(recipe, Qt::Key_End);
        QVERIFY(document.experiment().initialisation.recipes.empty());
        QVERIFY(!panel.findChild<StartValues *>()->isVisible());
    }

    /// What is not scaled is not called so.
    void theGainCardKnowsWhatIsScaled()
    {
        Experiment e = test::smallElman();
        const auto said = [&e] { return madeText(e, circuitOf(e)); };
        QVERIFY(said().contains(QStringLiteral("spectral radius 1")));
        e.initialisation.recipes = {{"W", {Recipe::Gaussian, 0.1}}};
        QVERIFY(!said().contains(QStringLiteral("spectral radius")) && said().contains(QStringLiteral("not scaled")));
        e.initialisation.scaledBy = ScaledBy::LargestSingularValue;
        QVERIFY(said().contains(QStringLiteral("largest singular value 1")));
        e.initialisation.recipes.clear();
        e.initialisation.constants = {{"W", 0.1}};
        QVERIFY(said().contains(QStringLiteral("not scaled")));
        QVERIFY(!refusalsOf(e, circuitOf(e)).scaledBy.isEmpty());
    }

    void opennessIsThatOfASigmoid()
    {
        const Circuit lstm = makeCircuit("lstm", {});
        QCOMPARE(openness(lstm, "b_f", 0).value(), 0.5);
        QVERIFY(std::abs(openness(lstm, "b_i", -4).value() - 0.01798620996209156) < 1e-15);
        QVERIFY(!openness(lstm, "b_k", 1)); // tanh is no gate
    }
};

UNFOLD_TEST(StartValuesTest)
#include "start_values_test.moc"
