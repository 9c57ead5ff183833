// Files of networks cut off and changed at random are imported or refused in one sentence; nothing else.
#include "tests/core/import/support.h"
#include "tests/support/read_any.h"
#include "tests/support/test_program.h"

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

bool isImported(const std::string &bytes)
{
    return readAnyNetwork(bytes).empty();
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
            QVERIFY2(isImported(whole), qPrintable(name));
            for (int i = 0; i < changesOfEach; ++i)
                ++(isImported(broken(whole, random)) ? imported : refused);
        }
        QVERIFY2(imported > 100 && refused > 100, qPrintable(QStringLiteral("%1 %2").arg(imported).arg(refused)));
    }

    void everyBeginning()
    {
        for (const char *name : {"rnn-no-bias.npz", "rnn-headless.safetensors"}) {
            const std::string whole = networkFile(QLatin1String(name));
            for (std::size_t length = 0; length < whole.size(); ++length)
                QVERIFY(!isImported(whole.substr(0, length)));
        }
    }

private:
    QStringList m_names;
};

UNFOLD_GUILESS_TEST(RandomNetworksTest)
#include "random_networks_test.moc"
