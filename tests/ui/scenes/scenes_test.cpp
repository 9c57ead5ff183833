#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/document/open_file.h"
#include "ui/document/twin.h"
#include "ui/scenes/scenes.h"

#include "core/file/experiment_file.h"
#include "tests/support/panel_fixture.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>

using namespace unfold;

namespace {

Experiment titled(const char *title, const char *note, int steps)
{
    Experiment e = test::smallElman(steps);
    e.title = title;
    e.note = note;
    return e;
}

void write(const QTemporaryDir &dir, const char *name, const std::string &text)
{
    QFile file(dir.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
}

/// The entries of a menu as it opens.
QList<QAction *> opened(const ScenesMenu &menu)
{
    emit menu.menu()->aboutToShow();
    return menu.menu()->actions();
}

} // namespace

class ScenesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(*m_dir, "02-second.unfold", writeExperiment(titled("second & last", "Look at step 3.", 7)));
        write(*m_dir, "01-first.unfold", writeExperiment(titled("first", "Drag the slider.", 5)));
    }

    void scenesAreReadInOrder()
    {
        const SceneList list = readScenes(m_dir->path());
        QCOMPARE(list.scenes.size(), size_t(2));
        QCOMPARE(list.scenes[0].title, QStringLiteral("first"));
        QCOMPARE(list.scenes[1].experiment.note, std::string("Look at step 3."));
        QVERIFY(list.faults.isEmpty());
        QVERIFY(readScenes(QStringLiteral("/nowhere")).scenes.empty());
    }

    void aSceneWithoutATitleIsCalledAfterItsFile()
    {
        write(*m_dir, "03-plain.unfold", writeExperiment(titled("", "", 3)));
        QCOMPARE(readScenes(m_dir->path()).scenes[2].title, QStringLiteral("03-plain"));
    }

    void theMenuOffersThePresentSceneTicked()
    {
        Document document(test::smallElman(16));
        ScenesMenu menu(&document, m_dir->path());
        connect(&menu, &ScenesMenu::chosen, &document, [&](const Experiment &scene) { document.open(scene); });
        QCOMPARE(menu.text(), QStringLiteral("small"));
        const auto actions = opened(menu);
        QCOMPARE(actions.size(), 2);
        QCOMPARE(actions[1]->text(), QStringLiteral("second && last")); // no mnemonic
        QCOMPARE(actions[1]->toolTip(), QStringLiteral("Look at step 3."));
        actions[1]->trigger();
        QCOMPARE(document.result()->steps(), 7);
        QCOMPARE(menu.text(), QStringLiteral("second & last"));
        QVERIFY(opened(menu)[1]->isChecked());
        QVERIFY(!opened(menu)[0]->isChecked());
    }

    void aBrokenSceneIsReportedAndTheOthersOpen()
    {
        write(*m_dir, "00-broken.unfold", "{\"format\": \"unfold-experiment\", \"version\": 1, \"circuit\": 7}");
        const SceneList list = readScenes(m_dir->path());
        QCOMPARE(list.scenes.size(), size_t(2));
        QCOMPARE(list.faults.size(), 1);
        QVERIFY(list.faults.first().startsWith(QStringLiteral("00-broken.unfold: circuit")));
        Document document(test::smallElman(16));
        ScenesMenu menu(&document, m_dir->path());
        const auto actions = opened(menu);
        connect(&menu, &ScenesMenu::chosen, &document, [&](const Experiment &scene) { document.open(scene); });
        QVERIFY(!actions.last()->isEnabled());
        QVERIFY(actions.last()->toolTip().contains(QStringLiteral("00-broken.unfold")));
        actions.first()->trigger();
        QCOMPARE(document.result()->steps(), 5);
    }

    void curesStandInASectionOfTheirOwn()
    {
        loadFonts();
        Document document(test::smallElman(16));
        ScenesMenu menu(&document, m_dir->path(), QStringLiteral(":/cures"));
        connect(&menu, &ScenesMenu::chosen, &document, [&](const Experiment &scene) { document.open(scene); });
        const auto actions = opened(menu);
        QVERIFY(actions[2]->isSeparator());
        QCOMPARE(actions[2]->text(), QStringLiteral("Cures, before and after"));
        QCOMPARE(actions[3]->text(), QStringLiteral("Clipping"));
        actions[3]->trigger();
        QCOMPARE(document.experiment().title, std::string("Clipping: before"));
        QVERIFY(opened(menu)[3]->isChecked());
        Experiment after = document.experiment();
        after.title = "Clipping: after";
        document.open(after);
        QVERIFY(opened(menu)[3]->isChecked());
    }

    /// A scene may compare two experiments; undo takes both back.
    void aSceneBringsItsTwin()
    {
        loadFonts();
        Document document(test::smallElman(16));
        OpenFile file(&document);
        ScenesMenu menu(&document);
        connect(&menu, &ScenesMenu::chosen, &file,
            [&](const Experiment &scene, const std::optional<TwinExperiment> &twin) { file.openScene(scene, twin); });
        const auto actions = opened(menu);
        const auto driven = std::find_if(actions.begin(), actions.end(),
            [](const QAction *action) { return action->text() == QStringLiteral("A driven dynamical system"); });
        (*driven)->trigger();
        QVERIFY(document.twin()->result());
        QVERIFY(document.twin()->result()->experiment.initial.at("h") == Vector::Ones(8));
        QVERIFY(document.experiment().initial.empty());
        QCOMPARE(document.twin()->setup()->links.count(Link::Initial), size_t(0));
        document.setGain(0.7);
        QCOMPARE(document.twin()->result()->experiment.gain, 0.7);
        QVERIFY(document.twin()->result()->experiment.initial.at("h") == Vector::Ones(8));
        document.undoStack()->undo();
        document.undoStack()->undo();
        QVERIFY(!document.twin()->setup());
        QCOMPARE(document.experiment().title, std::string("small"));
    }

    void anEmptyFolderSaysSo()
    {
        QTemporaryDir empty;
        Document document(test::smallElman(16));
        ScenesMenu menu(&document, empty.path());
        QCOMPARE(opened(menu).size(), 1);
        QVERIFY(!opened(menu).first()->isEnabled());
    }

    void everyShippedSceneOpens()
    {
        loadFonts(); // the resources of a static library
        const SceneList list = readScenes();
        QVERIFY2(list.faults.isEmpty(), qPrintable(list.faults.join(u'\n')));
        for (const Scene &scene : list.scenes) {
            const Document document(scene.experiment);
            QVERIFY2(!scene.experiment.note.empty(), qPrintable(scene.file));
            QCOMPARE(document.result()->experiment.title, scene.title.toStdString());
        }
    }

    void thereIsAlwaysSomethingToStartWith()
    {
        const Document document(defaultScene());
        QVERIFY(document.result()->steps() > 1);
        QVERIFY(document.result()->trace->hasGradient);
    }

    void theLessonShowsTheNoteUntilItIsClosed()
    {
        Document document(titled("a", "Drag the slider.", 5));
        LessonCard card(&document);
        present(card);
        QVERIFY(card.isVisible());
        QCOMPARE(control<QLabel>(card, "note")->text(), QStringLiteral("Drag the slider."));
        QTest::mouseClick(control<SoftButton>(card, "closeLesson"), Qt::LeftButton);
        QVERIFY(!card.isVisible());
        document.setGain(0.5);
        QVERIFY(!card.isVisible()); // closed stays closed
        document.open(titled("b", "Now <b>this</b>.", 5));
        QVERIFY(card.isVisible());
        QCOMPARE(control<QLabel>(card, "note")->textFormat(), Qt::PlainText);
        document.open(titled("c", "", 5));
        QVERIFY(!card.isVisible());
        card.reopen();
        QVERIFY(!card.isVisible());
    }

    void aLessonIsNoWindowBeforeItHasAPlace()
    {
        Document document(titled("a", "Drag the slider.", 5));
        LessonCard card(&document);
        QVERIFY(!card.isVisible());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

UNFOLD_TEST(ScenesTest)
#include "scenes_test.moc"
