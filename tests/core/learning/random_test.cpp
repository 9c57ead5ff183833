// The generators against published outputs, the distributions against what is known of them.
#include "core/learning/random.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace unfold;

class RandomTest : public QObject
{
    Q_OBJECT

private slots:
    void splitMix64GivesItsPublishedNumbers();
    void xoshiroGivesItsPublishedNumbers();
    void fnv1aGivesItsPublishedHashes();
    void logarithmAgreesWithTheLibrary();
    void normalsAreThoseRecorded();
    void streamsOfOtherNamesAndSeedsDiffer();
    void uniformStaysInItsInterval();
    void normalHasTheMomentsOfANormal();
    void belowReachesEachNumberAlike();
};

void RandomTest::splitMix64GivesItsPublishedNumbers()
{
    std::uint64_t state = 1234567;
    QCOMPARE(splitMix64(state), 6457827717110365317U);
    QCOMPARE(splitMix64(state), 3203168211198807973U);
    QCOMPARE(splitMix64(state), 9817491932198370423U);
}

void RandomTest::xoshiroGivesItsPublishedNumbers()
{
    Xoshiro256 generator({1, 2, 3, 4});
    for (const std::uint64_t expected : {11520UL, 0UL, 1509978240UL, 1215971899390074240UL})
        QCOMPARE(generator.next(), expected);
}

void RandomTest::fnv1aGivesItsPublishedHashes()
{
    QCOMPARE(fnv1a(""), 0xcbf29ce484222325U);
    QCOMPARE(fnv1a("a"), 0xaf63dc4c8601ec8cU);
    QCOMPARE(fnv1a("foobar"), 0x85944171f73967e8U);
}

void RandomTest::logarithmAgreesWithTheLibrary()
{
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        const double expected = std::log(x);
        QVERIFY2(std::abs(portableLog(x) - expected) <= 2 * std::numeric_limits<double>::epsilon() * std::abs(expected),
            qPrintable(QString::number(x)));
    }
    for (double x = 0.5; x < 2; x += 1e-3)
        QVERIFY(std::abs(portableLog(x) - std::log(x)) <= 4e-16 * std::max(0.5, std::abs(std::log(x))));
    QCOMPARE(portableLog(1), 0.0);
}

void RandomTest::normalsAreThoseRecorded()
{
    // Recorded from an independent program (Python's integers and math.log).
    RandomStream stream(1, "x");
    for (const double expected : {0.555841704950892, -0.5152396530197111, 0.6805730306844823, -0.7666660946285491})
        QVERIFY(std::abs(stream.normal() - expected) < 1e-14);
}

void RandomTest::streamsOfOtherNamesAndSeedsDiffer()
{
    const double w = RandomStream(1, "W").uniform();
    QCOMPARE(RandomStream(1, "W").uniform(), w);
    QVERIFY(RandomStream(1, "U").uniform() != w);
    QVERIFY(RandomStream(2, "W").uniform() != w);
    QVERIFY(RandomStream(0, "").uniform() != w);
}

void RandomTest::uniformStaysInItsInterval()
{
    RandomStream stream(3, "uniform");
    double least = 1;
    double most = 0;
    for (int i = 0; i < 100000; ++i) {
        const double u = stream.uniform();
        least = std::min(least, u);
        most = std::max(most, u);
    }
    QVERIFY(least >= 0 && least < 1e-3);
    QVERIFY(most < 1 && most > 1 - 1e-3);
}

void RandomTest::normalHasTheMomentsOfANormal()
{
    RandomStream stream(5, "normal");
    constexpr int count = 200000;
    std::array<double, 5> moment{};
    for (int i = 0; i < count; ++i) {
        const double z = stream.normal();
        for (size_t k = 1; k < moment.size(); ++k)
            moment[k] += std::pow(z, static_cast<double>(k)) / count;
    }
    // Five standard errors of each: √(1/n), √(2/n), √(15/n), √(96/n).
    QVERIFY(std::abs(moment[1]) < 5 * std::sqrt(1.0 / count));
    QVERIFY(std::abs(moment[2] - 1) < 5 * std::sqrt(2.0 / count));
    QVERIFY(std::abs(moment[3]) < 5 * std::sqrt(15.0 / count));
    QVERIFY(std::abs(moment[4] - 3) < 5 * std::sqrt(96.0 / count));
}

void RandomTest::belowReachesEachNumberAlike()
{
    RandomStream stream(1, "y");
    for (const std::uint64_t expected : {2, 4, 2, 1, 3, 0, 1, 4, 1, 0, 2, 1}) // recorded from the independent program
        QCOMPARE(stream.below(5), expected);
    std::array<int, 3> seen{};
    for (int i = 0; i < 30000; ++i)
        ++seen[stream.below(3)];
    for (const int count : seen)
        QVERIFY(std::abs(count - 10000) < 5 * 82); // five standard deviations
    QCOMPARE(stream.below(1), 0U);
}

UNFOLD_GUILESS_TEST(RandomTest)
#include "random_test.moc"
