#pragma once
// Holding the present gradient as a reference curve, and letting it go.
#include "ui/document/document.h"

namespace unfold {

/// Leaves the present gradient behind. Refused by Document::refused where there is none to see, and where no more can
/// be held. false: refused, or held already.
bool holdCurve(Document &document);
/// index: of Document::references(). One that belongs to a cure stays.
void releaseCurve(Document &document, int index);
void releaseHeldCurves(Document &document);
/// Before another experiment is opened, with which they have nothing to do; Document::heldCurvesDropped says so.
void dropHeldCurves(Document &document);

/// "held: 1.05": the gain, and whatever distinguishes that run from the present one: "held: 1.05, relu".
/// The name of a curve that is not held.
QString referenceName(const ReferenceCurve &curve, const Result &present);
/// Whether it is drawn beside the present curve: it has as many steps.
bool isComparable(const ReferenceCurve &curve, const Result &present);

} // namespace unfold
