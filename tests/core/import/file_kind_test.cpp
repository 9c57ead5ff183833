// Files are told apart by their content.
#include "core/import/file_kind.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

class FileKindTest : public QObject
{
    Q_OBJECT

private slots:
    void kinds()
    {
        QVERIFY(fileKindOf(networkFile(QStringLiteral("lstm.npz"))) == FileKind::Weights);
        QVERIFY(fileKindOf(networkFile(QStringLiteral("gru.safetensors"))) == FileKind::Weights);
        QVERIFY(fileKindOf(networkFile(QStringLiteral("checkpoint.pt"))) == FileKind::Weights); // refused as weights
        QVERIFY(fileKindOf("t,v\n1,2\n2,3\n") == FileKind::Table);
        QVERIFY(fileKindOf("1\n2\n4\n") == FileKind::Table);
        QVERIFY(fileKindOf("To be, or not to be\n") == FileKind::Text);
        QVERIFY(fileKindOf("1. Call me Ishmael.\n2. Some years ago, never mind how long.\n") == FileKind::Text);
        QVERIFY(fileKindOf("label,text\na,b\n") == FileKind::Text);
        QVERIFY(fileKindOf("label,text\na,b\n", TableHint::Likely) == FileKind::Table);
        QVERIFY(fileKindOf("[draft] to be\n") == FileKind::Text);
    }

    /// A table with a fault is not taken for a text.
    void brokenTablesAreTables() { QVERIFY(fileKindOf("t,v\n1,2\n2,3,4\n5,6\n") == FileKind::Table); }

    void othersAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("named");
        const auto row
            = [](const char *named, const QByteArray &bytes) { QTest::newRow(named) << bytes << QByteArray(named); };
        row("Excel file (.xlsx)", QByteArray::fromStdString(networkFile(QStringLiteral("../tables/book.xlsx"))));
        row("old Excel file", "\xd0\xcf\x11\xe0\xa1\xb1");
        row("OpenDocument", "PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        row("Keras", "PK\x03\x04 model.weights.h5");
        row("web page", "\n<!DOCTYPE html><html><body>1,2</body></html>");
        row("JSON", "[{\"t\": 1, \"v\": 2}]");
        row("an experiment already", "{\"format\": \"unfold-experiment\"}");
        row("shards", "{\"weight_map\": {}}");
        row("Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        row("PDF", "%PDF-1.7");
        row("gzip", "\x1f\x8b\x08");
        row("Parquet", "PAR1");
        row("ONNX", "\x08\x07\x12\x07pytorch");
        row("TensorFlow Lite", QByteArray("\x1c\0\0\0TFL3\0", 9));
        row("empty", "");
        row("not a file of a known kind", QByteArray("\x01\x02\0\0\0\0\x03\x04\x05\x06\x07", 11));
    }
    void othersAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, named);
        const QByteArray said = refusal([&] {
            fileKindOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        });
        QVERIFY2(said.contains(named), said.constData());
        QVERIFY2(said.contains("; expected "), said.constData());
    }
};

UNFOLD_GUILESS_TEST(FileKindTest)
#include "file_kind_test.moc"
