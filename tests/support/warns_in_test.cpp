// Must fail: a test function warns, and nobody announced it.
#include "tests/support/test_program.h"

#include <QTest>

class WarnsInTest : public QObject
{
    Q_OBJECT

private slots:
    void warns() { qWarning("nobody expects this"); }
};

UNFOLD_APPLESS_TEST(WarnsInTest)
#include "warns_in_test.moc"
