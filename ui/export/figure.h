#pragma once
// What a figure is asked to be.
#include "ui/style/theme.h"

#include <QSize>
#include <QString>

#include <array>
#include <optional>

namespace unfold {

enum class FigureView { Graph, Circuit, States, Gradient, Equations, Window };
enum class FigureFormat { Svg, Pdf, Png };

inline constexpr std::array figureViews{FigureView::Graph, FigureView::Circuit, FigureView::States,
    FigureView::Gradient, FigureView::Equations, FigureView::Window};
inline constexpr std::array themeKinds{ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print};
inline constexpr std::array figureFormats{FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png};

/// "graph", "circuit", "states", "gradient", "equations", "all": on the command line and in settings.
QString keyOf(FigureView view);
/// "Unrolled graph": for people.
QString nameOf(FigureView view);
/// "svg", "pdf", "png"; also the end of a file's name.
QString keyOf(FigureFormat format);
/// "light", "dark", "print".
QString keyOf(ThemeKind theme);
std::optional<FigureView> figureViewOf(const QString &key);
std::optional<FigureFormat> figureFormatOf(const QString &key);
std::optional<ThemeKind> themeKindOf(const QString &key);

/// px of 1/96 inch, at which the view's text is as large as on the screen.
QSize usualSize(FigureView view);

} // namespace unfold
