#include "tests/support/test_program.h"
#include "ui/widgets/elided_label.h"

#include "ui/style/theme.h"

#include <QTest>

using namespace unfold;

class ElidedLabelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void isCutOnlyWhereTheRestStillTellsSomething()
    {
        const QString text = QStringLiteral("RNN with output · many-to-one · hidden 8, tanh");
        ElidedLabel label;
        label.setText(text);
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), text);
        label.resize(label.width() / 2, label.height());
        QVERIFY(label.shownText().startsWith(QStringLiteral("RNN with")) && label.shownText().endsWith(u'…'));
        label.resize(label.fontMetrics().horizontalAdvance(QStringLiteral("RNN w…")), label.height());
        QCOMPARE(label.shownText(), QString());
        QCOMPARE(label.toolTip(), text);
    }

    void aShortTextIsShownWhole()
    {
        ElidedLabel label;
        label.setText(QStringLiteral("GRU"));
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), QStringLiteral("GRU"));
    }
};

UNFOLD_TEST(ElidedLabelTest)
#include "elided_label_test.moc"
