// A formula's grids are kept for the next formula, and do nothing while they are not needed.
#include "tests/support/experiments.h"
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "ui/inspector/inspector_expression.h"

#include <QSignalSpy>

using namespace unfold;

namespace {

ExpressionItem grid(int node)
{
    ExpressionItem item;
    item.numbers = Matrix::Constant(2, 1, 0.5);
    item.element = ElementRef::ofNode(node, 1);
    item.name = QStringLiteral("h");
    item.entryName = [](int, int) { return QStringLiteral("h"); };
    return item;
}

} // namespace

class InspectorExpressionTest : public QObject
{
    Q_OBJECT

private slots:
    void aGridThatIsNotNeededAnyMoreHearsNoKeys()
    {
        InspectorExpression expression;
        expression.setItems({grid(0), grid(1)}, circuitOf(test::smallElman()));
        present(expression);
        NumberGrid *second = expression.grids().at(1);
        QSignalSpy visited(&expression, &InspectorExpression::visited);
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(visited.count(), 1);
        QCOMPARE(visited[0][0].value<ElementRef>().node, 1);

        expression.setItems({grid(0)}, circuitOf(test::smallElman()));
        QVERIFY(!second->isVisible());
        QTest::keyClick(second, Qt::Key_Return); // the focus may still be there
        QTest::keyClick(second, Qt::Key_Down);
        QCOMPARE(visited.count(), 1);
    }
};

UNFOLD_TEST(InspectorExpressionTest)
#include "inspector_expression_test.moc"
