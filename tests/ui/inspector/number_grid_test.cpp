// A grid under the mouse, under the keys, and read aloud.
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "ui/inspector/number_grid.h"

#include <QSignalSpy>

#include <limits>

using namespace unfold;

class NumberGridTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void clickActivatesTheEntry();
    void keysMoveAndActivate();
    void theEntryIsSpoken();
    void cellsSmallerThanAPixel();
    void numbersThatAreNone();
    void aLargerFontEnlargesTheCells();

private:
    std::unique_ptr<NumberGrid> m_grid;
};

void NumberGridTest::init()
{
    m_grid = std::make_unique<NumberGrid>();
    Matrix numbers(2, 3);
    numbers << 1, 2, 3, 4, -0.123456789, 6;
    m_grid->setContent({numbers, {}, 6, "W", "teaches",
        [](int row, int column) { return QString("W[%1,%2]").arg(row + 1).arg(column + 1); }, {}});
    m_grid->setCells(NumberGrid::writtenCell(false), true);
    present(*m_grid, 200);
}

void NumberGridTest::clickActivatesTheEntry()
{
    QSignalSpy activated(m_grid.get(), &NumberGrid::activated);
    QTest::mouseClick(m_grid.get(), Qt::LeftButton, {}, m_grid->cellRect(1, 2).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{1, 2}));
    QTest::mouseClick(m_grid.get(), Qt::LeftButton, {}, QPoint(1, m_grid->height() - 1)); // beside the cells
    QCOMPARE(activated.size(), 1);
}

void NumberGridTest::keysMoveAndActivate()
{
    QSignalSpy activated(m_grid.get(), &NumberGrid::activated);
    m_grid->setFocus();
    for (const auto key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Down, Qt::Key_Return}) // the last row holds
        QTest::keyClick(m_grid.get(), key);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{1, 1}));
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QTest::keyClick(m_grid.get(), Qt::Key_Left);
    QTest::keyClick(m_grid.get(), Qt::Key_Left);
    QTest::keyClick(m_grid.get(), Qt::Key_Enter);
    QCOMPARE(activated[1], (QVariantList{0, 0}));
}

void NumberGridTest::theEntryIsSpoken()
{
    QCOMPARE(m_grid->accessibleName(), QString("W: W[1,1] = 1"));
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(m_grid->accessibleName(), QString("W: W[2,2] = −0.123456789"));
    QCOMPARE(m_grid->accessibleDescription(), QString("teaches"));
}

void NumberGridTest::cellsSmallerThanAPixel()
{
    m_grid->setContent({Matrix::Random(300, 300), {}, 1, "W", {}, {}, {}});
    m_grid->setCells({0.5, 0.5}, false);
    m_grid->resize(m_grid->sizeHint());
    QSignalSpy activated(m_grid.get(), &NumberGrid::activated);
    QTest::mouseClick(m_grid.get(), Qt::LeftButton, {}, m_grid->cellRect(299, 0).topLeft());
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].toInt() >= 297);
    QVERIFY(!m_grid->grab().isNull());
}

void NumberGridTest::numbersThatAreNone()
{
    Matrix numbers(1, 2);
    numbers << std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity();
    m_grid->setContent({numbers, {}, 1, "W", {}, {}, {}});
    QVERIFY(m_grid->accessibleName().endsWith("= nan") || m_grid->accessibleName().contains("not a number"));
    QVERIFY(!m_grid->grab().isNull());
    m_grid->setContent({Matrix(), {}, 1, "W", {}, {}, {}}); // nothing at all
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QVERIFY(!m_grid->grab().isNull());
}

void NumberGridTest::aLargerFontEnlargesTheCells()
{
    const QSizeF before = NumberGrid::writtenCell(false);
    QFont font = QApplication::font();
    const QFont usual = font;
    font.setPixelSize(2 * font.pixelSize());
    QApplication::setFont(font);
    const QSizeF after = NumberGrid::writtenCell(false);
    QApplication::setFont(usual);
    QVERIFY(after.width() > 1.7 * before.width());
    QVERIFY(after.height() > 1.7 * before.height());
}

UNFOLD_TEST(NumberGridTest)
#include "number_grid_test.moc"
