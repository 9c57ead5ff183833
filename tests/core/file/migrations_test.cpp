// Old files are led to the present version step by step; shown with a table of made-up versions.
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/file/migrations.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using nlohmann::json;

namespace {

/// 1 → 2: "gain" was a string. 2 → 3: it is called "w".
const std::vector<Migration> &threeVersions()
{
    static const std::vector<Migration> table{
        [](json &file) { file["gain"] = std::stod(file["gain"].get<std::string>()); },
        [](json &file) {
            file["w"] = file["gain"];
            file.erase("gain");
        },
    };
    return table;
}

json migrated(json file, const std::vector<Migration> &table = threeVersions())
{
    std::vector<std::string> warnings;
    migrate(file, warnings, table);
    return file;
}

QString refusal(const json &file, const std::vector<Migration> &table = threeVersions())
{
    try {
        migrated(file, table);
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionIsLedToTheNewest()
    {
        const json newest = {{"version", 3}, {"w", 1.5}};
        QVERIFY(migrated({{"version", 1}, {"gain", "1.5"}}) == newest);
        QVERIFY(migrated({{"version", 2}, {"gain", 1.5}}) == newest);
        QVERIFY(migrated(newest) == newest);
    }

    void withoutAVersionItIsTheFirst()
    {
        json file = {{"gain", "2"}};
        std::vector<std::string> warnings;
        migrate(file, warnings, threeVersions());
        QCOMPARE(file["w"].get<double>(), 2.0);
        QCOMPARE(warnings.size(), size_t(1));
        QVERIFY(warnings.front().find("version 1") != std::string::npos);
    }

    void aNewerVersionIsRefusedInWords()
    {
        QCOMPARE(refusal({{"version", 4}}),
            QStringLiteral("version: the file has version 4, made by a newer Unfold; expected a version from 1 to 3, "
                           "the newest that this Unfold reads; a newer Unfold opens the file"));
        QVERIFY(refusal({{"version", 2}}, {}).contains(QStringLiteral("has version 2")));
    }

    void whatIsNoVersionIsRefused()
    {
        for (const json &version : {json(0), json(-1), json(1.5), json("1"), json(nullptr), json(true), json(1e300)})
            QVERIFY2(refusal({{"version", version}}).startsWith(QStringLiteral("version: the value is ")),
                version.dump().c_str());
    }

    void anOldFileThatWasNeverValidIsRefused()
    {
        QVERIFY(refusal({{"version", 1}, {"gain", 7}})
                    .startsWith(QStringLiteral("the file is no valid experiment of version 1; expected ")));
    }

    void whatIsWrittenHasTheNewestVersion()
    {
        Experiment e;
        e.steps = 2;
        QCOMPARE(json::parse(writeExperiment(e))["version"].get<int>(), newestVersion());
    }
};

UNFOLD_GUILESS_TEST(MigrationsTest)
#include "migrations_test.moc"
