// Tables changed at random are read or refused in one sentence; never anything else.
#include "core/data/records.h"
#include "tests/support/broken_files.h"
#include "tests/support/random_cases.h"
#include "tests/support/read_any.h"
#include "tests/support/test_program.h"

using namespace unfold;

class RandomTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::setCases(5000); }

    void brokenTablesAreReadOrRefused()
    {
        std::vector<std::string> tables = test::textsIn(QStringLiteral("resources/data"), QStringLiteral("*.csv"));
        for (const char *kind : {"*.csv", "*.txt"})
            for (const std::string &table :
                test::textsIn(QStringLiteral("tests/core/import/tables"), QLatin1String(kind)))
                tables.push_back(table);
        QCOMPARE(tables.size(), 20U);
        int refused = 0;
        int read = 0;
        QVERIFY(rc::check("a broken table", [&](std::uint64_t seed) {
            test::Random random(seed);
            const std::string &table = tables[random() % tables.size()];
            const std::string text = test::brokenText(table.substr(0, 200), random);
            ++(test::readAnyTable(text).empty() ? read : refused);
        }));
        QVERIFY2(refused > 1000 && read > 500, "both ways are taken often");
    }

    /// What is written with quotes is read as the same cells.
    void quotedCellsReturn()
    {
        QVERIFY(rc::check("cells in quotes", [] {
            const int columns = *rc::gen::inRange(1, 5);
            const auto cell = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab1.,;\t\n\" é")));
            const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
                rc::gen::container<std::vector<std::string>>(static_cast<std::size_t>(columns), cell)));
            std::string text;
            for (int i = 0; i < columns; ++i)
                text += i == 0 ? "\"name\"" : ",\"name\"";
            for (const auto &row : rows) {
                for (std::size_t i = 0; i < row.size(); ++i) {
                    text += i == 0 ? "\n\"" : ",\"";
                    for (const char c : row[i])
                        text += c == '"' ? std::string("\"\"") : std::string(1, c);
                    text += '"';
                }
            }
            std::vector<std::vector<std::string>> read;
            for (const Record &record : readRecords(text, ',', text.size()))
                read.push_back(record.cells);
            read.erase(read.begin());
            RC_ASSERT(read == rows);
        }));
    }
};

UNFOLD_GUILESS_TEST(RandomTablesTest)
#include "random_tables_test.moc"
