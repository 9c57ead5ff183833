#include "core/import/float_type.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace unfold;
using namespace std::string_view_literals;

class FloatTypeTest : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("bytes"); // little end first
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("value");
        const auto row = [](const char *name, std::string_view bytes, FloatType type, double value) {
            QTest::newRow(name) << QByteArray(bytes.data(), qsizetype(bytes.size())) << int(type) << value;
        };
        row("half one", "\x00\x3c"sv, FloatType::Half, 1);
        row("half -2", "\x00\xc0"sv, FloatType::Half, -2);
        row("half third", "\x55\x35"sv, FloatType::Half, 0.333251953125);
        row("half largest", "\xff\x7b"sv, FloatType::Half, 65504);
        row("half smallest", "\x01\x00"sv, FloatType::Half, std::ldexp(1, -24));
        row("half smallest normal", "\x00\x04"sv, FloatType::Half, std::ldexp(1, -14));
        row("half infinite", "\x00\xfc"sv, FloatType::Half, -INFINITY);
        row("brain", "\x49\x40"sv, FloatType::BrainHalf, 3.140625);
        row("single", "\x00\x00\x20\xc1"sv, FloatType::Single, -10);
        row("double", "\x18\x2d\x44\x54\xfb\x21\x09\x40"sv, FloatType::Double, 3.141592653589793);
    }
    void numbers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, type);
        QFETCH(double, value);
        std::string text = (bytes + bytes).toStdString();
        QCOMPARE(bytesOf(FloatType(type)), std::size_t(bytes.size()));
        QVERIFY((floatsIn(text, FloatType(type)) == std::vector{value, value}));
        std::reverse(text.begin(), text.end());
        QVERIFY((floatsIn(text, FloatType(type), true) == std::vector{value, value}));
    }

    void zerosAndNoNumbers()
    {
        const auto half = floatsIn("\x00\x80\x01\x7c"sv, FloatType::Half);
        QVERIFY(half[0] == 0 && std::signbit(half[0]));
        QVERIFY(std::isnan(half[1]));
    }
};

UNFOLD_GUILESS_TEST(FloatTypeTest)
#include "float_type_test.moc"
