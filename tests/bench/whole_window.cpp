// What the rare changes cost that touch the whole window: the size of text, the projector mode, the theme, another
// scene. Work of the GUI thread and time on the clock, the slowest of several.
//
//   whole_window [ROUNDS]      default 10
#include "tests/bench/cost.h"
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

using namespace unfold;

namespace {

void measure(const char *what, int rounds, const Document &document, const std::function<void(int)> &act)
{
    double mostWork = 0;
    double mostTime = 0;
    double sum = 0;
    for (int round = 0; round < rounds; ++round) {
        const Cost cost = costOf(document, [&] { act(round); });
        sum += cost.work;
        mostWork = std::max(mostWork, cost.work);
        mostTime = std::max(mostTime, cost.time);
    }
    std::printf(
        "%-20s mean %6.1f ms, most %6.1f ms of work, %6.1f ms on the clock\n", what, sum / rounds, mostWork, mostTime);
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 10;
    QApplication app(argc, argv);
    loadFonts();
    applyTheme(app, ThemeKind::Light);
    Document document(defaultScene());
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    window.show();
    settle(document);
    const auto press
        = [&](Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(&window, key, held); };
    const auto zoom = [&](int i) { press(i % 4 < 2 ? Qt::Key_Plus : Qt::Key_Minus, Qt::ControlModifier); };
    const auto project = [&](int) { press(Qt::Key_F5); };
    measure("text size", rounds, document, zoom);
    measure("projector mode", rounds, document, project);
    measure("theme", rounds, document, [&](int) { press(Qt::Key_D, Qt::ControlModifier); });
    const SceneList scenes = readScenes();
    for (const Scene &scene : scenes.scenes) {
        measure(qPrintable(scene.title.left(20)), 1, document, [&](int) { document.open(scene.experiment); });
        measure("  text size", rounds, document, zoom);
    }
    document.open(defaultScene());
    measure("twins side by side", 1, document, [&](int) {
        press(Qt::Key_1, Qt::AltModifier);
        press(Qt::Key_F3);
    });
    measure("  text size", rounds, document, zoom);
    measure("  projector mode", rounds, document, project);
    press(Qt::Key_0, Qt::AltModifier);
    measure("editor", 1, document, [&](int) { press(Qt::Key_F4); });
    measure("  text size", rounds, document, zoom);
    measure("  projector mode", rounds, document, project);
    return EXIT_SUCCESS;
}
