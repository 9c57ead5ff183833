// No more is read than an experiment can be long.
#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <sstream>
#include <streambuf>

using namespace unfold;

namespace {

/// Never ends, and counts what was taken from it.
class Endless : public std::streambuf
{
public:
    std::size_t taken = 0;

protected:
    std::streamsize xsgetn(char *to, std::streamsize count) override
    {
        std::fill_n(to, count, 'a');
        taken += static_cast<std::size_t>(count);
        return count;
    }
    int_type underflow() override { return 'a'; }
};

} // namespace

class BoundedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingUpToTheEnd_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65535, 65536, 65537, 200000})
            QTest::addRow("%d", size) << size;
    }
    void everythingUpToTheEnd()
    {
        QFETCH(int, size);
        std::string text(static_cast<std::size_t>(size), 'x');
        if (size > 1)
            text[1] = '\0';
        std::istringstream in(text);
        QVERIFY(readBounded(in, 200000) == text);
    }

    void oneByteTooMuchIsRefused()
    {
        std::istringstream in(std::string(1001, 'x'));
        QVERIFY_THROWS_EXCEPTION(InputError, readBounded(in, 1000));
    }

    void aStreamWithoutEndIsLeftAlone()
    {
        Endless endless;
        std::istream in(&endless);
        try {
            readBounded(in);
            QFAIL("read");
        } catch (const InputError &error) {
            QCOMPARE(QString::fromUtf8(error.what()),
                QStringLiteral("the file is larger than 64 MB; expected an experiment, which needs less"));
        }
        QCOMPARE(endless.taken, mostBytesOfFile + 1);
    }
};

UNFOLD_GUILESS_TEST(BoundedTextTest)
#include "bounded_text_test.moc"
