// Every golden case through `unfold trace`, as it stands and with its circuit written out.
#include "core/file/experiment_file.h"
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace unfold;

namespace {

constexpr double tolerance = 2e-11; // of the largest entry of each array

void flatten(const QJsonValue &value, QJsonArray &into)
{
    if (!value.isArray()) {
        into.append(value);
        return;
    }
    for (const auto &entry : value.toArray())
        flatten(entry, into);
}

/// What is wrong with an array or a number; empty: nothing.
QString differenceOfArrays(const QJsonValue &expected, const QJsonValue &actual)
{
    QJsonArray want;
    QJsonArray have;
    flatten(expected, want);
    flatten(actual, have);
    if (want.size() != have.size())
        return QStringLiteral("%1 entries, expected %2").arg(have.size()).arg(want.size());
    double largest = 0;
    for (const auto &value : want)
        largest = std::max(largest, std::abs(value.toDouble()));
    for (int i = 0; i < want.size(); ++i) {
        const bool same = want[i].isNull() == have[i].isNull() && (have[i].isNull() || have[i].isDouble())
            && std::abs(want[i].toDouble() - have[i].toDouble()) <= tolerance * largest;
        if (!same)
            return QStringLiteral("entry %1 is %2, expected %3")
                .arg(i)
                .arg(have[i].toDouble(), 0, 'g', 17)
                .arg(want[i].toDouble(), 0, 'g', 17);
    }
    return {};
}

/// Every difference between what must come out and what did; `actual` may hold more.
QStringList differences(const QJsonObject &expected, const QJsonObject &actual, const QString &path = {})
{
    QStringList all;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString here = path + QLatin1Char('.') + it.key();
        if (!actual.contains(it.key()))
            all << here + QStringLiteral(": missing");
        else if (it->isObject())
            all << differences(it->toObject(), actual[it.key()].toObject(), here);
        else if (const QString wrong = differenceOfArrays(*it, actual[it.key()]); !wrong.isEmpty())
            all << here + QStringLiteral(": ") + wrong;
    }
    return all;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray text(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void theComparisonSeesWhatDiffers();
    void traceAgrees_data();
    void traceAgrees();
    void thereAreAllCases() { QCOMPARE(m_cases, 63); }
    void everyCircuitOfTheCatalogueHasATwin_data();
    void everyCircuitOfTheCatalogueHasATwin();

private:
    int m_cases = 0;
};

void GoldenTest::theComparisonSeesWhatDiffers()
{
    const QJsonObject expected = object(R"({"nodes": {"h": {"value": [null, [1.0, -2.0]]}}, "total": 0.5})");
    QVERIFY(differences(expected, expected).isEmpty());
    const auto wrongIn = [&](const char *actual) { return differences(expected, object(actual)).size(); };
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0, -2.00000000003]]}}, "total": 0.5})"), 0);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0, -2.00000000005]]}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [0, [1.0, -2.0]]}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0, null]]}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0, "NaN"]]}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0]]}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {}}, "total": 0.5})"), 1);
    QCOMPARE(wrongIn(R"({"nodes": {"h": {"value": [null, [1.0, -2.0]]}}, "total": 0.6})"), 1);
}

void GoldenTest::traceAgrees_data()
{
    QTest::addColumn<QJsonObject>("experiment");
    QTest::addColumn<QJsonObject>("expected");
    for (const char *family :
        {"bidirectional", "encdec", "gru", "gru-v1", "jordan", "lstm", "many-to-one", "one-to-many", "vanilla"}) {
        QFile file(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/golden/%1.json").arg(QLatin1String(family)));
        QVERIFY2(file.open(QIODevice::ReadOnly), family);
        for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array()) {
            const QJsonObject experiment = entry[QStringLiteral("experiment")].toObject();
            QTest::newRow(qPrintable(experiment[QStringLiteral("title")].toString()))
                << experiment << entry[QStringLiteral("trace")].toObject();
            ++m_cases;
        }
    }
}

void GoldenTest::traceAgrees()
{
    QFETCH(QJsonObject, experiment);
    QFETCH(QJsonObject, expected);
    const Run run = runProgram({QStringLiteral("trace"), QStringLiteral("-")}, text(experiment));
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.status, 0);
    const QStringList wrong = differences(expected, object(run.out));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));

    const Circuit circuit = circuitOf(readExperiment(text(experiment).toStdString()).experiment);
    QJsonObject twin = experiment;
    twin[QStringLiteral("circuit")] = object(QByteArray::fromStdString(writeCircuit(circuit)));
    const Run twinRun = runProgram({QStringLiteral("trace"), QStringLiteral("-")}, text(twin));
    QCOMPARE(twinRun.error, QByteArray());
    QVERIFY(twinRun.out == run.out);
}

void GoldenTest::everyCircuitOfTheCatalogueHasATwin_data()
{
    QTest::addColumn<QString>("name");
    for (const CatalogueEntry &entry : catalogue())
        QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
}

/// What `unfold circuit` prints runs like the page it was printed from.
void GoldenTest::everyCircuitOfTheCatalogueHasATwin()
{
    QFETCH(QString, name);
    const Run printed = runProgram({QStringLiteral("circuit"), name});
    QCOMPARE(printed.error, QByteArray());
    QCOMPARE(printed.status, 0);
    const QJsonObject named{{QStringLiteral("name"), name}};
    const auto traced = [&](const QJsonObject &circuit) {
        const QJsonObject experiment{{QStringLiteral("format"), QStringLiteral("unfold-experiment")},
            {QStringLiteral("version"), 1}, {QStringLiteral("circuit"), circuit}, {QStringLiteral("steps"), 5},
            {QStringLiteral("gain"), 1.25}};
        return runProgram({QStringLiteral("trace"), QStringLiteral("-")}, text(experiment));
    };
    const Run page = traced(named);
    const Run twin = traced(object(printed.out));
    QCOMPARE(page.error, QByteArray());
    QCOMPARE(twin.error, QByteArray());
    QVERIFY(object(page.out)[QStringLiteral("parameters")].toObject().size() > 0);
    QVERIFY(page.out == twin.out);
}

UNFOLD_GUILESS_TEST(GoldenTest)
#include "golden_test.moc"
