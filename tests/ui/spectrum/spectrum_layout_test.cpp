// Where eigenvalues and singular values stand, by geometry alone.
#include "tests/support/test_program.h"
#include "ui/spectrum/spectrum_layout.h"

#include <QTest>

#include <cmath>

using namespace unfold;

namespace {

FullSpectrum spectrumWith(double length)
{
    return {{std::polar(length, 0.5), std::polar(length, -0.5), -0.25}, {1.5 * length, 0.5}};
}

} // namespace

class SpectrumLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPointIsInTheRoom_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<QSizeF>("size");
        for (const double length : {1e-9, 0.3, 1.0, 1.19, 1.7, 2.0, 47.0, 1e6})
            for (const QSizeF &size : {QSizeF(180, 130), QSizeF(268, 190), QSizeF(600, 400)})
                QTest::addRow("%g, %g wide", length, size.width()) << length << size;
    }
    void everyPointIsInTheRoom()
    {
        QFETCH(double, length);
        QFETCH(QSizeF, size);
        const QRectF room(QPointF(), size);
        const SpectrumLayout layout = layOutSpectrum(spectrumWith(length), room, 1, 16);
        QVERIFY(room.contains(layout.plane));
        QVERIFY(room.contains(layout.bars));
        QVERIFY(!layout.plane.intersects(layout.bars));
        for (const QPointF &point : layout.eigenvalues)
            QVERIFY(layout.plane.contains(point));
        for (const QPointF &top : layout.singularValues)
            QVERIFY(layout.bars.contains(top));
    }

    void imaginaryIsUpAndOneIsTheCircle()
    {
        const SpectrumLayout layout = layOutSpectrum({{{0, 1}, {0, -1}}, {1, 1}}, {0, 0, 268, 190}, 1, 16);
        QCOMPARE(layout.eigenvalues[0], layout.origin - QPointF(0, layout.perUnit));
        QCOMPARE(layout.eigenvalues[1], layout.origin + QPointF(0, layout.perUnit));
        QCOMPARE(layout.singularValues[0].y(), layout.bars.bottom() - layout.perStretch);
    }

    /// While the slider is dragged from 0 to 1.15 the points move and the circle stands.
    void theCircleStandsWhileThePointsMove()
    {
        const QRectF room(0, 0, 268, 190);
        const double first = layOutSpectrum(spectrumWith(0.01), room, 1, 16).perUnit;
        for (const double length : {0.5, 0.9, 1.0, 1.15})
            QCOMPARE(layOutSpectrum(spectrumWith(length), room, 1, 16).perUnit, first);
        QVERIFY(layOutSpectrum(spectrumWith(1.7), room, 1, 16).perUnit < first);
    }

    void theNearestIsHit()
    {
        const SpectrumLayout layout = layOutSpectrum(spectrumWith(1), {0, 0, 268, 190}, 1, 16);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(layout.eigenvalueAt(layout.eigenvalues[size_t(i)] + QPointF(3, -2), 14), i);
        QCOMPARE(layout.eigenvalueAt(layout.plane.topLeft(), 14), -1);
    }

    void withoutEigenvaluesTheSingularValuesHaveTheRoom()
    {
        const SpectrumLayout layout = layOutSpectrum({{}, {2, 1}}, {0, 0, 268, 190}, 1, 16);
        QVERIFY(layout.eigenvalues.empty());
        QCOMPARE(layout.bars.left(), 0.0);
        QVERIFY(layOutSpectrum({}, {0, 0, 268, 190}, 1, 16).bars.isNull());
    }
};

UNFOLD_GUILESS_TEST(SpectrumLayoutTest)
#include "spectrum_layout_test.moc"
