// Tables beyond reason are refused at the door, in words; the series stays.
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "ui/controls/csv_dialog.h"
#include "ui/controls/series_page.h"

#include <QFile>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace unfold;

class SeriesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void aTableBeyondReasonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("200 MB")
            << QByteArray("1,2\n") << qint64(200'000'000)
            << "table.csv: the file is larger than 50 MB; expected a table of at most some thousand rows";
        QTest::newRow("a million columns")
            << QByteArray("1,").repeated(1'000'000) << qint64(2'000'000)
            << "table.csv: line 1: the line has more than 1000 cells; expected a table of fewer columns";
    }

    void aTableBeyondReasonIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, size);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("table.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.resize(size)); // the rest is a hole: no disk is filled
        file.close();

        SeriesPage page;
        const SeriesSource before = page.source();
        QSignalSpy failed(&page, &SeriesPage::failed);
        page.openCsv(file.fileName());
        QCOMPARE(failed.count(), 1);
        QTEST(failed[0][0].toString(), "sentence");
        QVERIFY(page.source() == before);
        QVERIFY(!page.findChild<CsvDialog *>());
    }

    void theWidestTableThatIsReadIsShown()
    {
        QByteArray text = QByteArray("1,").repeated(999) + "1\n";
        text += text;
        CsvDialog dialog(QStringLiteral("wide.csv"), parseCsv(text.toStdString()));
        QVERIFY(dialog.source().has_value());
        QCOMPARE(dialog.findChild<QTableWidget *>()->columnCount(), 1000);
    }
};

UNFOLD_TEST(SeriesPageTest)
#include "series_page_test.moc"
