// A refusal can be shown, whatever names it quotes.
#include "core/circuit/input_error.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class InputErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void theSentenceIsPutTogether()
    {
        QCOMPARE(InputError("steps", "there are none", "one").what(), "steps: there are none; expected one");
        QCOMPARE(InputError("", "there are none", "").what(), "there are none");
    }

    void controlCharactersAreWritten()
    {
        const InputError error("a\nb", "\"\x1b[31m\"", std::string("a\0b\x7f", 4));
        QCOMPARE(error.what(), "a\\u000ab: \"\\u001b[31m\"; expected a\\u0000b\\u007f");
        QCOMPARE(QByteArray::fromStdString(error.place), QByteArray("a\\u000ab"));
    }

    void whatIsLongIsCutBetweenCharacters()
    {
        const InputError error("", std::string(599, 'x') + "ééé", "");
        QCOMPARE(QByteArray::fromStdString(error.wrong), QByteArray(599, 'x') + "…");
        const InputError whole("", std::string(600, 'x'), "");
        QCOMPARE(QByteArray::fromStdString(whole.wrong), QByteArray(600, 'x'));
    }
};

UNFOLD_GUILESS_TEST(InputErrorTest)
#include "input_error_test.moc"
