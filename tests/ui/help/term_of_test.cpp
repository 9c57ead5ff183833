#include "tests/support/test_program.h"
#include "ui/help/term_of.h"

#include "core/circuit/catalogue.h"
#include "ui/help/glossary.h"
#include "ui/style/theme.h"

#include <QTest>

using namespace unfold;

namespace {

Circuit circuit(const char *name)
{
    return makeCircuit(name, {});
}

QString first(const Circuit &circuit, const ElementRef &element)
{
    return termsOf(circuit, nullptr, element).value(0);
}

} // namespace

class TermOfTest : public QObject
{
    Q_OBJECT

private slots:
    void theSymbolsOfTheTextbook_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("term");
        QTest::newRow("W") << "W"
                           << "recurrent-weight";
        QTest::newRow("U") << "U"
                           << "input-weight";
        QTest::newRow("V") << "V"
                           << "output-weight";
        QTest::newRow("b") << "b"
                           << "bias";
        QTest::newRow("c") << "c"
                           << "bias";
    }
    void theSymbolsOfTheTextbook()
    {
        QFETCH(QString, symbol);
        QFETCH(QString, term);
        const Circuit elman = circuit("elman");
        QCOMPARE(first(elman, ElementRef::ofParameter(symbol.toStdString())), term);
        const SymbolRef ref{SymbolRef::Kind::Parameter, symbol.toStdString(), 0};
        QCOMPARE(termsOf(elman, nullptr, ref).value(0), term);
        QVERIFY(termsOf(elman, nullptr, ref).contains(QStringLiteral("weight-sharing")));
    }

    void nodesByTheirRole()
    {
        const Circuit elman = circuit("elman");
        QCOMPARE(first(elman, ElementRef::ofNode(elman.indexOf("x"))), QStringLiteral("input"));
        QCOMPARE(termsOf(elman, nullptr, ElementRef::ofNode(elman.indexOf("h"), 3)),
            (QStringList{QStringLiteral("hidden-state"), QStringLiteral("tanh")}));
        QCOMPARE(first(elman, ElementRef::ofNode(elman.indexOf("o"))), QStringLiteral("output"));
        const Circuit lstm = circuit("lstm");
        QCOMPARE(first(lstm, ElementRef::ofNode(lstm.indexOf("f"))), QStringLiteral("gate"));
        QCOMPARE(first(lstm, ElementRef::ofNode(lstm.indexOf("k"))), QStringLiteral("node"));
    }

    void arrowsByWhatTheyCarry()
    {
        const Circuit elman = circuit("elman");
        const int h = elman.indexOf("h");
        const auto &terms = elman.nodes[size_t(h)].terms;
        for (int t = 0; t < int(terms.size()); ++t) {
            const QStringList found = termsOf(elman, nullptr, ElementRef::ofEdge(h, t, 4));
            QCOMPARE(found.value(0),
                terms[size_t(t)].parameter == "W" ? QStringLiteral("recurrent-weight")
                                                  : QStringLiteral("input-weight"));
            QCOMPARE(found.contains(QStringLiteral("delay")), terms[size_t(t)].delay != 0);
        }
    }

    void lossTargetAndPreActivation()
    {
        const Circuit elman = circuit("elman");
        Loss loss;
        loss.kind = LossKind::SquaredError;
        QCOMPARE(termsOf(elman, &loss, ElementRef::ofLoss(2)),
            (QStringList{QStringLiteral("loss"), QStringLiteral("squared-error")}));
        QCOMPARE(first(elman, ElementRef::ofTarget()), QStringLiteral("target"));
        QCOMPARE(termsOf(elman, nullptr, SymbolRef{SymbolRef::Kind::PreActivation, "h", 0}).value(0),
            QStringLiteral("pre-activation"));
        QVERIFY(termsOf(elman, nullptr, ElementRef{}).isEmpty());
    }

    void everythingDrawnInEveryCircuitIsInTheGlossary()
    {
        loadFonts();
        const Glossary glossary = Glossary::shipped();
        for (const CatalogueEntry &entry : catalogue()) {
            const Circuit c = circuit(entry.name.c_str());
            const auto known = [&](const ElementRef &element) {
                const QStringList terms = termsOf(c, nullptr, element);
                return !terms.isEmpty()
                    && std::all_of(terms.begin(), terms.end(), [&](const QString &id) { return glossary.find(id); });
            };
            QVERIFY2(!glossary.mentionsIn(QString::fromStdString(entry.title)).empty(), entry.title.c_str());
            for (int n = 0; n < int(c.nodes.size()); ++n) {
                QVERIFY(known(ElementRef::ofNode(n)));
                for (int t = 0; t < int(c.nodes[size_t(n)].terms.size()); ++t)
                    QVERIFY(known(ElementRef::ofEdge(n, t)));
            }
        }
        for (const Activation a : {Activation::Identity, Activation::Tanh, Activation::Sigmoid, Activation::Relu})
            QVERIFY(glossary.find(termOf(a)));
        for (const LossKind kind : {LossKind::CrossEntropy, LossKind::SquaredError})
            QVERIFY(glossary.find(termOf(kind)));
    }
};

UNFOLD_TEST(TermOfTest)
#include "term_of_test.moc"
