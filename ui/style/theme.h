#pragma once
// Colours, fonts and measures, in one place. Each role and each parameter has one colour in every view, told apart by
// colour-blind people too; signed values use one diverging map, magnitudes one sequential map.
#include "core/circuit/circuit.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>

class QWidget;
class QApplication;

namespace unfold {

enum class ThemeKind {
    Light,
    Dark,
    Print, ///< for figures on paper
};

struct Theme {
    using Stops = std::array<QColor, 5>; ///< evenly spaced; between them the colours are mixed

    ThemeKind kind = ThemeKind::Light;
    QColor window; ///< behind the cards
    QColor card;
    QColor border; ///< card outlines and hairlines
    QColor text; ///< as every colour that letters have: at least 4.5 : 1 on what it stands on
    QColor muted; ///< captions, and names of what has no value yet
    QColor grid; ///< plot grid, empty slider track
    QColor cursorLine; ///< the one vertical line through all time views
    QColor cursorBand; ///< behind it
    QColor highlight; ///< halo of what is touched
    QColor glow; ///< the same behind letters, which stay legible on it
    QColor notComputed; ///< outline of what has no value yet, text of what cannot be pressed; 3 : 1 on card
    QColor loss; ///< L and the gradient that flows from it
    QColor nodeFill;
    QColor stateFill;
    QColor lossFill;
    QColor nodeLine; ///< node outlines, plain arrows, the delay square
    QColor inputParameter; ///< U
    QColor recurrentParameter; ///< W
    QColor outputParameter; ///< V
    QColor bias;
    float fadedAlpha = 1; ///< of a line over card that the gradient has not reached; 3 : 1 is left
    Stops diverging; ///< −1 … 0 … 1
    Stops sequential; ///< 0 … 1

    /// Fill of a node by its role.
    QColor fill(Role role) const;
    /// The one colour of a parameter: by where it stands in the circuit (from an input, on a loop, to an output, a
    /// bias).
    QColor parameter(const Circuit &circuit, const std::string &name) const;
    /// On paper the parameters differ by their line too: W solid, U in long dashes, V in dashes and dots. Elsewhere all
    /// lines are solid.
    Qt::PenStyle line(const Circuit &circuit, const std::string &name) const;
    /// Diverging: −limit … 0 … limit. NaN gives notComputed.
    QColor signedValue(double value, double limit) const;
    /// Sequential: 0 … 1.
    QColor magnitude(double fraction) const;
};

const Theme &themeOf(ThemeKind kind);
/// The theme whose palette this is (made by paletteOf, changed in parts or not); of a foreign palette light or dark
/// after the lightness of its window colour.
const Theme &themeOf(const QPalette &palette);
const Theme &themeOf(const QWidget *widget);

/// What the style and the widgets paint with. A widget given it shows itself and its children in that theme, whatever
/// the application's is.
QPalette paletteOf(ThemeKind kind);

/// Sets the palette and style of the whole application.
void applyTheme(QApplication &app, ThemeKind kind);

/// Black or white, whichever is easier to read on `fill`: at least 4.58 : 1 on any colour.
QColor inkOn(const QColor &fill);

/// Registers the bundled fonts and sets the application's font. Call once, after the QApplication.
void loadFonts();

/// Text sizes as factors of the application's font, so that a larger font enlarges everything.
QFont textFont(double factor = 1.0, int weight = QFont::Normal);
/// The mathematics font (STIX Math), pixelSize as factor of the application font's.
QFont mathFont(double factor = 1.0);

/// Measures shared by the stacked time views: their plotting areas have the same left and right edge.
struct Metrics {
    static double unit(); ///< what was one pixel at the default size of text: lines and marks grow with the text
    static int timeLeft(const QWidget *widget); ///< px from the widget's left edge: room for axis labels
    static int timeRight(const QWidget *widget); ///< px from the widget's right edge
    static constexpr int gap = 12; ///< between cards
    static constexpr int padding = 16; ///< inside a card
    static constexpr int radius = 6; ///< card corners
};

} // namespace unfold
