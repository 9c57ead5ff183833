// Files of every kind, told apart by their first bytes; the zips of NumPy.
#include "core/import/array_file.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

class ArrayFileTest : public QObject
{
    Q_OBJECT

private slots:
    /// Stored, and deflated with columns after columns: the shapes say whether the numbers can be right, the outputs of
    /// import_network_test whether they are.
    void zipsOfNumPy()
    {
        for (const char *name : {"rnn-tanh.npz", "rnn-relu.npz"}) {
            const Arrays arrays = readArrays(networkFile(QLatin1String(name)));
            QCOMPARE(arrays.size(), std::size_t(6));
            QVERIFY((arrays.at("rnn.weight_ih_l0").shape == std::vector<std::int64_t>{3, 4}));
            QCOMPARE(arrays.at("rnn.weight_ih_l0").values.size(), std::size_t(12));
        }
    }

    void objectsStayUnread()
    {
        const Arrays arrays = readArrays(networkFile(QStringLiteral("others.npz")));
        QCOMPARE(arrays.at("notes").unread, std::string("holds Python objects, which are never read"));
        QCOMPARE(arrays.at("steps").unread, std::string("holds whole numbers or truth values (<i8)"));
        QVERIFY(arrays.at("fields").unread.starts_with("holds no floating point numbers"));
        QVERIFY(arrays.at("norm.weight").isRead());
    }

    void otherKinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray npz = QByteArray::fromStdString(networkFile(QStringLiteral("lstm.npz")));
        const auto row = [](const char *name, const QByteArray &bytes, const char *sentence) {
            QTest::newRow(name) << bytes << QByteArray(sentence);
        };
        row("nothing", {}, "the file is empty; expected a .npz file (numpy.savez) or a .safetensors file");
        row("text", "weights, 1, 2", "this is not a file of a known kind; expected a .npz file");
        row("five bytes", "12345", "this is not a file of a known kind");
        row("npy", "\x93NUMPY\x01", "this is a single array (.npy) without a name");
        row("pickle", "\x80\x02", "this is a Python pickle, which can be read by running the program in it alone");
        row("HDF5", "\x89HDF\r\n", "this is an HDF5 file, as Keras writes it");
        row("checkpoint", QByteArray::fromStdString(networkFile(QStringLiteral("checkpoint.pt"))),
            "this is a PyTorch checkpoint, which can be read by running the program in it alone; expected a file "
            "without code: numpy.savez(");
        row("cut off", npz.left(npz.size() / 2), "the zip cannot be read (");
        QByteArray damaged = npz;
        damaged[damaged.indexOf("NUMPY") + 200] = char(damaged[damaged.indexOf("NUMPY") + 200] ^ 1);
        row("damaged", damaged, "rnn.weight_ih_l0: it cannot be taken out of the zip (CRC error)");
    }
    void otherKinds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, sentence);
        const QByteArray said = refusal([&] { readArrays(bytes.toStdString()); });
        QVERIFY2(said.startsWith(sentence), said.constData());
    }

    void aFileOfAnyLengthIsRefused()
    {
        const std::string zeros(mostBytesOfArrayFile + 1, ' ');
        QVERIFY(refusal([&] { readArrays(zeros); }).startsWith("the file is larger than 256 MB"));
    }
};

UNFOLD_GUILESS_TEST(ArrayFileTest)
#include "array_file_test.moc"
