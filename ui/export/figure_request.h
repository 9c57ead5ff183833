#pragma once
// A figure as somebody asks for it, kept from one time to the next.
#include "core/circuit/input_error.h"
#include "ui/export/figure.h"

#include <optional>

class QSettings;

namespace unfold {

/// Where the size of a figure comes from.
enum class SizeChoice {
    Usual, ///< of the view
    Slide, ///< a whole slide of 16 : 9, 10 × 5⅝ inch: letters are read from the back row
    HalfPage, ///< as wide as the text of an A4 page, a little less than half as high
    Screen, ///< as the view stands in the window
    Own
};
inline constexpr std::array sizeChoices{
    SizeChoice::Usual, SizeChoice::Slide, SizeChoice::HalfPage, SizeChoice::Screen, SizeChoice::Own};

struct FigureRequest {
    FigureView view = FigureView::Window;
    FigureFormat format = FigureFormat::Svg;
    ThemeKind theme = ThemeKind::Light;
    SizeChoice sizeChoice = SizeChoice::Usual;
    QSize size = usualSize(FigureView::Window); ///< px of 1/96 inch
    double scale = 1; ///< PNG: pixels per px
    bool gradientInCells = false; ///< states: the gradient instead of the values, in the backward pass
};

inline constexpr int smallestSide = 16; ///< px
inline constexpr int largestSide = 20000;
inline constexpr int largestScale = 4; ///< on offer

/// Of a picture of this size; `scale`: pixels per px.
QSize pixelsOf(QSize size, double scale);
/// Why a PNG of so many pixels cannot be made, and what can be; the other formats have none.
std::optional<InputError> pixelsFault(const FigureRequest &request);

/// The size of a choice that is the same for every view; invalid for the others.
QSize fixedSize(SizeChoice choice);

/// What was asked for the last time; what is missing or no value there is as in a new request.
FigureRequest recallFigure(const QSettings &settings);
void rememberFigure(QSettings &settings, const FigureRequest &request);

} // namespace unfold
