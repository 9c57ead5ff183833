// The gallery of shapes, opened from the window and driven with mouse and keys.
#include "tests/support/test_program.h"
#include "ui/scenes/gallery/shape_gallery.h"

#include "core/experiment/shapes.h"
#include "tests/support/window_fixture.h"
#include "ui/scenes/gallery/shape_card.h"

#include <QAccessible>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QUndoStack>

#include <set>

using namespace unfold;

class ShapeGalleryTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void thereIsACardForEveryShape()
    {
        const ShapeGallery *gallery = opened();
        QVERIFY(gallery);
        std::set<Shape> shapes;
        for (const ShapeCard *card : gallery->cards())
            shapes.insert(card->entry().shape);
        QCOMPARE(gallery->cards().size(), qsizetype(5));
        QVERIFY(shapes == std::set<Shape>(allShapes.begin(), allShapes.end()));
    }

    void aCardOpensASceneOfItsShape_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<bool>("byMouse");
        for (int card = 0; card < 5; ++card)
            for (const bool byMouse : {false, true})
                QTest::addRow("%d by %s", card, byMouse ? "mouse" : "key") << card << byMouse;
    }

    void aCardOpensASceneOfItsShape()
    {
        QFETCH(int, card);
        QFETCH(bool, byMouse);
        ShapeGallery *gallery = opened();
        ShapeCard *chosen = gallery->cards().at(card);
        const Shape shape = chosen->entry().shape;
        if (byMouse) {
            QTest::mouseClick(chosen, Qt::LeftButton);
        } else {
            for (int i = 0; i < 5; ++i)
                QTest::keyClick(gallery->focusWidget(), Qt::Key_Left);
            for (int i = 0; i < card; ++i)
                QTest::keyClick(gallery->focusWidget(), Qt::Key_Right);
            QVERIFY(chosen->hasFocus());
            QTest::keyClick(gallery->focusWidget(), Qt::Key_Return);
        }
        QVERIFY(!gallery->isVisible());
        QVERIFY(shapeOf(m_document->experiment()) == shape);
        QVERIFY(m_window->windowTitle().startsWith(QString::fromStdString(m_document->experiment().title)));
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier); // what was there before comes back
        QVERIFY(m_document->experiment() == defaultScene());
    }

    void thePresentShapeIsMarkedAndHasTheKeys()
    {
        const ShapeGallery *gallery = opened(); // the first scene is many-to-one
        int marked = 0;
        for (const ShapeCard *card : gallery->cards()) {
            marked += card->isPresent();
            QCOMPARE(card->isPresent(), card->entry().shape == Shape::ManyToOne);
            QCOMPARE(card->hasFocus(), card->isPresent());
            QCOMPARE(card->accessibleName().contains(QStringLiteral("the present shape")), card->isPresent());
        }
        QCOMPARE(marked, 1);
    }

    void arrowsWalkWithinTheGridAndStopAtItsEnds()
    {
        ShapeGallery *gallery = opened();
        gallery->resize(700, 600);
        QTRY_VERIFY(gallery->columns() < 5);
        const int columns = gallery->columns();
        gallery->cards().first()->setFocus();
        QTest::keyClick(gallery->focusWidget(), Qt::Key_Left);
        QVERIFY(gallery->cards().first()->hasFocus());
        QTest::keyClick(gallery->focusWidget(), Qt::Key_Down);
        QVERIFY(gallery->cards().at(columns)->hasFocus());
        QTest::keyClick(gallery->focusWidget(), Qt::Key_Up);
        QVERIFY(gallery->cards().first()->hasFocus());
        gallery->cards().last()->setFocus();
        QTest::keyClick(gallery->focusWidget(), Qt::Key_Right);
        QVERIFY(gallery->cards().last()->hasFocus());
    }

    void escapeChangesNothing()
    {
        ShapeGallery *gallery = opened();
        QTest::keyClick(gallery->focusWidget(), Qt::Key_Escape);
        QVERIFY(!gallery->isVisible());
        QVERIFY(m_document->experiment() == defaultScene());
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void everyCardIsSpoken()
    {
        const ShapeGallery *gallery = opened();
        for (ShapeCard *card : gallery->cards()) {
            QAccessibleInterface *about = QAccessible::queryAccessibleInterface(card);
            QCOMPARE(about->role(), QAccessible::PushButton);
            QVERIFY(about->text(QAccessible::Name).startsWith(card->entry().title));
            QVERIFY(about->text(QAccessible::Description).contains(card->entry().applications));
            QVERIFY(!card->toolTip().isEmpty());
        }
    }

    void everythingIsLegible_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("larger");
        QTest::newRow("small") << QSize(1280, 720) << 0;
        QTest::newRow("small, larger text") << QSize(1280, 720) << 6;
        QTest::newRow("small, large text") << QSize(1280, 720) << 8;
        QTest::newRow("narrow, large text") << QSize(1024, 720) << 10;
        QTest::newRow("large") << QSize(1920, 1080) << 0;
        QTest::newRow("large, large text") << QSize(1920, 1080) << 10;
    }

    void everythingIsLegible()
    {
        QFETCH(QSize, size);
        QFETCH(int, larger);
        setTextPixels(defaultTextPixels + larger);
        m_window->resize(size);
        ShapeGallery *gallery = opened();
        QCoreApplication::processEvents();
        const auto *area = gallery->findChild<QScrollArea *>();
        QVERIFY(gallery->width() <= m_window->width() && gallery->height() <= m_window->height());
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        for (const QLabel *label : area->findChildren<QLabel *>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        for (const ShapeCard *card : gallery->cards())
            QVERIFY(card->height() >= card->layout()->minimumSize().height());
        if (larger == 0)
            QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    }

private:
    ShapeGallery *opened()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *gallery = m_window->findChild<ShapeGallery *>();
        if (!gallery)
            qFatal("the gallery does not open");
        gallery->activateWindow();
        if (!QTest::qWaitFor([gallery] { return gallery->isActiveWindow(); }))
            qFatal("the gallery has not the keys");
        return gallery;
    }
};

UNFOLD_TEST(ShapeGalleryTest)
#include "shape_gallery_test.moc"
