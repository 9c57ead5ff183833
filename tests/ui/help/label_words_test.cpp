#include "tests/support/test_program.h"
#include "ui/help/label_words.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QTest>

using namespace unfold;

class LabelWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void theCharacterUnderAWordIsOfThatWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("alignment");
        QTest::newRow("plain") << "one two three" << int(Qt::AlignLeft | Qt::AlignTop);
        QTest::newRow("right, below") << "one two three" << int(Qt::AlignRight | Qt::AlignBottom);
        QTest::newRow("centred") << "one two three" << int(Qt::AlignCenter);
        QTest::newRow("rich") << "one <b>two</b> three<sub>x</sub>" << int(Qt::AlignLeft | Qt::AlignVCenter);
        QTest::newRow("broken") << "one two three, and many more words than fit into one line of the label, two"
                                << int(Qt::AlignLeft | Qt::AlignTop);
    }
    void theCharacterUnderAWordIsOfThatWord()
    {
        QFETCH(QString, text);
        QFETCH(int, alignment);
        QLabel label(text);
        label.setWordWrap(true);
        label.setAlignment(Qt::Alignment(alignment));
        label.resize(240, 120);
        const QString plain = plainTextOf(label);
        QVERIFY(!plain.contains(u'<'));
        const qsizetype start = plain.lastIndexOf(QStringLiteral("two"));
        const QRect word = rectOfCharacters(label, start, 3);
        QVERIFY(label.rect().contains(word));
        const qsizetype found = characterAt(label, word.center());
        QVERIFY2(found >= start && found < start + 3, qPrintable(QString::number(found)));
        QCOMPARE(characterAt(label, QPoint(-20, -20)), -1);
    }

    void theWordIsPaintedWhereItIsSaidToBe()
    {
        QLabel label(QStringLiteral("iii WWW iii"));
        label.resize(200, 60);
        label.setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        const QImage whole = label.grab().toImage();
        const QRect word = rectOfCharacters(label, 4, 3);
        label.setText(QStringLiteral("iii"));
        const QImage without = label.grab().toImage();
        QRect changed;
        for (int y = 0; y < whole.height(); ++y)
            for (int x = 0; x < whole.width() && x < word.right() + 3; ++x)
                if (whole.pixel(x, y) != without.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
        QVERIFY(!changed.isEmpty());
        QVERIFY(word.adjusted(-2, -2, 2, 2).contains(changed));
        QVERIFY(changed.width() > word.width() * 3 / 4);
    }
};

UNFOLD_TEST(LabelWordsTest)
#include "label_words_test.moc"
