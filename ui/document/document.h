#pragma once
// The one mutable thing: the present experiment, its trace and report, the cursor and what is touched.
//
// Views ask for a change here and redraw on the signal; they hold no state that another view needs. Everything happens
// on the GUI thread; runs that take longer than a frame go to a Runner and come back by resultChanged.
#include "core/analysis/gradient_report.h"
#include "core/experiment/experiment.h"
#include "core/experiment/twins.h"
#include "core/run/compute.h"
#include "ui/document/cursor.h"
#include "ui/document/merge_gesture.h"
#include "ui/document/reference_curve.h"
#include "ui/document/runner.h"
#include "ui/document/time_window.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>

namespace unfold {

struct GainReach;
class ReachKeeper;
class Twin;

/// Everything computed from one experiment. Constant; the parts belong together.
struct Result {
    Experiment experiment;
    std::shared_ptr<const Prepared> prepared;
    std::shared_ptr<const Trace> trace;
    GradientReport report;

    const Circuit &circuit() const { return trace->circuit(); }
    int steps() const { return trace->steps(); }
};

class Document : public QObject
{
    Q_OBJECT

public:
    /// Starts with `experiment`, computed at once. Throws InputError where it is invalid.
    explicit Document(const Experiment &experiment, QObject *parent = nullptr);

    const Experiment &experiment() const { return m_experiment; }
    /// Never null. May lag behind experiment() while `computing()`.
    std::shared_ptr<const Result> result() const { return m_result; }
    bool computing() const { return m_runner.busy(); }
    /// ‖∂node(end)/∂node(t)‖₂ of the plotted node, computed in the background; empty until it is there or while nobody
    /// wants it.
    const StepSeries &jacobianNorms() const { return m_jacobianNorms; }
    bool jacobianWanted() const { return m_jacobianWanted; }

    const Cursor &cursor() const { return m_cursor; }
    const ElementRef &hover() const { return m_hover; }
    const TimeWindow &timeWindow() const { return m_timeWindow; }
    GradientOf gradientOf() const { return m_gradientOf; }
    /// Whether gated cells show their gates; else each is one block. Of both diagrams.
    bool cellsOpened() const { return m_cellsOpened; }
    /// The node of the heat map and the gradient plot.
    int plottedNode() const;
    /// Whether the axis of the gradient fits the present curve; else it is fixed, the same at every gain.
    bool axisFitted() const { return m_axisFitted; }
    /// What the gradient reaches over the slider's gains; null while it is computed, beside the window where it takes
    /// long.
    std::shared_ptr<const GainReach> gainReach() const;
    /// Curves of other runs, faint behind the present one.
    const ReferenceCurves &references() const { return m_references; }
    /// Steps per second at which somebody lets the pass run; 0: the cursor is moved by hand.
    double pace() const { return m_pace; }
    /// What the names of the result's circuit are read in.
    Notation notation() const { return m_notation; }

    QUndoStack *undoStack() { return &m_undo; }
    /// The experiment that this one is compared with, where there is one. Never null.
    Twin *twin() const { return m_twin; }

    /// Replaces the experiment, as one undoable change called `what`. Consecutive changes of the same mergeId ≥ 0 are
    /// one, where they belong to one gesture. On an InputError nothing changes, refused() is emitted with its sentence,
    /// and false returned.
    bool change(const Experiment &experiment, const QString &what, int mergeId = -1);
    /// The gain alone (a dragged slider); merged.
    bool setGain(double gain);
    /// true: a hand takes hold of a control; false: it lets go. What it changes in between is one undo step.
    void holdChange(bool held) { m_gesture.hold(held); }
    /// A new experiment, with or without a twin, that has nothing to do with the present one: cursor, window and undo
    /// begin anew.
    bool open(const Experiment &experiment, const std::optional<TwinExperiment> &twin = std::nullopt);
    /// Both at once; without a twin that of before goes.
    bool changeTwins(const Experiment &experiment, const std::optional<TwinExperiment> &twin, const QString &what);
    /// The same as open, as an undoable change called `what`: undo brings the present experiment back.
    bool exchange(
        const Experiment &experiment, const QString &what, const std::optional<TwinExperiment> &twin = std::nullopt);

public slots:
    void setStep(int step); ///< cut to 1 … T; scrolls the window where needed
    void setPass(unfold::Pass pass); ///< refused where there is no loss to go backward from
    void select(const unfold::ElementRef &element); ///< follows the cursor from its next step on, unless it is pinned
    void pin(const unfold::ElementRef &element); ///< selects it and keeps its step; it must be at one
    void release(); ///< the pin; where there is none, the selection
    void setHover(const unfold::ElementRef &element);
    void setTimeWindow(const unfold::TimeWindow &window); ///< cut to the sequence
    void setGradientOf(unfold::GradientOf of);
    void setPlottedNode(int node);
    void openCells(bool opened);
    void setNotation(unfold::Notation notation);
    void wantJacobian(bool wanted);
    void fitAxis(bool fitted);
    void setReferences(const unfold::ReferenceCurves &references);
    void setPace(double stepsPerSecond);

signals:
    void experimentChanged(); ///< or its twin
    void resultChanged(); ///< trace and report
    void computingChanged();
    void jacobianChanged();
    void cursorChanged(); ///< step, pass, selection or pin
    void viewReset(); ///< another experiment: whatever a view had come to begins anew
    void hoverChanged();
    void timeWindowChanged();
    void plottedNodeChanged();
    void cellsOpenedChanged();
    void axisFittedChanged();
    void gainReachChanged();
    void referencesChanged();
    void heldCurvesDropped(int count); ///< another experiment was opened: they had nothing to do with it
    void paceChanged();
    void notationChanged();
    void refused(
        const QString &sentence); ///< a change was impossible; the sentence says what, where and what is expected

private:
    friend class ReplaceExperiment;
    using PreparedPtr = std::shared_ptr<const Prepared>;

    PreparedPtr prepareOrRefuse(const Experiment &experiment);
    void push(const Experiment &experiment, const PreparedPtr &prepared, const std::optional<TwinExperiment> &twin,
        const QString &what, int mergeId);
    void replace(const Experiment &experiment, const PreparedPtr &prepared, const std::optional<TwinExperiment> &twin);
    void recompute();
    void adopt(const std::shared_ptr<const Result> &result);
    void refreshJacobian();
    void resetView();
    void setCursor(const Cursor &cursor);
    std::shared_ptr<Trace> spareTrace();

    Experiment m_experiment;
    PreparedPtr m_prepared;
    std::shared_ptr<const Result> m_result;
    std::shared_ptr<const Result> m_previous; ///< its trace is filled again where no view holds it any more
    StepSeries m_jacobianNorms;
    bool m_jacobianWanted = false;
    Cursor m_cursor;
    ElementRef m_hover;
    TimeWindow m_timeWindow;
    GradientOf m_gradientOf = GradientOf::LastStep;
    int m_watched = -1; ///< −1: the default
    bool m_cellsOpened = false;
    bool m_axisFitted = false;
    ReferenceCurves m_references;
    double m_pace = 0;
    Notation m_notation = Notation::Letters;
    Twin *m_twin; ///< a child
    ReachKeeper *m_reach; ///< a child
    QUndoStack m_undo;
    MergeGesture m_gesture;
    Runner m_runner;
    Runner m_jacobianRunner;
};

} // namespace unfold
