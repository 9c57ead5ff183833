#include "tests/support/test_program.h"
#include "ui/style/theme.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/message_bar.h"

#include <QLabel>
#include <QTest>

using namespace unfold;

class MessageBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 100);
        m_bar = new MessageBar(m_window.get());
        m_bar->resize(600, 60);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void aMessageGoesWhenItIsClearedOrClosed()
    {
        QVERIFY(!m_bar->isVisible());
        m_bar->showMessage(QStringLiteral("wrong"));
        QVERIFY(m_bar->isVisible());
        m_bar->clear();
        QVERIFY(!m_bar->isVisible());
        m_bar->showMessage(QStringLiteral("wrong"));
        close();
        QVERIFY(!m_bar->isVisible());
    }

    void aNoteIsCalmAndGoesAsAMessageDoes()
    {
        const auto edge = [this] { return m_bar->grab().toImage().pixelColor(1, 30); };
        m_bar->showNote(QStringLiteral("Written: a.svg"));
        QCOMPARE(m_bar->text(), QStringLiteral("Written: a.svg"));
        QCOMPARE(edge(), themeOf(m_bar).cursorLine);
        m_bar->showMessage(QStringLiteral("wrong"));
        QCOMPARE(edge(), themeOf(m_bar).loss);
        m_bar->showNote(QStringLiteral("right"));
        m_bar->clear();
        QVERIFY(!m_bar->isVisible());
    }

    void namesAreTextNeverMarkup()
    {
        m_bar->showMessage(QStringLiteral("<b>a</b>.unfold"));
        QCOMPARE(m_bar->findChild<QLabel *>()->textFormat(), Qt::PlainText);
    }

    void anOfferWaitsForItsAnswer()
    {
        offer("first");
        m_bar->clear(); // something else worked
        QVERIFY(m_bar->isVisible());
        m_bar->showMessage(QStringLiteral("wrong"));
        QCOMPARE(m_bar->text(), QStringLiteral("wrong"));
        QVERIFY(buttons().isEmpty());
        m_bar->clear();
        QCOMPARE(m_bar->text(), QStringLiteral("first"));
        QTest::mouseClick(buttons().at(1), Qt::LeftButton);
        QCOMPARE(m_answers, QStringList{QStringLiteral("first no")});
        QVERIFY(!m_bar->isVisible());
    }

    void anAnswerMayLeadToTheNextOffer()
    {
        m_bar->offer(QStringLiteral("first"), {{QStringLiteral("Yes"), {}, {}, [this] { offer("second"); }}});
        QTest::mouseClick(buttons().at(0), Qt::LeftButton);
        QCOMPARE(m_bar->text(), QStringLiteral("second"));
        QCOMPARE(buttons().size(), 2);
    }

    void answersHaveKeysAndNames()
    {
        offer("first");
        QCOMPARE(buttons().at(0)->accessibleName(), QStringLiteral("Yes"));
        QCOMPARE(buttons().at(0)->toolTip(), QStringLiteral("teaches Key: Alt+Y."));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::AltModifier);
        QTRY_COMPARE(m_answers, QStringList{QStringLiteral("first yes")}); // the button is seen to go down first
    }

    void aClosedOfferIsNotAnswered()
    {
        offer("first");
        close();
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_answers.isEmpty());
    }

    void cleanup() { m_answers.clear(); }

private:
    void offer(const char *name)
    {
        const QString text = QString::fromLatin1(name);
        m_bar->offer(text,
            {{QStringLiteral("Yes"), QKeySequence(Qt::ALT | Qt::Key_Y), QStringLiteral("teaches"),
                 [this, text] { m_answers << text + " yes"; }},
                {QStringLiteral("No"), QKeySequence(Qt::ALT | Qt::Key_N), QStringLiteral("teaches"),
                    [this, text] { m_answers << text + " no"; }}});
    }

    QList<SoftButton *> buttons() const
    {
        QList<SoftButton *> visible;
        for (SoftButton *button : m_bar->findChildren<SoftButton *>())
            if (button->isVisible())
                visible << button;
        return visible;
    }

    void close()
    {
        for (QToolButton *button : m_bar->findChildren<QToolButton *>())
            if (button->text() == QStringLiteral("Close"))
                QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
    QStringList m_answers;
};

UNFOLD_TEST(MessageBarTest)
#include "message_bar_test.moc"
