#pragma once
// Colours, fonts and measures, in one place. Each role and each parameter has one colour in every view, told apart by
// colour-blind people too; signed values use one diverging map, magnitudes one sequential map.
#include "core/circuit/circuit.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QWidget;
class QApplication;

namespace unfold {

struct Theme {
    bool dark = false;
    QColor window; ///< behind the cards
    QColor card;
    QColor border; ///< card outlines and hairlines
    QColor text;
    QColor muted; ///< captions; at least 4.5 : 1 on card
    QColor grid; ///< plot grid, empty slider track
    QColor cursorLine; ///< the one vertical line through all time views
    QColor cursorBand; ///< behind it
    QColor highlight; ///< halo of what is touched
    QColor notComputed; ///< outline of what has no value yet
    QColor loss; ///< L and the gradient that flows from it
    QColor nodeFill;
    QColor stateFill;
    QColor lossFill;
    QColor nodeLine; ///< node outlines, plain arrows, the delay square
    QColor inputParameter; ///< U
    QColor recurrentParameter; ///< W
    QColor outputParameter; ///< V
    QColor bias;

    /// Fill of a node by its role.
    QColor fill(Role role) const;
    /// The one colour of a parameter: by where it stands in the circuit (from an input, on a loop, to an output, a
    /// bias).
    QColor parameter(const Circuit &circuit, const std::string &name) const;
    /// Diverging: −limit … 0 … limit. NaN gives notComputed.
    QColor signedValue(double value, double limit) const;
    /// Sequential: 0 … 1.
    QColor magnitude(double fraction) const;
};

/// Light or dark after the lightness of the palette's window colour.
const Theme &themeOf(const QPalette &palette);
const Theme &themeOf(const QWidget *widget);

/// Sets the palette and style of the whole application.
void applyTheme(QApplication &app, bool dark);

/// Registers the bundled fonts and sets the application's font. Call once, after the QApplication.
void loadFonts();

/// Text sizes as factors of the application's font, so that a larger font enlarges everything.
QFont textFont(double factor = 1.0, int weight = QFont::Normal);
/// The mathematics font (STIX Math), pixelSize as factor of the application font's.
QFont mathFont(double factor = 1.0);

/// Measures shared by the stacked time views: their plotting areas have the same left and right edge.
struct Metrics {
    static int timeLeft(const QWidget *widget); ///< px from the widget's left edge: room for axis labels
    static int timeRight(const QWidget *widget); ///< px from the widget's right edge
    static constexpr int gap = 12; ///< between cards
    static constexpr int padding = 16; ///< inside a card
    static constexpr int radius = 6; ///< card corners
};

} // namespace unfold
