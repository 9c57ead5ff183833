// Must fail: the warning comes when the tests are done and the test object is taken down.
#include "tests/support/test_program.h"

#include <QTest>

class WarnsAtTheEnd : public QObject
{
    Q_OBJECT

public:
    ~WarnsAtTheEnd() override { qWarning("nobody expects this"); }

private slots:
    void passes() { QVERIFY(true); }
};

UNFOLD_TEST(WarnsAtTheEnd)
#include "warns_at_the_end.moc"
