// The window on a projector, with keys as a presenter's remote sends them.
#include "ui/document/document.h"
#include "ui/panels/gain_slider.h"
#include "ui/panels/scenes.h"
#include "ui/panels/transport_bar.h"
#include "ui/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/text_zoom.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

namespace {
constexpr QSize screenSize(1280, 720);
constexpr QSize windowSize(1100, 690);
}

class ProjectorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void init()
    {
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(QStringLiteral("%1.ini").arg(++m_count)), QSettings::IniFormat);
        m_document = std::make_unique<Document>(defaultScene());
        m_window = std::make_unique<MainWindow>(m_document.get(), m_settings.get());
        m_window->resize(windowSize);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
        setTextPixels(defaultTextPixels);
    }

    void onTheProjectorTheWindowFillsTheScreenInLargerType()
    {
        QCOMPARE(m_window->screen()->size(), screenSize);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(QApplication::font().pixelSize(), 20);
        QCOMPARE(m_window->size(), screenSize);
        QVERIFY(m_window->isFullScreen());
        qWarning()<<m_window->minimumSizeHint();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_window->size(), windowSize);
        QTest::qWait(500);
        for (auto w: m_window->findChildren<QWidget*>()) if (w->isVisible() && w->minimumSizeHint().width()>330) qWarning()<<w<<w->minimumSizeHint();
        qWarning()<<m_window->minimumSizeHint();
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<MainWindow> m_window;
};

/// The screen of a small projector.
int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens": [{"name": "projector", "x": 0, "y": 0, "width": 1280, "height": 720,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    QApplication app(argc, argv);
    ProjectorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "projector_test.moc"
