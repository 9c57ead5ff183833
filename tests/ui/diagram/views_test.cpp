#include <QTest>
class ViewsTest : public QObject { Q_OBJECT private slots: void a() {} };
QTEST_MAIN(ViewsTest)
#include "views_test.moc"
