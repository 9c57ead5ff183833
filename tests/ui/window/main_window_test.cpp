// The whole window, driven as a user drives it.
#include "core/experiment/edit.h"
#include "ui/document/document.h"
#include "ui/panels/scenes.h"
#include "ui/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/window_actions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, false);
    }

    void init()
    {
        m_document = std::make_unique<Document>(defaultScene());
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void keysStepThroughTime()
    {
        m_document->setStep(1);
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QCOMPARE(m_document->cursor().step, m_document->result()->steps());
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QCOMPARE(m_document->cursor().step, m_document->result()->steps() - 1);
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QCOMPARE(m_document->cursor().step, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F);
        QCOMPARE(m_document->cursor().pass, Pass::Forward);
        QTest::keyClick(m_window.get(), Qt::Key_B);
        QCOMPARE(m_document->cursor().pass, Pass::Backward);
    }

    void brokenFileIsSaidAndChangesNothing()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("broken.unfold")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": "unfold-experiment", "version": 1, "circuit": {"name": "elmann"}})");
        file.close();
        const Experiment before = m_document->experiment();
        m_window->actions()->openFile(file.fileName());
        const auto *bar = m_window->findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("broken.unfold: circuit.name")), qPrintable(bar->text()));
        QVERIFY(bar->text().contains(QStringLiteral("elmann")));
        QVERIFY(m_document->experiment() == before);
    }

    void messageGoesWhenSomethingWorks()
    {
        auto *bar = m_window->findChild<MessageBar *>();
        m_window->actions()->openFile(QStringLiteral("/nowhere.unfold"));
        QVERIFY(bar->isVisible());
        m_document->setGain(0.5);
        QVERIFY(!bar->isVisible());
    }

    void columnsClose()
    {
        const auto pressed = [this](Qt::Key key) {
            QTest::keyClick(m_window.get(), key);
            return m_window->actions()->inspectorAction()->isChecked();
        };
        QVERIFY(!pressed(Qt::Key_F9));
        QVERIFY(pressed(Qt::Key_F9));
    }

    void fitsASmallProjector()
    {
        // Nothing may force the window wider than the smallest projector, in the default size of text.
        QVERIFY2(m_window->minimumSizeHint().width() <= 1280, qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY2(m_window->minimumSizeHint().height() <= 720, qPrintable(QString::number(m_window->minimumSizeHint().height())));
    }

private:
    std::unique_ptr<Document> m_document;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
