#pragma once
// Pieces of SVG in its own words: numbers, colours, transforms, paths, pens, fonts. Attributes begin with a space.
#include <QByteArray>

class QBrush;
class QColor;
class QFont;
class QPainterPath;
class QPen;
class QString;
class QTransform;

namespace unfold {

/// Escaped; what XML cannot hold (control characters) is left out.
QByteArray svgText(const QString &text);
/// At most four decimals, and none that say nothing.
QByteArray svgNumber(double value);
/// `name`="#rrggbb", with `name`-opacity where it is not opaque.
QByteArray svgColour(const char *name, const QColor &colour);
/// Empty for the identity.
QByteArray svgTransform(const QTransform &transform);
QByteArray svgPath(const QPainterPath &path);
bool svgIsRect(const QPainterPath &path);
/// A cosmetic pen keeps its width whatever `transform` does.
QByteArray svgStroke(const QPen &pen, const QTransform &transform);
/// The attributes and stops of a linear gradient.
QByteArray svgGradient(const QBrush &brush);
QByteArray svgFont(const QFont &font);

} // namespace unfold
