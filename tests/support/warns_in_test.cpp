// Must fail: a test function warns, and nobody announced it.
#include <QTest>

class WarnsInTest : public QObject
{
    Q_OBJECT

private slots:
    void warns() { qWarning("nobody expects this"); }
};

QTEST_APPLESS_MAIN(WarnsInTest)
#include "warns_in_test.moc"
