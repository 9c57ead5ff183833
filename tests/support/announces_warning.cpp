// Must pass: the warning was announced.
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

QTEST_MAIN(AnnouncesWarning)
#include "announces_warning.moc"
