#include "core/import/safetensors.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

std::string file(const std::string &head, const std::string &data = {})
{
    std::string length;
    for (std::size_t i = 0, rest = head.size(); i < 8; ++i, rest >>= 8U)
        length += char(rest & 0xffU);
    return length + head + data;
}

} // namespace

class SafetensorsTest : public QObject
{
    Q_OBJECT

private slots:
    void arraysAreRead()
    {
        const Arrays arrays = readSafetensors(file(
            R"({"__metadata__": {"format": "pt"},
                "b": {"dtype": "F16", "shape": [2], "data_offsets": [4, 8]},
                "a": {"dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4]},
                "n": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]}})",
            std::string("\x00\x00\x20\xc1\x00\x3c\x00\xc0", 8)));
        QCOMPARE(arrays.size(), std::size_t(3));
        QVERIFY((arrays.at("a").values == std::vector<double>{-10}));
        QVERIFY((arrays.at("a").shape == std::vector<std::int64_t>{1, 1}));
        QVERIFY((arrays.at("b").values == std::vector<double>{1, -2}));
        QVERIFY(!arrays.at("n").isRead());
    }

    void whatWouldFillTheMemoryIsNotRead()
    {
        const Arrays arrays
            = readSafetensors(file(R"({"a": {"dtype": "F64", "shape": [100000, 100000], "data_offsets": [0, 0]}})"));
        QVERIFY(!arrays.at("a").isRead());
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *name, const std::string &bytes, const char *sentence) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(sentence);
        };
        const auto tensor = [](const char *entry) { return file(R"({"a": )" + std::string(entry) + "}", "12345678"); };
        row("short", "1234", "the file has 4 bytes; expected a whole .safetensors file");
        row("cut head", file("{}  ").substr(0, 10), "its head would end behind the end of the file");
        row("huge head", std::string(8, '\xff') + "{}", "its head would end behind the end of the file");
        row("no JSON", file("{\"a\": "), "line 1, column ");
        row("twice", file(R"({"a": 1, "a": 2})"), "a: the key occurs twice");
        row("a number", tensor("1"), "a: the value is 1; expected");
        row("no type", tensor(R"({"shape": [1], "data_offsets": [0, 8]})"), "a.dtype: the key is missing");
        row("shape", tensor(R"({"dtype": "F64", "shape": [-1], "data_offsets": [0, 8]})"),
            "a.shape[0]: the value is -1; expected a whole number from 0");
        row("one offset", tensor(R"({"dtype": "F64", "shape": [1], "data_offsets": [0]})"),
            "a.data_offsets: the value is a list of 1 entry; expected where the numbers begin and end");
        row("turned", tensor(R"({"dtype": "F64", "shape": [1], "data_offsets": [8, 0]})"),
            "a.data_offsets[1]: the value is 0; expected a whole number from 8");
        row("behind the end", tensor(R"({"dtype": "F64", "shape": [1], "data_offsets": [8, 16]})"),
            "a.data_offsets[1]: its numbers would end behind the end of the file");
        row("too few", tensor(R"({"dtype": "F64", "shape": [2], "data_offsets": [0, 8]})"),
            "a: there are 8 bytes for its shape 2; expected 16");
    }
    void mistakes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, sentence);
        const QByteArray said = refusal([&] { readSafetensors(bytes.toStdString()); });
        QVERIFY2(said.startsWith(sentence), said.constData());
    }
};

UNFOLD_GUILESS_TEST(SafetensorsTest)
#include "safetensors_test.moc"
