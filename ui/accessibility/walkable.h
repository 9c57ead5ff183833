#pragma once
// A picture of things in rows, one column per step, that the keys can walk through and a screen reader can read.
#include "ui/document/element_ref.h"

#include <QRectF>
#include <QString>

namespace unfold {

/// Where the keys can stand: a row of the picture at a step.
struct WalkPlace {
    int row = 0;
    int step = 0; ///< 0 in a picture without time
    bool operator==(const WalkPlace &) const = default;
};

class Walkable
{
public:
    virtual ~Walkable() = default;

    virtual int rowCount() const = 0;
    /// What the key Up adds to a row.
    virtual int upward() const = 0;
    /// An arrow between two things: Shift walks from one to the next, without Shift they are passed over.
    virtual bool isArrow(int /*row*/) const { return false; }
    /// Where a walk begins.
    virtual int firstRow() const { return 0; }
    /// The steps in sight; 0 … 0 in a picture without time.
    virtual StepRange stepsInSight() const = 0;
    /// Steps that are drawn as one have one name: that of the first of them.
    virtual int nameOfStep(int step) const { return step; }
    virtual bool exists(WalkPlace place) const = 0;

    /// What lights up in every view while the keys stand here, and what Enter opens.
    virtual ElementRef elementAt(WalkPlace place) const = 0;
    virtual ElementRef openedAt(WalkPlace place) const { return elementAt(place); }
    /// What a screen reader says.
    virtual QString sentenceAt(WalkPlace place) const = 0;
    /// In pixels of the view; cut to nothing where it is out of sight.
    virtual QRectF rectAt(WalkPlace place) const = 0;
};

} // namespace unfold
