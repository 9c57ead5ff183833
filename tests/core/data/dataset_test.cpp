// Sources turned into numbers.
#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {

DataSource text(const std::string &letters, TextSource::Unit unit = TextSource::Unit::Characters)
{
    return {.kind = TextSource{.text = letters, .unit = unit}, .scale = 1};
}

DataSource series(const std::vector<double> &values, bool standardised, const std::vector<std::string> &labels = {})
{
    return {.kind = SeriesSource{.title = "s", .labels = labels, .values = values, .standardised = standardised},
        .scale = 1};
}

DataSource random(std::uint64_t seed)
{
    return {.kind = RandomSource{seed}, .scale = 1};
}

QString refusal(const DataSource &source, int steps = 10)
{
    try {
        makeDataset(source, steps, 1, 1);
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return "accepted";
}

using Labels = std::vector<std::string>;
using Classes = std::vector<int>;

} // namespace

class DatasetTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsOneHotAndPredictsTheNext();
    void textOfWords();
    void textIsCutToTheSteps();
    void seriesAsItIs();
    void seriesStandardised();
    void constantSeriesKeepsItsUnit();
    void hugeSeriesDoesNotOverflow();
    void randomIsReproducible();
    void zeroIsZero();
    void scaleMultipliesInputsOnly();
    void longestSequenceIsKnown();
    void badSourcesAreRefused_data();
    void badSourcesAreRefused();
};

void DatasetTest::textIsOneHotAndPredictsTheNext()
{
    const Dataset data = makeDataset(text("hello"), 100, 9, 9);
    QCOMPARE(data.vocabulary, (Labels{"h", "e", "l", "o"}));
    Matrix expected(4, 4); // columns h e l l
    expected << 1, 0, 0, 0, //
        0, 1, 0, 0, //
        0, 0, 1, 1, //
        0, 0, 0, 0;
    QCOMPARE(data.x, expected);
    QCOMPARE(data.nextClasses, (Classes{1, 2, 2, 3}));
    QCOMPARE(data.stepLabels, (Labels{"h", "e", "l", "l"}));
    QCOMPARE(data.nextValues.size(), 0);
    QCOMPARE(makeDataset(text("a b"), 9, 1, 1).stepLabels, (Labels{"a", "␣"}));
}

void DatasetTest::textOfWords()
{
    const Dataset data = makeDataset(text("to be, or to", TextSource::Unit::Words), 100, 1, 1);
    QCOMPARE(data.vocabulary, (Labels{"to", "be", ",", "or"}));
    QCOMPARE(data.nextClasses, (Classes{1, 2, 3, 0}));
}

void DatasetTest::textIsCutToTheSteps()
{
    const Dataset data = makeDataset(text("abcd"), 2, 1, 1);
    QCOMPARE(data.x.cols(), 2);
    QCOMPARE(data.x.rows(), 4); // the vocabulary is that of the whole text
    QCOMPARE(data.nextClasses, (Classes{1, 2}));
    QCOMPARE(data.stepLabels, (Labels{"a", "b"}));
}

void DatasetTest::seriesAsItIs()
{
    const Dataset data = makeDataset(series({5, 11, 16}, false, {"1700", "1701", "1702"}), 9, 1, 1);
    QCOMPARE(data.x, Matrix(Eigen::RowVector2d(5, 11)));
    QCOMPARE(data.nextValues, Matrix(Eigen::RowVector2d(11, 16)));
    QCOMPARE(data.stepLabels, (Labels{"1700", "1701"}));
    QCOMPARE(data.scaling.mean, 0.0);
    QCOMPARE(data.scaling.deviation, 1.0);
    QVERIFY(data.nextClasses.empty());
}

void DatasetTest::seriesStandardised()
{
    const Dataset data
        = makeDataset(series({2, 4, 4, 4, 5, 5, 7, 9}, true), 3, 1, 1); // mean 5, deviation 2 of all eight
    QCOMPARE(data.scaling.mean, 5.0);
    QCOMPARE(data.scaling.deviation, 2.0);
    QCOMPARE(data.x, Matrix(Eigen::RowVector3d(-1.5, -0.5, -0.5)));
    QCOMPARE(data.nextValues, Matrix(Eigen::RowVector3d(-0.5, -0.5, -0.5)));
}

