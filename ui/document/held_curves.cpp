#include "ui/document/held_curves.h"

#include "core/experiment/check.h"
#include "core/experiment/twins.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace unfold {
namespace {

struct HeldCurvesText {
    Q_DECLARE_TR_FUNCTIONS(HeldCurves)
};

ReferenceCurve presentCurve(const Result &result)
{
    return {{}, result.report.norm,
        HeldRun{std::make_shared<const Experiment>(result.experiment), result.prepared, result.report.shown,
            result.report.node}};
}

/// Whether both are the same run.
bool isSameRun(const HeldRun &a, const HeldRun &b)
{
    return a.node == b.node && a.shown == b.shown && a.experiment->gain == b.experiment->gain
        && (a.prepared == b.prepared || *a.experiment == *b.experiment);
}

bool isHeld(const ReferenceCurves &curves, const HeldRun &run)
{
    return std::any_of(curves.begin(), curves.end(),
        [&](const ReferenceCurve &curve) { return curve.held && isSameRun(*curve.held, run); });
}

/// Why the present gradient cannot be held; empty: it can.
QString reasonAgainst(const Document &document)
{
    if (!document.result()->trace->hasGradient)
        return HeldCurvesText::tr("There is no gradient to hold: this network has no loss.");
    if (document.cursor().pass == Pass::Forward)
        return HeldCurvesText::tr("There is no gradient to hold yet: it comes with the backward pass (B).");
    if (heldCount(document.references()) >= mostHeld)
        return HeldCurvesText::tr("%1 curves are held, and more could not be told apart. Release one first: click its "
                                  "name in the plot, or release all with Shift+H.")
            .arg(mostHeld);
    return {};
}

QString lossInWords(GradientOf of)
{
    return of == GradientOf::LastStep ? HeldCurvesText::tr("loss of the last step")
                                      : HeldCurvesText::tr("sum of all losses");
}

/// What the run has that the present one has not, apart from the gain.
QStringList differences(const HeldRun &held, const Result &present)
{
    QStringList words;
    if (held.prepared != present.prepared && !differOnlyInGain(*held.experiment, present.experiment)) {
        for (const Link link : allLinks)
            if (link != Link::Gain && differ(link, present.experiment, *held.experiment))
                words << QString::fromStdString(inWords(link, *held.experiment));
        if (words.isEmpty())
            words << HeldCurvesText::tr("before the change");
    }
    const auto nodeOf = [](const Circuit &circuit, int node) { return circuit.nodes[static_cast<size_t>(node)].name; };
    const std::string node = nodeOf(held.prepared->program->circuit, held.node);
    if (node != nodeOf(present.circuit(), present.report.node))
        words << QString::fromStdString(node);
    if (present.report.severalLosses && held.shown != present.report.shown)
        words << lossInWords(held.shown);
    return words;
}

} // namespace

bool holdCurve(Document &document)
{
    const ReferenceCurve present = presentCurve(*document.result());
    if (isHeld(document.references(), *present.held))
        return false; // it is to be seen
    const QString reason = reasonAgainst(document);
    if (!reason.isEmpty()) {
        emit document.refused(reason);
        return false;
    }
    ReferenceCurves curves = document.references();
    curves.push_back(present);
    document.setReferences(curves);
    return true;
}

void releaseCurve(Document &document, int index)
{
    ReferenceCurves curves = document.references();
    if (index < 0 || index >= static_cast<int>(curves.size()) || !curves[static_cast<size_t>(index)].held)
        return;
    curves.erase(curves.begin() + index);
    document.setReferences(curves);
}

void releaseHeldCurves(Document &document)
{
    document.setReferences(withoutHeld(document.references()));
}

void dropHeldCurves(Document &document)
{
    const int count = heldCount(document.references());
    if (count == 0)
        return;
    releaseHeldCurves(document);
    emit document.heldCurvesDropped(count);
}

QString referenceName(const ReferenceCurve &curve, const Result &present)
{
    if (!curve.held)
        return curve.name;
    const QStringList others = differences(*curve.held, present);
    const QString gain = numberText(curve.held->experiment->gain);
    return others.isEmpty() ? HeldCurvesText::tr("held: %1").arg(gain)
                            : HeldCurvesText::tr("held: %1, %2").arg(gain, others.join(QStringLiteral(", ")));
}

bool isComparable(const ReferenceCurve &curve, const Result &present)
{
    return curve.norm.size() == present.report.norm.size();
}

} // namespace unfold
