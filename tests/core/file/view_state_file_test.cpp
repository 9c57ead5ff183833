// The view is kept with the experiment, and never stands in its way.
#include "core/file/experiment_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment elman()
{
    Experiment e;
    e.circuit = NamedCircuit{"elman", {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Tanh, {}, 1};
    e.steps = 8;
    return e;
}

ReadExperiment withView(const QByteArray &view)
{
    return readExperiment((R"({"format": "unfold-experiment", "version": 1, "steps": 8,
        "circuit": {"name": "elman", "sizes": {"x": 2, "h": 3, "o": 2}}, "view": )"
        + view + "}")
                              .toStdString());
}

ViewState everything(const ViewElement &selected)
{
    return {7, true, ViewWindow{2.25, 7.0 + 1.0 / 3}, "h", GradientOf::AllSteps, selected, true, true};
}

} // namespace

class ViewStateFileTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEntryReturns()
    {
        using Kind = ViewElement::Kind;
        for (const ViewElement &element :
            {ViewElement{Kind::Node, "h", 7, 2, -1, false}, ViewElement{Kind::Node, "x", 0, -1, -1, false},
                ViewElement{Kind::Parameter, "W", 0, -1, -1, false}, ViewElement{Kind::Edge, "h", 3, -1, 1, false},
                ViewElement{Kind::Loss, "", 8, -1, -1, false}, ViewElement{Kind::Target, "", 0, -1, -1, false}}) {
            const ReadExperiment read = readExperiment(writeExperiment(elman(), everything(element)));
            QVERIFY2(read.warnings.empty(), read.warnings.empty() ? "" : read.warnings.front().c_str());
            QVERIFY(read.view == everything(element));
            QVERIFY(read.experiment == elman());
        }
    }

    void aGateReturns()
    {
        Experiment lstm = elman();
        lstm.circuit = NamedCircuit{"lstm", {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Tanh, {}, 1};
        ViewState view;
        view.backward = false;
        view.gradientOf = GradientOf::LastStep;
        view.selected = ViewElement{ViewElement::Kind::Edge, "h", 0, -1, 0, true};
        const ReadExperiment read = readExperiment(writeExperiment(lstm, view));
        QVERIFY2(read.warnings.empty(), read.warnings.empty() ? "" : read.warnings.front().c_str());
        QVERIFY(read.view == view);
    }

    void withoutAViewNothingIsWritten()
    {
        QVERIFY(writeExperiment(elman()).find("view") == std::string::npos);
        QVERIFY(readExperiment(writeExperiment(elman())).view == ViewState{});
    }

    void whatIsNotUnderstoodIsSaidAndLeftOut_data()
    {
        QTest::addColumn<QByteArray>("view");
        QTest::addColumn<QString>("warning");
        const auto row = [](const char *view, const char *warning) {
            QTest::newRow(view) << QByteArray(view) << QString::fromUtf8(warning);
        };
        row("7", "view: the value is 7; expected an object");
        row("[]", "view: the value is a list of 0 entries");
        row(R"({"step": 0})", "view.step: the value is 0; expected a whole number from 1");
        row(R"({"step": 9})", "view.step: the value is 9; expected a step from 1 to 8");
        row(R"({"step": "x"})", "view.step: the value is the string");
        row(R"({"pass": "up"})", "view.pass: there is no pass called \"up\"; expected forward or backward");
        row(R"({"pass": 1})", "view.pass: the value is 1");
        row(R"({"window": [1]})", "view.window: the value is a list of 1 entry");
        row(R"({"window": [3, 3]})", "view.window: the window ends before it begins");
        row(R"({"watched": "q"})", "view.watched: the circuit has no node called \"q\"; expected one of x, h, o");
        row(R"({"watched": "x"})", "view.watched: \"x\" is an input");
        row(R"({"gradient_of": "first"})", "view.gradient_of: there is no loss called \"first\"");
        row(R"({"axis": "log"})", "view.axis: there is no axis called \"log\"; expected fixed or fit");
        row(R"({"axis": 1})", "view.axis: the value is 1");
        row(R"({"selected": {"kind": "cat"}})", "view.selected.kind: nothing of the kind \"cat\"");
        row(R"({"selected": {"kind": "node"}})", "view.selected.name: the key is missing");
        row(R"({"selected": {"kind": "node", "name": "q"}})", "view.selected.name: the circuit has no node");
        row(R"({"selected": {"kind": "node", "name": "h", "unit": 3}})", "view.selected.unit: the value is 3");
        row(R"({"selected": {"kind": "node", "name": "h", "step": 9}})", "view.selected.step: the value is 9");
        row(R"({"selected": {"kind": "parameter", "name": "Q"}})", "view.selected.name: the circuit has no parameter");
        row(R"({"selected": {"kind": "edge", "name": "h", "term": 2}})", "view.selected.term: the value is 2");
        row(R"({"selected": {"kind": "edge", "name": "h", "term": 0, "gate": true}})", "view.selected.gate: ");
    }

    void whatIsNotUnderstoodIsSaidAndLeftOut()
    {
        QFETCH(QByteArray, view);
        QFETCH(QString, warning);
        const ReadExperiment read = withView(view);
        QVERIFY(read.view == ViewState{});
        QCOMPARE(read.warnings.size(), size_t(1));
        const QString said = QString::fromStdString(read.warnings.front());
        QVERIFY2(said.startsWith(warning) && said.endsWith(QStringLiteral("; it is ignored")), qPrintable(said));
    }

    void theRestOfABrokenViewIsKept()
    {
        const ReadExperiment read = withView(R"({"step": -1, "pass": "backward", "colour": "red"})");
        QCOMPARE(read.warnings.size(), size_t(1));
        QCOMPARE(read.view.backward, std::optional(true));
    }
};

UNFOLD_GUILESS_TEST(ViewStateFileTest)
#include "view_state_file_test.moc"
