#pragma once
// The one vertical line through all time views, and the band of its step behind it. Every view that paints something
// opaque paints its own piece with these, at the same x, so that the line is unbroken.
#include "ui/document/time_window.h"

#include <QRectF>

class QPainter;

namespace unfold {

struct Theme;

/// x of the line of a step: the middle of its column, on the pixel grid, so that painting it twice changes nothing.
double cursorX(const TimeAxis &axis, int step);

/// The step's column cut to the plotting area; empty where the step is not visible.
QRectF cursorBand(const TimeAxis &axis, int step, double top, double bottom);

void paintCursorBand(QPainter &painter, const TimeAxis &axis, int step, double top, double bottom, const Theme &theme);
void paintCursorLine(QPainter &painter, const TimeAxis &axis, int step, double top, double bottom, const Theme &theme);

} // namespace unfold
