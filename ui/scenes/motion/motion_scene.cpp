#include "ui/scenes/motion/motion_scene.h"

#include "ui/diagram/shared/hand_drawing.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr double margin = 6; ///< px at both ends of the time axis, at the usual size of text
constexpr double narrowestStep = 62; ///< px, at the usual size of text
constexpr double narrowestCell = 150; ///< of an opened cell
constexpr double foldedWidth = 1.25; ///< of the folded drawing, by the height
constexpr double foldedShare = 0.55; ///< of the width, at most

PlanInput planInput(const MotionAsk &ask, const ShownSequence &shown, bool opened)
{
    PlanInput input;
    input.circuit = shown.circuit;
    input.loss = shown.loss;
    input.steps = shown.steps;
    input.height = ask.size.height();
    input.fonts = ask.fonts;
    input.opened = opened;
    input.pitch = (ask.size.width() - 2 * margin * ask.fonts.unit) / shown.steps;
    return input;
}

/// A delay is seen where there are steps on both sides of it.
int leastSteps(const Circuit &circuit)
{
    int farthest = 0;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            farthest = std::max({farthest, std::abs(term.delay), std::abs(term.gateDelay)});
    return farthest + 2;
}

} // namespace

MotionScene sceneOf(const MotionAsk &ask)
{
    MotionScene scene;
    const double unit = ask.fonts.unit;
    const bool cells = ask.opened && canClose(ask.circuit);
    const double narrowest = (cells ? narrowestCell : narrowestStep) * unit;
    const int fitting = static_cast<int>(ask.size.width() / narrowest);
    const int wanted = std::clamp(fitting, std::min(leastSteps(ask.circuit), mostShownSteps), mostShownSteps);
    scene.shown = shortened(ask.circuit, ask.loss, ask.steps, wanted);
    const bool opened = ask.opened;
    PlanInput input = planInput(ask, scene.shown, opened);
    UnrolledPlan plan = planUnrolled(input);
    scene.opened = opened && !plan.tooNarrow;
    MotionInput both;
    both.steps = scene.shown.steps;
    both.byHand = plan.handDrawing.has_value();
    both.axis = {TimeWindow::all(scene.shown.steps), margin * unit, ask.size.width() - margin * unit};
    both.unrolled = layOutUnrolled(input, plan, both.axis, ask.size.width());
    const double width = std::min(foldedShare * ask.size.width(), foldedWidth * ask.size.height());
    both.folded = layOutFolded({ask.circuit, ask.loss, {width, ask.size.height()}, ask.fonts, scene.opened});
    scene.motion = UnfoldMotion(std::move(both));
    return scene;
}

} // namespace unfold
