#pragma once
// The pulse that runs against the arrows while the backward pass is played: how far it has come, and along which
// arrows.
#include "ui/diagram/shared/shapes.h"
#include "ui/document/cursor.h"

#include <QVariantAnimation>

namespace unfold {

/// Whether the gradient comes through an arrow at the very step of the cursor: at none while nothing flows back.
bool comesNow(const Cursor &cursor, int steps, const EdgeShape &edge);

/// A place on an arrow and on what leads to it, by length: 0 where it begins, 1 at its head.
QPointF pointAlong(const EdgeShape &edge, double t);

class Pulse : public QVariantAnimation
{
    Q_OBJECT

public:
    explicit Pulse(QObject *parent = nullptr);

    /// Runs once from the heads of the arrows to where they begin, within the time of one step.
    void run(double stepsPerSecond);
    bool running() const { return state() == Running; }
    /// 1 at the heads, 0 where the arrows begin.
    double place() const { return 1 - currentValue().toDouble(); }
};

/// px from the middle of a pulse to its border, by the width of the arrow that it runs along.
double pulseRadius(double width);

} // namespace unfold
