// What one edit of a large circuit costs: a node added, taken back, and moved by the keys, with the cells opened and
// the window at its default size. Work of the GUI thread and time on the clock.
//
//   editing [ROUNDS] [TITLE]      default 20; TITLE: only the scenes whose title contains it
#include "tests/bench/cost.h"
#include "ui/editor/editor_canvas.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace unfold;

namespace {

/// ms of work and on the clock, of every edit of one kind.
class Edits
{
public:
    void measure(const Document &document, const std::function<void()> &act)
    {
        const Cost cost = costOf(document, act);
        m_work.push_back(cost.work);
        m_time = std::max(m_time, cost.time);
    }

    void print(const char *what)
    {
        std::sort(m_work.begin(), m_work.end());
        std::printf("  %-10s median %6.1f ms, most %6.1f ms of work, %6.1f ms on the clock\n", what,
            m_work[m_work.size() / 2], m_work.back(), m_time);
    }

private:
    std::vector<double> m_work;
    double m_time = 0;
};

void edit(const Scene &scene, int rounds, MainWindow &window, Document &document)
{
    document.open(scene.experiment);
    QTest::keyClick(&window, Qt::Key_F4);
    settle(document);
    auto *canvas = window.findChild<EditorCanvas *>();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers held) { QTest::keyClick(canvas, key, held); };
    Edits adding, undoing, moving;
    for (int round = 0; round < rounds; ++round) {
        adding.measure(document, [&] { press(Qt::Key_S, Qt::NoModifier); });
        moving.measure(document, [&] { press(round % 2 ? Qt::Key_Left : Qt::Key_Right, Qt::ShiftModifier); });
        document.undoStack()->undo();
        settle(document);
        undoing.measure(document, [&] { document.undoStack()->undo(); });
    }
    std::printf("%s\n", qPrintable(scene.title));
    adding.print("add");
    moving.print("move");
    undoing.print("undo");
    QTest::keyClick(&window, Qt::Key_F4);
    settle(document);
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20;
    QApplication app(argc, argv);
    loadFonts();
    applyTheme(app, ThemeKind::Light);
    Document document(defaultScene());
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    window.show();
    settle(document);
    const SceneList scenes = readScenes();
    for (const bool opened : {false, true}) {
        document.openCells(opened);
        std::printf("-- cells %s\n", opened ? "opened" : "closed");
        for (const Scene &scene : scenes.scenes)
            if (scene.title.contains(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString(), Qt::CaseInsensitive))
                edit(scene, rounds, window, document);
    }
    return EXIT_SUCCESS;
}
