// The size of all text.
#include "tests/support/test_program.h"
#include "ui/style/theme.h"
#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QWidget>

using namespace unfold;

class TextZoomTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void init()
    {
        setTextPixels(defaultTextPixels);
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(QStringLiteral("%1.ini").arg(++m_count)), QSettings::IniFormat);
    }

    void everythingIsAFactorOfOneSize()
    {
        TextZoom zoom(m_settings.get());
        zoom.zoom(7);
        QCOMPARE(QApplication::font().pixelSize(), 21);
        QCOMPARE(QToolTip::font().pixelSize(), 21);
        QCOMPARE(textFont(2).pixelSize(), 42);
        QCOMPARE(mathFont(1).pixelSize(), 21);
        QCOMPARE(Metrics::unit(), 1.5);
    }

    void theSizeHasEndsAndADefault()
    {
        TextZoom zoom(m_settings.get());
        zoom.zoom(100);
        QCOMPARE(QApplication::font().pixelSize(), largestText);
        zoom.zoom(-100);
        QCOMPARE(QApplication::font().pixelSize(), smallestText);
        zoom.zoom(0);
        QCOMPARE(QApplication::font().pixelSize(), defaultTextPixels);
    }

    void theSizeIsRemembered()
    {
        TextZoom(m_settings.get()).zoom(3);
        setTextPixels(defaultTextPixels);
        const TextZoom later(m_settings.get());
        QCOMPARE(later.pixels(), 17);
        QCOMPARE(QApplication::font().pixelSize(), 17);
    }

    void nonsenseInTheSettingsIsTheDefault_data()
    {
        QTest::addColumn<QVariant>("size");
        QTest::newRow("a word") << QVariant(QStringLiteral("large"));
        QTest::newRow("nothing") << QVariant(0);
        QTest::newRow("too large") << QVariant(4000);
        QTest::newRow("less than nothing") << QVariant(-14);
    }

    void nonsenseInTheSettingsIsTheDefault()
    {
        QFETCH(QVariant, size);
        m_settings->setValue(QStringLiteral("view/textPixels"), size);
        QCOMPARE(TextZoom(m_settings.get()).pixels(), defaultTextPixels);
        QCOMPARE(QApplication::font().pixelSize(), defaultTextPixels);
    }

    void aFactorGoesOnTopAndIsNotRemembered()
    {
        TextZoom zoom(m_settings.get());
        zoom.zoom(2);
        zoom.magnify(1.5, 40);
        QCOMPARE(QApplication::font().pixelSize(), 24);
        zoom.zoom(2);
        QCOMPARE(QApplication::font().pixelSize(), 27);
        QCOMPARE(zoom.pixels(), 18);
        zoom.magnify(1.5, 25);
        QCOMPARE(QApplication::font().pixelSize(), 25);
        zoom.magnify(1.5, 12); // the room is what it is
        QCOMPARE(QApplication::font().pixelSize(), 12);
        zoom.magnify(1.5, 40);
        QCOMPARE(TextZoom(m_settings.get()).pixels(), 18);
        zoom.restore();
        QCOMPARE(QApplication::font().pixelSize(), 18);
    }

    void widgetsWithAFactorOfTheirOwnHearOfIt()
    {
        class Hearing : public QWidget
        {
        public:
            int heard = 0;

        protected:
            void changeEvent(QEvent *event) override { heard += event->type() == QEvent::FontChange; }
        };
        Hearing widget;
        widget.setFont(textFont(2));
        TextZoom zoom(m_settings.get());
        const int before = widget.heard;
        zoom.zoom(1);
        QVERIFY(widget.heard > before);
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<QSettings> m_settings;
};

UNFOLD_TEST(TextZoomTest)
#include "text_zoom_test.moc"
