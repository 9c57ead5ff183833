// Must pass: the warning was announced.
#include "tests/support/test_program.h"

#include <QTest>

class AnnouncesWarning : public QObject
{
    Q_OBJECT

private slots:
    void warns()
    {
        QTest::ignoreMessage(QtWarningMsg, "expected");
        qWarning("expected");
    }
};

UNFOLD_TEST(AnnouncesWarning)
#include "announces_warning.moc"
