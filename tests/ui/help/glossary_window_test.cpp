#include "tests/support/test_program.h"
#include "ui/help/glossary_window.h"

#include "tests/support/window_fixture.h"
#include "ui/help/label_words.h"
#include "ui/help/screen_places.h"
#include "ui/help/spotlight.h"
#include "ui/help/term_view.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

using namespace unfold;

class GlossaryWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(glossary()));
    }
    void cleanup() { closeWindow(); }

    void opensBesideTheWindowAndIsReadAtOnce()
    {
        QVERIFY(!glossary()->isModal());
        QVERIFY(list()->count() > 90);
        QCOMPARE(list()->currentRow(), 0);
        QVERIFY(!glossary()->view()->text().isEmpty());
        QTest::keyClick(glossary(), Qt::Key_Escape);
        QVERIFY(!glossary()->isVisible());
        QVERIFY(m_window->isVisible());
    }

    void aSearchGoesToTheClosestAndTheArrowsGoOn()
    {
        QTest::keyClicks(search(), QStringLiteral("spectral"));
        QCOMPARE(glossary()->view()->term(), QStringLiteral("spectral-radius"));
        QVERIFY(list()->count() > 1 && list()->count() < 20);
        QTest::keyClick(search(), Qt::Key_Down);
        QCOMPARE(list()->currentRow(), 1);
        QVERIFY(glossary()->view()->term() != QStringLiteral("spectral-radius"));
        QTest::keyClick(search(), Qt::Key_Up);
        QTest::keyClick(search(), Qt::Key_Up);
        QCOMPARE(list()->currentRow(), 0);
        search()->clear();
        QVERIFY(list()->count() > 90);
        QCOMPARE(glossary()->view()->term(), QStringLiteral("spectral-radius")); // what was read stays
    }

    void aPowerStaysAPowerInTheList()
    {
        QTest::keyClicks(search(), QStringLiteral("bound"));
        QCOMPARE(list()->currentItem()->text(), QStringLiteral("bound (γσ_max)^(T−t)"));
        search()->clear();
        QTest::keyClicks(search(), QStringLiteral("transpose"));
        QCOMPARE(list()->currentItem()->text(), QStringLiteral("transpose (W^⊤)"));
    }

    void whatIsNotFoundIsSaid()
    {
        QTest::keyClicks(search(), QStringLiteral("zebra"));
        QVERIFY(!list()->isVisible());
        const QList<QLabel *> labels = glossary()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("No term has this word"));
        }));
    }

    void aLinkLeadsToATermThatTheSearchHasHidden()
    {
        QTest::keyClicks(search(), QStringLiteral("vanishing"));
        QCOMPARE(glossary()->view()->term(), QStringLiteral("vanishing-gradient"));
        auto *links = glossary()->findChild<QLabel *>(QStringLiteral("termLinks"));
        const QString word = QStringLiteral("saturation");
        const QRect place = rectOfCharacters(*links, plainTextOf(*links).indexOf(word), word.size());
        QTest::mouseClick(links, Qt::LeftButton, {}, place.center());
        QCOMPARE(glossary()->view()->term(), QStringLiteral("saturation"));
        QCOMPARE(list()->currentItem()->text(), QStringLiteral("saturation"));
    }

    void showItOutlinesThePlace()
    {
        QTest::keyClicks(search(), QStringLiteral("spectral"));
        emit glossary()->placeAsked(QStringLiteral("gain"));
        const QList<Spotlight *> lights = m_window->findChildren<Spotlight *>();
        QVERIFY(std::any_of(lights.begin(), lights.end(), [this](const Spotlight *light) {
            return light->isVisible() && light->places() == QList<QRect>{placeOf(*m_window, QStringLiteral("gain"))};
        }));
        QTRY_VERIFY(
            std::none_of(lights.begin(), lights.end(), [](const Spotlight *light) { return light->isVisible(); }));
    }

    void fitsASmallProjectorWithLargeText()
    {
        setTextPixels(largestText);
        QVERIFY(glossary()->minimumSizeHint().width() <= 1280);
        QVERIFY(glossary()->minimumSizeHint().height() <= 720);
        const auto *text = glossary()->findChild<QLabel *>(QStringLiteral("termText"));
        QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    }

    void theMenuHasEverythingThatHelps()
    {
        QStringList entries;
        for (const QAction *action : m_window->menu()->menu()->actions())
            if (action->menu() && action->text() == QStringLiteral("Help"))
                for (const QAction *entry : action->menu()->actions()) {
                    entries << entry->text();
                    QVERIFY2(entry->isSeparator() || entry->toolTip() != entry->text(), qPrintable(entry->text()));
                }
        for (const char *entry : {"What is this?", "Glossary", "Tour of five steps", "About Unfold"})
            QVERIFY2(entries.contains(QLatin1String(entry)), entry);
    }

private:
    GlossaryWindow *glossary() const { return help()->glossaryWindow(); }
    QLineEdit *search() const { return glossary()->findChild<QLineEdit *>(QStringLiteral("glossarySearch")); }
    QListWidget *list() const { return glossary()->findChild<QListWidget *>(QStringLiteral("glossaryTerms")); }
};

UNFOLD_TEST(GlossaryWindowTest)
#include "glossary_window_test.moc"
