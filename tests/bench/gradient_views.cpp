// The longest frames of the views under the graph (key V): work of the GUI thread in milliseconds while the gain
// changes, the cursor steps and the mouse goes over the view.
//
//   gradient_views [STEPS [HIDDEN]]      default 1000 32; the loss is that of all steps
#include "core/experiment/edit.h"
#include "tests/bench/settle.h"
#include "tests/bench/worked.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/window/main_window.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace unfold;

namespace {

constexpr int rounds = 8;
constexpr int patience = 400; ///< ms for what is computed beside

/// The longest of the frames that follow.
double longestFrame(const Document &document, const std::function<void()> &act)
{
    double before = worked();
    act();
    double longest = 0;
    QElapsedTimer clock;
    clock.start();
    do {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
        longest = std::max(longest, worked() - before);
        before = worked();
    } while (document.computing() || clock.elapsed() < patience);
    return longest;
}

void measure(const char *what, const Document &document, const std::function<void(int)> &act)
{
    double longest = 0;
    for (int round = 0; round < rounds; ++round)
        longest = std::max(longest, longestFrame(document, [&] { act(round); }));
    std::printf("  %-8s %6.1f ms\n", what, longest);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    loadFonts();
    applyTheme(app, ThemeKind::Light);
    Document document(defaultScene());
    QSettings settings(QStringLiteral("/dev/null"), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    window.show();
    const int steps = argc > 1 ? std::atoi(argv[1]) : 1000;
    Experiment experiment = withHiddenSize(document.experiment(), argc > 2 ? std::atoi(argv[2]) : 32);
    document.change(withSteps(withLossAt(experiment, {}), steps), QStringLiteral("bench"));
    document.setGradientOf(GradientOf::AllSteps);
    document.setPass(Pass::Backward);
    settle(document);
    auto *views = window.findChild<GradientViewSwitcher *>();
    for (int i = 0; i < views->count(); ++i) {
        const double shown = longestFrame(document, [&] { views->setCurrentIndex(i); });
        QWidget *view = views->currentWidget();
        std::printf("%s, T = %d\n  shown    %6.1f ms\n", qPrintable(view->accessibleName()), steps, shown);
        measure("gain", document, [&](int round) { document.setGain(0.9 + 0.05 * round); });
        measure("cursor", document, [&](int round) { document.setStep(1 + round); });
        document.setStep(1);
        settle(document);
        measure("mouse", document,
            [&](int round) { QTest::mouseMove(view, QPoint(view->width() / 2 + 20 * round, view->height() / 2)); });
    }
    return 0;
}
