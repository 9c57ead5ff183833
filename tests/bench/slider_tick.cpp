// What a dragged slider costs: compute, scene, plots and paint of one tick in the whole window, as p50 and p95; beside
// it the time from the start of main to the first painted frame, and the resident memory.
//
//   slider_tick [HIDDEN [STEPS [VISIBLE STEPS [CIRCUIT [TWIN]]]]]      default 32 200 60 elman
//
// TWIN: a circuit of the catalogue, linked in all else; or that of the first, for a copy. A circuit with gated cells is
// shown opened. Then the time axis is zoomed, one turn of the wheel after the other.
#include "core/experiment/edit.h"
#include "tests/bench/settle.h"
#include "ui/document/twin.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QSettings>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace unfold;

namespace {
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nan("");
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return std::nan("");
}

double percentile(std::vector<double> sorted, double p)
{
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<size_t>(p * static_cast<double>(sorted.size() - 1))];
}
} // namespace

int main(int argc, char **argv)
{
    const auto start = Clock::now();
    const auto number = [&](int index, int otherwise) { return argc > index ? std::atoi(argv[index]) : otherwise; };
    const int hidden = number(1, 32);
    const int steps = number(2, 200);
    const int visible = number(3, 60);
    const std::string circuit = argc > 4 ? argv[4] : "elman";

    QApplication app(argc, argv);
    loadFonts();
    applyTheme(app, ThemeKind::Light);
    Document document(defaultScene());
    QSettings settings(QStringLiteral("/dev/null"), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    window.resize(1280, 800);
    window.show();
    settle(document);
    std::printf(
        "first painted frame   %6.1f ms after main, %.1f MB resident\n", millisecondsSince(start), residentMegabytes());

    const Experiment sized = withSteps(withHiddenSize(document.experiment(), hidden), steps);
    document.change(withCircuit(sized, circuit), QStringLiteral("bench"));
    if (argc > 5) {
        Links links(allLinks.begin(), allLinks.end());
        links.erase(Link::Circuit);
        document.changeTwins(
            document.experiment(), TwinExperiment{withCircuit(document.experiment(), argv[5]), links, {}}, {});
    }
    document.openCells(true);
    document.setPass(Pass::Backward);
    document.setStep(1);
    document.setTimeWindow({steps - visible + 0.5, steps + 0.5});
    settle(document);

    std::vector<double> ticks;
    for (int i = 0; i < 400; ++i) {
        const auto tick = Clock::now();
        document.setGain(0.85 + 0.3 * std::sin(i * 0.05));
        settle(document);
        ticks.push_back(millisecondsSince(tick));
    }
    std::printf("tick of %s at hidden %d, T = %d, %d steps drawn: p50 %.1f ms, p95 %.1f ms; %.1f MB resident\n",
        circuit.c_str(), hidden, steps, visible, percentile(ticks, 0.5), percentile(ticks, 0.95), residentMegabytes());

    std::vector<double> turns;
    for (int i = 0; i < 240; ++i) {
        const auto turn = Clock::now();
        const double span = 4 + (visible - 4) * (0.5 + 0.5 * std::cos(i * 0.13));
        document.setTimeWindow({steps - span + 0.5, steps + 0.5});
        settle(document);
        turns.push_back(millisecondsSince(turn));
    }
    std::printf("zoom between 4 and %d steps: p50 %.1f ms, p95 %.1f ms\n", visible, percentile(turns, 0.5),
        percentile(turns, 0.95));
    return 0;
}
