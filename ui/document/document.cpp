#include "ui/document/document.h"

#include "core/analysis/jacobian.h"
#include "core/circuit/input_error.h"
#include "core/experiment/twins.h"
#include "ui/document/held_curves.h"
#include "ui/document/reach_keeper.h"
#include "ui/document/replace_experiment.h"
#include "ui/document/twin.h"
#include "ui/style/number_text.h"

#include <algorithm>
#include <cmath>
#include <exception>

namespace unfold {
namespace {
constexpr int gainMergeId = 1;

/// Multiply-adds that fit into a frame beside the drawing; dearer runs go to the worker.
constexpr double frameBudget = 8e6;

/// Multiply-adds as long as those of one run. Products with a gain of almost nothing are subnormal, and processors take
/// many times as long for each.
double workOf(const Prepared &prepared, double gain)
{
    constexpr double almostNothing = 1e-300;
    constexpr double slowness = 30;
    return prepared.program->cost() * (gain != 0 && std::abs(gain) < almostNothing ? slowness : 1);
}

std::shared_ptr<const Result> makeResult(const Experiment &experiment, const std::shared_ptr<const Prepared> &prepared,
    GradientOf of, int watched, const std::shared_ptr<Trace> &reuse)
{
    auto result = std::make_shared<Result>();
    result->experiment = experiment;
    result->prepared = prepared;
    result->trace = compute(*prepared, experiment.gain, of, reuse);
    const Circuit &circuit = result->circuit();
    const int node
        = watched >= 0 && watched < static_cast<int>(circuit.nodes.size()) ? watched : defaultPlottedNode(circuit);
    result->report = reportGradient(*prepared, experiment.gain, of, *result->trace, node);
    return result;
}

bool contains(const Result &result, const ElementRef &element)
{
    return existsIn(result.circuit(), result.steps(), element);
}

} // namespace

Document::Document(const Experiment &experiment, QObject *parent)
    : QObject(parent)
    , m_experiment(experiment)
    , m_prepared(prepare(experiment))
    , m_twin(new Twin(this))
    , m_reach(new ReachKeeper(this))
{
    connect(&m_runner, &Runner::busyChanged, this, &Document::computingChanged);
    connect(m_reach, &ReachKeeper::arrived, this, &Document::gainReachChanged);
    m_result = makeResult(m_experiment, m_prepared, m_gradientOf, m_watched, nullptr);
    m_reach->follow(m_experiment, m_prepared, m_result->report.node);
    resetView();
}

std::shared_ptr<const GainReach> Document::gainReach() const
{
    return m_reach->reach();
}

int Document::plottedNode() const
{
    return m_result->report.node;
}

// -- changing the experiment
// -------------------------------------------------------------------------------------------

Document::PreparedPtr Document::prepareOrRefuse(const Experiment &experiment)
{
    try {
        return inNotation(prepare(experiment, m_prepared.get()), m_notation);
    } catch (const InputError &error) {
        emit refused(QString::fromUtf8(error.what()));
    }
    return nullptr;
}

bool Document::change(const Experiment &experiment, const QString &what, int mergeId)
{
    if (experiment == m_experiment)
        return true;
    const PreparedPtr prepared = prepareOrRefuse(experiment);
    if (prepared)
        push(experiment, prepared, m_twin->following(experiment), what, mergeId);
    return prepared != nullptr;
}

bool Document::changeTwins(const Experiment &experiment, const std::optional<TwinExperiment> &twin, const QString &what)
{
    const PreparedPtr prepared = prepareOrRefuse(experiment);
    if (prepared)
        push(experiment, prepared, twin, what, -1);
    return prepared != nullptr;
}

bool Document::setGain(double gain)
{
    if (!std::isfinite(gain)) {
        emit refused(tr("gain: not a finite number; expected a number such as 1.05"));
        return false;
    }
    if (gain == m_experiment.gain)
        return true;
    Experiment next = m_experiment;
    next.gain = gain;
    push(next, m_prepared, m_twin->followingGain(next), tr("gain %1").arg(numberText(gain)),
        gainMergeId); // the gain is no part of what is prepared
    return true;
}

bool Document::open(const Experiment &experiment, const std::optional<TwinExperiment> &twin)
{
    const PreparedPtr prepared = prepareOrRefuse(experiment);
    if (!prepared)
        return false;
    m_undo.clear();
    m_watched = -1;
    m_runner.cancel();
    m_experiment = experiment;
    m_prepared = prepared;
    // The first picture of a new experiment is shown whole: nothing of the old one may stand beside it.
    const auto result = makeResult(m_experiment, m_prepared, m_gradientOf, m_watched, nullptr);
    m_twin->adopt(twin);
    emit experimentChanged();
    m_cursor = m_cursor.selecting({}); // what it names in the new one would be something else
    m_hover = {};
    fitAxis(false);
    dropHeldCurves(*this);
    adopt(result);
    resetView();
    m_twin->tellAdopted();
    return true;
}

bool Document::exchange(const Experiment &experiment, const QString &what, const std::optional<TwinExperiment> &twin)
{
    const PreparedPtr prepared = prepareOrRefuse(experiment);
    if (!prepared)
        return false;
    m_watched = -1;
    if (!(experiment == m_experiment) || m_twin->setup() != twin)
        push(experiment, prepared, twin, what, -1);
    m_runner.cancel();
    if (!(m_result->experiment == experiment)) // it takes long; the first picture is shown whole, as in open()
        adopt(makeResult(m_experiment, m_prepared, m_gradientOf, m_watched, nullptr));
    resetView();
    return true;
}

void Document::push(const Experiment &experiment, const PreparedPtr &prepared,
    const std::optional<TwinExperiment> &twin, const QString &what, int mergeId)
{
    m_undo.push(new ReplaceExperiment(*this, experiment, prepared, twin, what, {mergeId, m_gesture.number()}));
    m_gesture.touch();
}

void Document::replace(
    const Experiment &experiment, const PreparedPtr &prepared, const std::optional<TwinExperiment> &twin)
{
    m_twin->adopt(twin);
    if (experiment == m_experiment) { // the twin alone has changed
        emit experimentChanged();
        m_twin->tellAdopted();
        return;
    }
    // A running job of an experiment that differs only in gain may still deliver: the curve then follows a dragged
    // slider in steps, instead of standing still until the mouse rests.
    if (!differOnlyInGain(m_experiment, experiment))
        m_runner.cancel();
    m_experiment = experiment;
    m_prepared = inNotation(prepared, m_notation); // undo brings back what was prepared in its time
    emit experimentChanged();
    recompute();
    m_twin->tellAdopted();
}

// -- computing
// ---------------------------------------------------------------------------------------------------------

std::shared_ptr<Trace> Document::spareTrace()
{
    if (!m_previous || m_previous.use_count() > 1 || m_previous->trace.use_count() > 1)
        return nullptr;
    auto spare = std::const_pointer_cast<Trace>(m_previous->trace);
    m_previous.reset();
    return spare;
}

void Document::recompute()
{
    if (workOf(*m_prepared, m_experiment.gain) <= frameBudget) {
        m_runner.cancel();
        adopt(makeResult(m_experiment, m_prepared, m_gradientOf, m_watched, spareTrace()));
        return;
    }
    m_runner.start([this, experiment = m_experiment, prepared = m_prepared, of = m_gradientOf, watched = m_watched,
                       reuse = spareTrace()](std::stop_token) -> Runner::Delivery {
        try {
            const auto result = makeResult(experiment, prepared, of, watched, reuse);
            return [this, result] { adopt(result); };
        } catch (const std::exception &error) {
            return [this, sentence = QString::fromUtf8(error.what())] { emit refused(sentence); };
        }
    });
}

void Document::adopt(const std::shared_ptr<const Result> &result)
{
    const bool otherLength = m_result->steps() != result->steps();
    const bool otherNode = m_result->report.node != result->report.node;
    const Cursor cursorBefore = m_cursor;
    m_previous = m_result;
    m_result = result;
    m_reach->follow(result->experiment, result->prepared, result->report.node);
    m_jacobianNorms.clear();
    if (otherLength) {
        m_timeWindow = TimeWindow::all(result->steps());
        m_cursor = m_cursor.at(std::clamp(m_cursor.step, 1, result->steps()));
    }
    if (!m_result->trace->hasGradient)
        m_cursor.pass = Pass::Forward;
    if (!contains(*m_result, m_cursor.selection))
        m_cursor = m_cursor.selecting({});
    const bool otherHover = !contains(*m_result, m_hover);
    if (otherHover)
        m_hover = {};
    emit resultChanged();
    if (otherLength)
        emit timeWindowChanged();
    if (m_cursor != cursorBefore)
        emit cursorChanged();
    if (otherHover)
        emit hoverChanged();
    if (otherNode)
        emit plottedNodeChanged();
    refreshJacobian();
}

void Document::refreshJacobian()
{
    m_jacobianRunner.cancel();
    if (!m_jacobianWanted)
        return;
    m_jacobianRunner.start([this, result = m_result](std::stop_token stop) -> Runner::Delivery {
        const StepSeries norms = unfold::jacobianNorms(*result->trace, result->report.node, stop);
        return [this, norms] {
            m_jacobianNorms = norms;
            emit jacobianChanged();
        };
    });
}

// -- looking at it
// -----------------------------------------------------------------------------------------------------

void Document::resetView()
{
    m_timeWindow = TimeWindow::all(m_result->steps());
    m_hover = {};
    const bool backward = m_result->trace->hasGradient;
    // The whole of it is there to be seen at once: forward at the end, or the gradient flowed back to the start.
    m_cursor = {backward ? 1 : m_result->steps(), backward ? Pass::Backward : Pass::Forward, {}, false};
    emit timeWindowChanged();
    emit cursorChanged();
    emit hoverChanged();
    emit viewReset();
}

void Document::setCursor(const Cursor &cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    emit cursorChanged();
}

void Document::setStep(int step)
{
    const Cursor next = m_cursor.at(std::clamp(step, 1, m_result->steps()));
    setTimeWindow(m_timeWindow.showing(next.step));
    setCursor(next);
}

void Document::setPass(Pass pass)
{
    if (pass == Pass::Backward && !m_result->trace->hasGradient) {
        emit refused(tr("There is no backward pass without a loss; choose where the loss is taken first."));
        return;
    }
    Cursor next = m_cursor;
    next.pass = pass;
    setCursor(next);
}

/// Of several states the one that was clicked is the one that the plots speak of.
void Document::select(const ElementRef &element)
{
    const ElementRef chosen = contains(*m_result, element) ? element : ElementRef();
    setCursor(m_cursor.selecting(chosen));
    if (chosen.kind == ElementRef::Kind::Node
        && m_result->circuit().nodes[static_cast<size_t>(chosen.node)].role == Role::State)
        setPlottedNode(chosen.node);
}

void Document::pin(const ElementRef &element)
{
    if (element.step > 0 && contains(*m_result, element))
        setCursor(m_cursor.pinning(element));
}

void Document::release()
{
    setCursor(m_cursor.released());
}

void Document::setHover(const ElementRef &element)
{
    const ElementRef next = contains(*m_result, element) ? element : ElementRef();
    if (next == m_hover)
        return;
    m_hover = next;
    emit hoverChanged();
}

void Document::setTimeWindow(const TimeWindow &window)
{
    const TimeWindow next = window.clamped(m_result->steps());
    if (next == m_timeWindow)
        return;
    m_timeWindow = next;
    emit timeWindowChanged();
}

void Document::setGradientOf(GradientOf of)
{
    if (of == m_gradientOf)
        return;
    m_gradientOf = of;
    recompute();
}

void Document::setPlottedNode(int node)
{
    if (node == plottedNode())
        return;
    m_watched = node;
    recompute();
}

void Document::openCells(bool opened)
{
    if (opened == m_cellsOpened)
        return;
    m_cellsOpened = opened;
    emit cellsOpenedChanged();
}

void Document::fitAxis(bool fitted)
{
    if (fitted == m_axisFitted)
        return;
    m_axisFitted = fitted;
    emit axisFittedChanged();
}

void Document::setReferences(const ReferenceCurves &references)
{
    if (references == m_references)
        return;
    m_references = references;
    emit referencesChanged();
}

void Document::setPace(double stepsPerSecond)
{
    if (stepsPerSecond == m_pace)
        return;
    m_pace = stepsPerSecond;
    emit paceChanged();
}

void Document::setNotation(Notation notation)
{
    if (notation == m_notation)
        return;
    m_notation = notation;
    m_prepared = inNotation(m_prepared, notation);
    emit notationChanged();
    recompute();
}

void Document::wantJacobian(bool wanted)
{
    if (wanted == m_jacobianWanted)
        return;
    m_jacobianWanted = wanted;
    m_jacobianNorms.clear();
    emit jacobianChanged();
    refreshJacobian();
}

} // namespace unfold
