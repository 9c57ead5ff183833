#pragma once
// Whether a painter fills the pixels of a screen one to one, or makes a figure of vectors or of another scale.

class QPainter;

namespace unfold {

/// True on the screen, where pictures kept in pixels are faster; false for SVG, PDF and anything scaled, where
/// everything is to be drawn anew.
bool paintsPixels(const QPainter &painter);

} // namespace unfold
