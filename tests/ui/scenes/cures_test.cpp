// The cures that ship: each has the effect that its sentences claim, in numbers.
#include "core/experiment/edit.h"
#include "core/linalg/spectrum.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/scenes/cures.h"

#include "core/learning/clipping.h"
#include "tests/support/panel_fixture.h"

#include <QFile>
#include <QTemporaryDir>

using namespace unfold;

namespace {

/// ‖∂L/∂h(1)‖ / ‖∂L/∂h(T)‖ of the node that is watched first.
double kept(const Experiment &experiment)
{
    const Document document(experiment);
    const StepSeries &norm = document.result()->report.norm;
    return norm.front().value() / norm.back().value();
}

Cure cureCalled(const QString &title)
{
    for (const Cure &cure : readCures().cures)
        if (cure.title == title.toStdString())
            return cure;
    qFatal("no cure called %s", qPrintable(title));
}

double parameterNorm(const Experiment &experiment)
{
    const Document document(experiment);
    return clippingOf(document.result()->trace->gradients, std::nullopt).norm;
}

Experiment withRecipe(Experiment experiment, Recipe recipe)
{
    experiment.initialisation.recipe = recipe;
    return experiment;
}

Experiment withPhi(Experiment experiment, Activation activation)
{
    std::get<NamedCircuit>(experiment.circuit).activation = activation;
    return experiment;
}

} // namespace

class CuresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); } // the resources of a static library

    void allCanBeRead()
    {
        const CureList list = readCures();
        QVERIFY2(list.faults.isEmpty(), qPrintable(list.faults.join(u'\n')));
        QCOMPARE(list.cures.size(), size_t(5));
    }

    void aBrokenOneIsAFaultOfTheList()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("1-broken.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"title\": 1}");
        file.close();
        const CureList list = readCures(dir.path());
        QVERIFY(list.cures.empty());
        QCOMPARE(list.faults.size(), 1);
        QVERIFY(list.faults.first().startsWith(QStringLiteral("1-broken.json: title: ")));
    }

    void theirNumbers_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<double>("beforeLow");
        QTest::addColumn<double>("beforeHigh");
        QTest::addColumn<double>("afterLow");
        QTest::addColumn<double>("afterHigh");
        QTest::newRow("clipping") << "Clipping" << 1500.0 << 2500.0 << 1500.0 << 2500.0; // it does not touch ∂L/∂h(t)
        QTest::newRow("initialisation") << "Initialisation" << 1e-12 << 1e-11 << 0.8 << 1.0;
        QTest::newRow("irnn") << "relu with identity (IRNN)" << 5e-4 << 2e-3 << 0.3 << 1.0;
        QTest::newRow("gating") << "Gating" << 1e-10 << 1e-9 << 0.4 << 0.6;
        QTest::newRow("input scale") << "Smaller inputs" << 1e-4 << 1e-3 << 0.7 << 1.0;
    }

    void theirNumbers()
    {
        QFETCH(QString, title);
        QFETCH(double, beforeLow);
        QFETCH(double, beforeHigh);
        QFETCH(double, afterLow);
        QFETCH(double, afterHigh);
        const Cure cure = cureCalled(title);
        const double before = kept(cure.before);
        const double after = kept(cure.after);
        QVERIFY2(beforeLow < before && before < beforeHigh, qPrintable(QString::number(before)));
        QVERIFY2(afterLow < after && after < afterHigh, qPrintable(QString::number(after)));
    }

    void clippingLeavesTheCurveAndCutsTheParameters()
    {
        const Cure cure = cureCalled(QStringLiteral("Clipping"));
        QCOMPARE(kept(cure.before), kept(cure.after));
        const double norm = parameterNorm(cure.after);
        QVERIFY(norm > 1000);
        QCOMPARE(cure.after.clip.value(), 5.0);
    }

    void noRecipeButTheTwoKeepsTheGradient()
    {
        const Experiment before = cureCalled(QStringLiteral("Initialisation")).before;
        for (const auto &[recipe, rho, keeps] :
            {std::tuple(Recipe::Gaussian, 0.51, false), {Recipe::GlorotUniform, 0.66, false},
                {Recipe::Identity, 1.0, true}, {Recipe::Orthogonal, 1.0, true}}) {
            const Document document(withRecipe(before, recipe));
            const Spectrum &spectrum = document.result()->report.spectrum;
            QVERIFY(std::abs(spectrum.radius.value() - rho) < 0.01);
            QVERIFY(std::abs(spectrum.sigmaMax - 1) < 1e-9);
            const double left = kept(document.experiment());
            QVERIFY(keeps ? left > 0.5 : left < 1e-7);
        }
    }

    void reluAndIdentityDoItOnlyTogether()
    {
        const Cure cure = cureCalled(QStringLiteral("relu with identity (IRNN)"));
        const double relu = kept(withRecipe(cure.after, Recipe::Gaussian));
        QVERIFY2(1e-9 < relu && relu < 1e-7, qPrintable(QString::number(relu))); // "eight decades are lost"
        QVERIFY(kept(withPhi(cure.after, Activation::Tanh)) < 0.1 * kept(cure.after));
    }

    void theForgetGatesOfTheLstmMultiplyToAboutHalf()
    {
        const Document document(cureCalled(QStringLiteral("Gating")).after);
        const StepSeries &carried = document.result()->report.gatedPath;
        const double product = carried.front().value() / carried.back().value();
        QVERIFY2(0.4 < product && product < 0.6, qPrintable(QString::number(product)));
    }

    void theInputsOfTheLastAreTheSameButForTheirScale()
    {
        const Cure cure = cureCalled(QStringLiteral("Smaller inputs"));
        QCOMPARE(cure.before.data.scale, 1.0);
        QCOMPARE(cure.after.data.scale, 0.05);
        QVERIFY(cure.after.sequence.at("x").isApprox(0.05 * cure.before.sequence.at("x"), 1e-12));
    }
};

UNFOLD_TEST(CuresTest)
#include "cures_test.moc"
