// A measured label gives the heights of a plain one, whatever changes in between.
#include "tests/support/test_program.h"
#include "ui/widgets/measured_label.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

using namespace unfold;

class MeasuredLabelTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsAsHighAsAnyLabel()
    {
        loadFonts();
        const QString sentence
            = QStringLiteral("The gradient is multiplied by 0.986 per step back (geometric mean): by 1.05 from W.");
        MeasuredLabel measured;
        QLabel plain;
        const auto same = [&](const auto &change) {
            change(measured);
            change(plain);
            for (const int width : {400, 90, 150, 90, 400})
                if (measured.heightForWidth(width) != plain.heightForWidth(width))
                    return false;
            return true;
        };
        QVERIFY(same([](QLabel &label) { label.setWordWrap(true); }));
        QVERIFY(same([&](QLabel &label) { label.setText(sentence); }));
        QVERIFY(measured.heightForWidth(90) > measured.heightForWidth(400));
        QVERIFY(same([&](QLabel &label) { label.setText(sentence + sentence); }));
        QVERIFY(same([](QLabel &label) { label.setFont(textFont(2)); }));
        QVERIFY(same([](QLabel &label) { label.setContentsMargins(20, 9, 20, 9); }));
        QVERIFY(same([](QLabel &label) { label.setMinimumWidth(200); }));
        QVERIFY(same([](QLabel &label) { label.setText(QStringLiteral("σ<sub>max</sub> <b>and</b> ρ")); }));
        QVERIFY(same([](QLabel &label) { label.setTextFormat(Qt::PlainText); }));
        QVERIFY(same([](QLabel &label) { label.setWordWrap(false); }));
    }
};

UNFOLD_TEST(MeasuredLabelTest)
#include "measured_label_test.moc"
