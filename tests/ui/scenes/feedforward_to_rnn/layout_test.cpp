// The geometry of the transition: its ends, that nothing jumps on the way, and that nothing leaves the page.
#include "tests/support/test_program.h"
#include "ui/scenes/feedforward_to_rnn/layout.h"

#include "core/circuit/parameter_count.h"
#include "ui/style/theme.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace unfold;

namespace {

FoldedInput inputOf(const LayerSizes &sizes, QSizeF size = {500, 340})
{
    FoldedInput input;
    input.circuit = recurrentOver(sizes);
    input.size = size;
    input.fonts.symbol = [](const std::string &) { return QSizeF(14, 14); };
    input.fonts.note = [](const std::string &text) { return QSizeF(7.0 * static_cast<double>(text.size()), 14); };
    return input;
}

bool same(const Curve &a, const Curve &b)
{
    return a.start == b.start && a.control0 == b.control0 && a.control1 == b.control1 && a.end == b.end;
}

/// Every place of a picture, in one order.
std::vector<QPointF> placesOf(const FeedforwardToRnnPicture &picture)
{
    std::vector<QPointF> places;
    for (const Neuron &neuron : picture.neurons)
        places.push_back(neuron.disc.centre);
    for (const Synapse &synapse : picture.synapses)
        places.insert(places.end(), {synapse.line.p1(), synapse.line.p2()});
    for (const LayerFrame &frame : picture.frames)
        places.insert(places.end(), {frame.box.topLeft(), frame.box.bottomRight()});
    for (const NodeShape &node : picture.nodes)
        places.push_back(node.disc.centre);
    for (const auto &[edge, share] : picture.edges) // a loop begins to grow at its start
        places.push_back(edge.parameter == "W" && share <= 0 ? edge.curve.start : edge.curve.end);
    for (const DelaySquare &square : picture.squares)
        places.insert(places.end(), {square.box.topLeft(), square.box.bottomRight()});
    for (const auto &[label, share] : picture.labels)
        places.push_back(label.box.center());
    return places;
}

std::vector<double> sharesOf(const FeedforwardToRnnPicture &picture)
{
    std::vector<double> shares{picture.many, picture.frame, picture.names};
    for (const auto &[label, share] : picture.labels)
        shares.push_back(share);
    return shares;
}

} // namespace

class LayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void inTheEndItIsTheFoldedDrawing()
    {
        for (const QSizeF size : {QSizeF(500, 340), QSizeF(280, 300), QSizeF(900, 500)}) {
            const FoldedInput input = inputOf({3, 4, 2}, size);
            const FoldedLayout folded = layOutFolded(input);
            const FeedforwardToRnnPicture end = layOutTransition(input, 1);
            QCOMPARE(end.many, 0.0);
            QCOMPARE(end.names, 1.0);
            QCOMPARE(end.letterFactor, folded.letterFactor);
            QCOMPARE(end.nodes.size(), folded.nodes.size());
            for (size_t i = 0; i < folded.nodes.size(); ++i) {
                QVERIFY(end.nodes[i].disc.centre == folded.nodes[i].disc.centre);
                QVERIFY(end.nodes[i].disc.radius == folded.nodes[i].disc.radius);
                QVERIFY(end.nodes[i].element == folded.nodes[i].element);
            }
            QCOMPARE(end.edges.size(), folded.edges.size());
            for (size_t i = 0; i < folded.edges.size(); ++i) {
                QCOMPARE(end.edges[i].share, 1.0);
                QVERIFY(same(end.edges[i].shape.curve, folded.edges[i].curve));
                QVERIFY(folded.edges[i].lead.empty());
                QCOMPARE(end.edges[i].shape.parameter, folded.edges[i].parameter);
            }
            QCOMPARE(end.squares.size(), size_t(1));
            QVERIFY(end.squares[0].box == folded.squares[0].box);
            QCOMPARE(end.labels.size(), folded.labels.size());
            for (size_t i = 0; i < folded.labels.size(); ++i) {
                QCOMPARE(end.labels[i].share, 1.0);
                QVERIFY(end.labels[i].shape.box == folded.labels[i].box);
            }
        }
    }

    void inTheBeginningEveryUnitIsJoinedToEveryUnitOfTheNextLayer()
    {
        const LayerSizes sizes{3, 4, 2};
        const FoldedInput input = inputOf(sizes);
        const FeedforwardToRnnPicture start = layOutTransition(input, 0);
        QCOMPARE(start.many, 1.0);
        QCOMPARE(start.names, 0.0);
        QCOMPARE(start.neurons.size(), size_t(3 + 4 + 2));
        std::map<std::string, std::set<std::pair<double, double>>> lines; // by parameter: from and to, by height
        for (const Synapse &synapse : start.synapses)
            lines[synapse.parameter].insert({synapse.line.y1(), synapse.line.y2()});
        QCOMPARE(lines["U"].size(), size_t(4 * 3));
        QCOMPARE(lines["V"].size(), size_t(2 * 4));
        QCOMPARE(start.synapses.size(), size_t(4 * 3 + 2 * 4));
        for (const auto &[edge, share] : start.edges)
            QCOMPARE(share, 0.0);
        for (const DelaySquare &square : start.squares)
            QVERIFY(square.box.isEmpty());
        for (const auto &[label, share] : start.labels)
            QCOMPARE(share, 0.0);
    }

    void itStartsFromLeftToRightAndEndsFromBelowToAbove()
    {
        const FoldedInput input = inputOf({3, 4, 2});
        const FeedforwardToRnnPicture start = layOutTransition(input, 0);
        const auto at
            = [](const FeedforwardToRnnPicture &picture, size_t node) { return picture.nodes[node].disc.centre; };
        QVERIFY(at(start, 0).x() < at(start, 1).x() && at(start, 1).x() < at(start, 2).x());
        QVERIFY(std::abs(at(start, 0).y() - at(start, 2).y()) < 1e-9);
        const FeedforwardToRnnPicture end = layOutTransition(input, 1);
        QVERIFY(at(end, 0).y() > at(end, 1).y() && at(end, 1).y() > at(end, 2).y());
    }

    /// After each step what it promises is done, and the next has not begun.
    void theStepsComeOneAfterTheOther()
    {
        const FoldedInput input = inputOf({3, 4, 2});
        const FeedforwardToRnnPicture squashed = layOutTransition(input, 0.25);
        for (const Neuron &neuron : squashed.neurons) { // within the circle of its layer
            const QRectF frame = squashed.frames[static_cast<size_t>(neuron.node)].box;
            QCOMPARE(frame.width(), frame.height());
            QVERIFY(distance(neuron.disc.centre, frame.center()) + neuron.disc.radius < frame.width() / 2);
        }
        QCOMPARE(squashed.many, 1.0);
        const FeedforwardToRnnPicture oneLine = layOutTransition(input, 0.5);
        QCOMPARE(oneLine.many, 0.0);
        QCOMPARE(oneLine.names, 1.0);
        for (const Synapse &synapse : oneLine.synapses)
            for (const auto &[edge, share] : oneLine.edges)
                if (edge.parameter == synapse.parameter) {
                    QVERIFY(distance(edge.curve.start, synapse.line.p1()) < 1e-9);
                    QVERIFY(distance(edge.curve.end, synapse.line.p2()) < 1e-9);
                    QCOMPARE(share, 1.0);
                }
        QVERIFY(std::abs(oneLine.nodes[0].disc.centre.y() - oneLine.nodes[1].disc.centre.y()) < 1e-9);
        const FeedforwardToRnnPicture turned = layOutTransition(input, 0.75);
        const FoldedLayout folded = layOutFolded(input);
        for (size_t i = 0; i < folded.nodes.size(); ++i)
            QVERIFY(turned.nodes[i].disc.centre == folded.nodes[i].disc.centre);
        QVERIFY(turned.squares[0].box.isEmpty());
    }

    void nothingJumps_data()
    {
        QTest::addColumn<int>("hidden");
        QTest::newRow("as drawn") << 4;
        QTest::newRow("one unit") << 1;
        QTest::newRow("seven units") << 7;
    }

    void nothingJumps()
    {
        QFETCH(int, hidden);
        const FoldedInput input = inputOf({3, hidden, 2});
        constexpr int frames = 2000;
        std::vector<QPointF> before = placesOf(layOutTransition(input, 0));
        std::vector<double> seen = sharesOf(layOutTransition(input, 0));
        for (int i = 1; i <= frames; ++i) {
            const FeedforwardToRnnPicture picture = layOutTransition(input, static_cast<double>(i) / frames);
            const std::vector<QPointF> now = placesOf(picture);
            const std::vector<double> shares = sharesOf(picture);
            QCOMPARE(now.size(), before.size());
            for (size_t k = 0; k < now.size(); ++k)
                QVERIFY2(distance(now[k], before[k]) < 3, qPrintable(QString::number(i)));
            for (size_t k = 0; k < shares.size(); ++k)
                QVERIFY(std::abs(shares[k] - seen[k]) < 0.02);
            before = now;
            seen = shares;
        }
    }

    void nothingLeavesThePage()
    {
        for (const QSizeF size : {QSizeF(380, 330), QSizeF(500, 330), QSizeF(800, 340)}) {
            const FoldedInput input = inputOf({3, 4, 2}, size);
            const QRectF page({0, 0}, size);
            for (int i = 0; i <= 100; ++i) {
                const FeedforwardToRnnPicture picture = layOutTransition(input, i / 100.0);
                for (const LayerFrame &frame : picture.frames)
                    QVERIFY2(page.contains(frame.box), qPrintable(QString::number(i)));
                for (const auto &[edge, share] : picture.edges)
                    QVERIFY(page.contains(edge.curve.start) && page.contains(edge.curve.end));
                for (const auto &[label, share] : picture.labels)
                    QVERIFY(share <= 0 || page.contains(label.box.center()));
            }
        }
    }

    void withoutRoomThereIsNothing() { QVERIFY(layOutTransition(inputOf({3, 4, 2}, {}), 0.5).nodes.empty()); }
};

UNFOLD_GUILESS_TEST(LayoutTest)
#include "layout_test.moc"