void DatasetTest::constantSeriesKeepsItsUnit()
{
    const Dataset data = makeDataset(series({0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, true), 9, 1, 1);
    QCOMPARE(data.x, Matrix(Matrix::Zero(1, 5)));
    QCOMPARE(data.scaling.mean, 0.1);
    QCOMPARE(data.scaling.deviation, 1.0);
    QCOMPARE(makeDataset(series({0, 0}, true), 9, 1, 1).x(0, 0), 0.0);
}

void DatasetTest::hugeSeriesDoesNotOverflow()
{
    const Dataset data = makeDataset(series({1e308, -1e308, 1e308, -1e308}, true), 9, 1, 1);
    QVERIFY(std::abs(data.x(0, 0) - 1) < 1e-12);
    QVERIFY(std::abs(data.x(0, 1) + 1) < 1e-12);
}

void DatasetTest::randomIsReproducible()
{
    const Dataset data = makeDataset(random(3), 50, 4, 6);
    QCOMPARE(data.x.rows(), 4);
    QCOMPARE(data.x.cols(), 50);
    QCOMPARE(data.nextClasses.size(), 50U);
    for (const int y : data.nextClasses)
        QVERIFY(y >= 0 && y < 6);
    const Dataset longer = makeDataset(random(3), 80, 4, 6);
    QCOMPARE(Matrix(longer.x.leftCols(50)), data.x); // more steps change none of the first
    QVERIFY(std::equal(data.nextClasses.begin(), data.nextClasses.end(), longer.nextClasses.begin()));
    QVERIFY(makeDataset(random(4), 50, 4, 6).x != data.x);
    QVERIFY(std::abs(data.x.squaredNorm() / 200 - 1) < 5 * std::sqrt(2.0 / 200));
}

void DatasetTest::zeroIsZero()
{
    const Dataset data = makeDataset({.kind = ZeroSource{}, .scale = 1}, 7, 3, 2);
    QCOMPARE(data.x, Matrix(Matrix::Zero(3, 7)));
    QVERIFY(data.nextClasses.empty());
}

void DatasetTest::scaleMultipliesInputsOnly()
{
    DataSource source = series({1, 2, 3}, false);
    source.scale = 0.5;
    const Dataset data = makeDataset(source, 9, 1, 1);
    QCOMPARE(data.x, Matrix(Eigen::RowVector2d(0.5, 1)));
    QCOMPARE(data.nextValues, Matrix(Eigen::RowVector2d(2, 3)));
}

void DatasetTest::longestSequenceIsKnown()
{
    QCOMPARE(longestSequence(text("hello")), 4);
    QCOMPARE(longestSequence(series({1, 2, 3}, true)), 2);
    QCOMPARE(longestSequence(random(1)), -1);
    QCOMPARE(longestSequence({.kind = ZeroSource{}, .scale = 1}), -1);
    QCOMPARE(longestSequence({.kind = GivenSource{}, .scale = 1}), -1);
    QVERIFY_THROWS_EXCEPTION(InputError, longestSequence(text("a")));
}

void DatasetTest::badSourcesAreRefused_data()
{
    QTest::addColumn<QVariant>("index");
    QTest::addColumn<QString>("message");
    const char *names[] = {"empty text", "one character", "one word", "no word", "not UTF-8", "empty series",
        "one value", "NaN", "labels", "given"};
    const char *givenAnew = "data: the sequence is in the file as numbers and cannot be made anew; "
                            "expected a text, a series, random or zero input";
    const char *messages[] = {
        "text: the text is empty; expected at least two characters: the task is to predict the next one",
        "text: the text has one character only; expected at least two characters: the task is to predict the next one",
        "text: the text has one word only; expected at least two words: the task is to predict the next one",
        "text: the text has no word; expected at least two words: the task is to predict the next one",
        "text: byte 2 is not valid UTF-8; expected a text in UTF-8",
        "series: the series is empty; expected at least two values: the task is to predict the next one",
        "series: the series has one value only; expected at least two values: the task is to predict the next one",
        "series.values[1]: the value is not finite; expected a finite number",
        "series.labels: there are 1 labels; expected 2, one for each value, or none",
        givenAnew,
    };
    for (int i = 0; i < 10; ++i)
        QTest::newRow(names[i]) << QVariant(i) << QString(messages[i]);
}

void DatasetTest::badSourcesAreRefused()
{
    QFETCH(QVariant, index);
    QFETCH(QString, message);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<DataSource> sources{
        text(""),
        text("x"),
        text("word", TextSource::Unit::Words),
        text(" \n", TextSource::Unit::Words),
        text("a\xff"),
        series({}, true),
        series({1}, true),
        series({1, nan}, false),
        series({1, 2}, false, {"one"}),
        {.kind = GivenSource{}, .scale = 1},
    };
    QCOMPARE(refusal(sources[index.toUInt()]), message);
    if (index.toInt() > 0)
        return;
    QCOMPARE(refusal(text("ab"), 0), QString("steps: 0 steps; expected at least 1"));
    DataSource scaled = text("ab");
    scaled.scale = nan;
    QCOMPARE(refusal(scaled), QString("data.scale: the scale is not finite; expected a finite number"));
}

UNFOLD_GUILESS_TEST(DatasetTest)
#include "dataset_test.moc"
