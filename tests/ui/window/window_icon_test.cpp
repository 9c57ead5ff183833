// The icon in the title bar and the task bar.
#include "tests/support/test_program.h"
#include "ui/window/window_icon.h"

#include "ui/style/theme.h"

#include <QTest>

using namespace unfold;

class WindowIconTest : public QObject
{
    Q_OBJECT

private slots:
    void hasThePictureOfEverySize()
    {
        loadFonts();
        const QIcon icon = windowIcon();
        for (const int size : {16, 24, 32, 48, 128, 256}) {
            const QImage picture = icon.pixmap(size, size).toImage();
            QCOMPARE(picture.size(), QSize(size, size));
            // The delay is a black square on the right of the loop, at every size.
            QVERIFY(picture.pixelColor(size * 12 / 16, size / 2).lightness() < 60);
            QVERIFY(picture.pixelColor(size * 5 / 16, size / 2).lightness() > 150);
        }
    }
};

UNFOLD_TEST(WindowIconTest)
#include "window_icon_test.moc"
