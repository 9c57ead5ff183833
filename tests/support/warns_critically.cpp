// Must fail: as warns_in_test, with a critical message and an application.
#include "tests/support/test_program.h"

#include <QTest>

class WarnsCritically : public QObject
{
    Q_OBJECT

private slots:
    void warns() { qCritical("nobody expects this"); }
};

UNFOLD_GUILESS_TEST(WarnsCritically)
#include "warns_critically.moc"
