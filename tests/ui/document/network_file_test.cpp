#include "tests/support/test_program.h"
#include "ui/document/network_file.h"

#include "core/circuit/input_error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

namespace {

QString refusal(const QString &path)
{
    try {
        loadNetwork(path);
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class NetworkFileTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsNetworksByTheirNames()
    {
        for (const char *name : {"a.npz", "A.NPZ", "dir.x/b.safetensors", "c.pt", "d.h5"})
            QVERIFY2(isNetworkFile(QLatin1String(name)), name);
        for (const char *name : {"a.unfold", "npz", "a.npz.unfold", "b.npz/c", ""})
            QVERIFY2(!isNetworkFile(QLatin1String(name)), name);
    }

    void isNamedAfterItsFile()
    {
        const ImportedNetwork network
            = loadNetwork(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/rnn-both.npz"));
        QCOMPARE(network.experiment.title, std::string("rnn-both.npz"));
        QCOMPARE(network.report.network, std::string("bidirectional RNN · input 4 · hidden 3 · output 2"));
    }

    void whatCannotBeReadIsSaid()
    {
        const QTemporaryDir dir;
        QVERIFY(refusal(dir.filePath(QStringLiteral("none.npz"))).startsWith(QStringLiteral("none.npz: ")));
        QVERIFY(
            refusal(dir.path()).contains(QStringLiteral(": is not a file; expected a network (.npz or .safetensors)")));
        if (QFile::exists(QStringLiteral("/dev/zero")))
            QVERIFY(refusal(QStringLiteral("/dev/zero")).startsWith(QStringLiteral("zero: is not a file; ")));
        QFile large(dir.filePath(QStringLiteral("large.npz")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(300 * 1024 * 1024));
        QVERIFY(refusal(large.fileName()).startsWith(QStringLiteral("large.npz: the file is larger than 256 MB; ")));
        QFile text(dir.filePath(QStringLiteral("text.safetensors")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("hello, hello") > 0);
        text.close();
        QVERIFY(refusal(text.fileName()).startsWith(QStringLiteral("text.safetensors: this is not a file of a known kind")));
    }
};

UNFOLD_GUILESS_TEST(NetworkFileTest)
#include "network_file_test.moc"
