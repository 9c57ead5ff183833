// Must fail: as warns_in_test, with a critical message and an application.
#include <QTest>

class WarnsCritically : public QObject
{
    Q_OBJECT

private slots:
    void warns() { qCritical("nobody expects this"); }
};

QTEST_GUILESS_MAIN(WarnsCritically)
#include "warns_critically.moc"
