// Files of networks cut off and changed at random are imported or refused in one sentence; nothing else.
#include "core/import/import_network.h"

#include "core/experiment/compute.h"
#include "tests/core/import/support.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace unfold;
using namespace unfold::test;

namespace {

constexpr int changesOfEach = 1500;

/// One to four changes: bytes flipped, set to an extreme, removed, repeated; the end cut off.
std::string broken(std::string bytes, std::mt19937_64 &random)
{
    const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    for (std::size_t change = 1 + below(4); change > 0 && !bytes.empty(); --change) {
        const std::size_t at = below(bytes.size());
        switch (below(6)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8))); break;
        case 1: bytes[at] = below(2) == 0 ? '\xff' : '\0'; break;
        case 2: bytes.erase(at, 1 + below(8)); break;
        case 3: bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(64))); break;
        case 4: bytes.resize(at); break;
        default: bytes[at] = static_cast<char>('0' + below(10)); break;
        }
    }
    return bytes;
}

/// Whether it was imported. Fails where it was neither imported nor refused as a person can read it.
bool survives(const std::string &bytes)
{
    try {
        ImportOptions options;
        options.steps = 3;
        const ImportedNetwork network = importNetworkFile(bytes, "a", options);
        compute(*prepare(network.experiment), 1);
        return !network.report.sentence().empty();
    } catch (const InputError &error) {
        const std::string sentence = error.what();
        if (error.wrong.empty() || sentence.size() > 2000 || sentence.find('\n') != std::string::npos)
            qFatal("no sentence for a person: %s", sentence.c_str());
    }
    return false;
}

} // namespace

class RandomNetworksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks"));
        m_names = folder.entryList({QStringLiteral("*.npz"), QStringLiteral("*.safetensors")}, QDir::Files, QDir::Name);
        QVERIFY(m_names.size() > 10);
    }

    void changedFiles()
    {
        int imported = 0;
        int refused = 0;
        std::mt19937_64 random(1);
        for (const QString &name : m_names) {
            const std::string whole = networkFile(name);
            QVERIFY2(survives(whole), qPrintable(name));
            for (int i = 0; i < changesOfEach; ++i)
                ++(survives(broken(whole, random)) ? imported : refused);
        }
        QVERIFY2(imported > 100 && refused > 100, qPrintable(QStringLiteral("%1 %2").arg(imported).arg(refused)));
    }

    void everyBeginning()
    {
        for (const char *name : {"rnn-no-bias.npz", "rnn-headless.safetensors"}) {
            const std::string whole = networkFile(QLatin1String(name));
            for (std::size_t length = 0; length < whole.size(); ++length)
                QVERIFY(!survives(whole.substr(0, length)));
        }
    }

private:
    QStringList m_names;
};

QTEST_GUILESS_MAIN(RandomNetworksTest)
#include "random_networks_test.moc"
