#include "core/import/npy.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cstring>

using namespace unfold;
using namespace unfold::test;

namespace {

std::string number(std::size_t value, int bytes)
{
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8U)
        text += char(value & 0xffU);
    return text;
}

std::string npy(const std::string &header, const std::string &data, int version = 1)
{
    return "\x93NUMPY" + std::string{char(version), '\0'} + number(header.size(), version == 1 ? 2 : 4) + header + data;
}

std::string doubles(std::initializer_list<double> values)
{
    std::string bytes(values.size() * sizeof(double), '\0');
    std::memcpy(bytes.data(), values.begin(), bytes.size());
    return bytes;
}

std::string head(const std::string &type, const std::string &shape, const std::string &order = "False")
{
    return "{'descr': " + type + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }   \n";
}

Array read(const std::string &bytes, ArrayBudget budget = {})
{
    std::size_t at = 0;
    return readNpy(
        [&](char *into, std::size_t size) {
            const std::size_t got = bytes.copy(into, size, at);
            at += got;
            return got;
        },
        "a", budget);
}

} // namespace

class NpyTest : public QObject
{
    Q_OBJECT

private slots:
    void everyVersion()
    {
        for (const int version : {1, 2, 3}) {
            const Array array = read(npy(head("'<f8'", "(2, 3)"), doubles({1, 2, 3, 4, 5, 6}), version));
            QVERIFY(array.isRead());
            QVERIFY((array.shape == std::vector<std::int64_t>{2, 3}));
            QVERIFY((array.values == std::vector<double>{1, 2, 3, 4, 5, 6}));
        }
    }

    void columnsAfterColumnsAreTurned()
    {
        QVERIFY((read(npy(head("'<f8'", "(2, 3)", "True"), doubles({1, 4, 2, 5, 3, 6}))).values
            == std::vector<double>{1, 2, 3, 4, 5, 6}));
        QVERIFY((read(npy(head("'<f8'", "(2, 1, 2)", "True"), doubles({1, 3, 2, 4}))).values
            == std::vector<double>{1, 2, 3, 4}));
        QVERIFY(read(npy(head("'<f8'", "(2, 0)", "True"), "")).values.empty());
    }

    void otherFloats()
    {
        QVERIFY(
            (read(npy(head("'>f4'", "(1,)"), std::string("\x3f\x80\x00\x00", 4))).values == std::vector<double>{1}));
        QVERIFY((read(npy(head("\"<f2\"", "(1L,)"), std::string("\x00\x3c", 2))).values == std::vector<double>{1}));
        const Array single = read(npy(head("'<f8'", "()"), doubles({7})));
        QVERIFY(single.shape.empty());
        QVERIFY((single.values == std::vector<double>{7}));
    }

    /// What is no floating point number says so, and nothing of it is looked at.
    void unread_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("reason");
        QTest::newRow("objects") << "'|O'"
                                 << "Python objects, which are never read";
        QTest::newRow("fields with objects") << "[('a', '|O'), ('b', '<f4')]"
                                             << "Python objects, which are never read";
        QTest::newRow("fields") << "[('a', '<f4'), ('b', [('c', '<f4')])]"
                                << "no floating point numbers";
        QTest::newRow("whole") << "'<i8'"
                               << "whole numbers or truth values (<i8)";
        QTest::newRow("true or false") << "'|b1'"
                                       << "whole numbers or truth values (|b1)";
        QTest::newRow("text") << "'<U3'"
                              << "no floating point numbers of 2, 4 or 8 bytes (<U3)";
        QTest::newRow("long double") << "'<f16'"
                                     << "no floating point numbers of 2, 4 or 8 bytes (<f16)";
        QTest::newRow("complex") << "'<c8'"
                                 << "no floating point numbers of 2, 4 or 8 bytes (<c8)";
    }
    void unread()
    {
        QFETCH(QString, type);
        QFETCH(QString, reason);
        const Array array = read(npy(head(type.toStdString(), "(2,)"), "no matter what"));
        QVERIFY2(array.unread.find(reason.toStdString()) != std::string::npos, array.unread.c_str());
        QVERIFY(array.values.empty());
        QVERIFY((array.shape == std::vector<std::int64_t>{2}));
    }

    void whatWouldFillTheMemoryIsNotRead()
    {
        ArrayBudget budget;
        QVERIFY(!read(npy(head("'<f8'", "(100000, 100000)"), "")).isRead());
        QVERIFY(!read(npy(head("'<f8'", "(9223372036854775807, 9223372036854775807)"), "")).isRead());
        QVERIFY(budget.take(budget.ofArray));
        QVERIFY(budget.take(budget.ofArray));
        QVERIFY(budget.take(budget.ofArray));
        QVERIFY(budget.take(budget.ofArray));
        QVERIFY(!budget.take(1));
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *name, const std::string &bytes, const char *sentence) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(sentence);
        };
        const std::string good = npy(head("'<f8'", "(2,)"), doubles({1, 2}));
        row("empty", "", "a: the array ends too early: 8 bytes are missing; expected a whole NumPy array");
        row("cut", good.substr(0, good.size() - 3), "a: the array ends too early: 3 bytes are missing");
        row("cut in the head", good.substr(0, 20), "a: the array ends too early");
        row("longer", good + "x", "a: there are more bytes than its shape 2 needs; expected as many as the shape says");
        row("other", "GIF89a..", "a: this is not a NumPy array; expected an array that numpy.savez wrote");
        row("version", npy("{}", "", 9), "a: the array is of version 9 of the format; expected version 1, 2 or 3");
        row("endless head", npy(std::string(70000, ' '), "", 2), "a: its head has 70000 bytes; expected at most 65536");
        const char *const unreadable = "a: its head cannot be read; expected descr, fortran_order and shape, as NumPy "
                                       "writes them before an array";
        for (const char *text :
            {"", "{", "{}", "{'descr': '<f8'}", "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}", "{'descr': [('a', 'fortran_order': False",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-2,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': 2}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
                "{'descr': __import__('os'), 'fortran_order': False, 'shape': (2,)}", "{'descr': 'a"})
            row(text, npy(text, ""), unreadable);
        std::string deep = "(";
        for (int i = 0; i < 40; ++i)
            deep += "1, ";
        row("40 dimensions", npy(head("'<f8'", deep + ")"), ""), unreadable);
    }
    void mistakes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, sentence);
        const QByteArray said = refusal([&] { read(bytes.toStdString()); });
        QVERIFY2(said.startsWith(sentence), said.constData());
    }
};

UNFOLD_GUILESS_TEST(NpyTest)
#include "npy_test.moc"
