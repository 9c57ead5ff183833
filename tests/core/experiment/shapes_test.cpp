// The five shapes in their smallest form are what they are called.
#include "core/experiment/shapes.h"

#include "core/circuit/unfold.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class ShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void eachHasItsShape()
    {
        for (const Shape shape : allShapes)
            QVERIFY2(shapeOf(smallestOf(shape)) == shape, titleOf(shape).data());
    }

    /// As in the figure of the textbooks: boxes of inputs, states and outputs.
    void eachHasTheBoxesOfTheFigure_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("states");
        QTest::addColumn<int>("outputs");
        QTest::newRow("one to one") << int(Shape::OneToOne) << 1 << 1 << 1;
        QTest::newRow("one to many") << int(Shape::OneToMany) << 1 << 3 << 3;
        QTest::newRow("many to one") << int(Shape::ManyToOne) << 3 << 3 << 1;
        QTest::newRow("many to many") << int(Shape::ManyToMany) << 3 << 3 << 3;
        QTest::newRow("unequal") << int(Shape::ManyToManyUnequal) << 3 << 5 << 2;
    }

    void eachHasTheBoxesOfTheFigure()
    {
        QFETCH(int, shape);
        const Experiment experiment = smallestOf(static_cast<Shape>(shape));
        const Circuit circuit = circuitOf(experiment);
        std::map<Role, int> count;
        for (const Vertex &v : unfold::unfold(circuit, stepsOf(experiment, circuit)).vertices)
            ++count[circuit.nodes[static_cast<std::size_t>(v.node)].role];
        QTEST(count[Role::Input], "inputs");
        QTEST(count[Role::State], "states");
        QTEST(count[Role::Output], "outputs");
    }
};

UNFOLD_GUILESS_TEST(ShapesTest)
#include "shapes_test.moc"
