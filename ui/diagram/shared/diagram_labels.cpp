#include "ui/diagram/shared/diagram_labels.h"

#include <QApplication>
#include <QFontMetricsF>

#include <cmath>

namespace unfold {
namespace {

constexpr double usualPixels = 14;
constexpr size_t keptAtMost = 20000;

double applicationPixels()
{
    return textFont().pixelSize();
}

} // namespace

const TypesetFormula &DiagramLabels::label(
    const std::string &name, const std::string &superscript, double pixelSize, QColor colour)
{
    const Key key{name, superscript, static_cast<int>(std::lround(pixelSize * 4)), colour.rgb()};
    const auto found = m_kept.find(key);
    if (found != m_kept.end())
        return found->second;
    if (m_kept.size() > keptAtMost)
        m_kept.clear();
    FormulaStyle style;
    style.pixelSize = pixelSize;
    style.text = colour;
    return m_kept.emplace(key, typeset(labelFormula(name, superscript, {}), style)).first->second;
}

double symbolPixels()
{
    return applicationPixels() * 1.4;
}

QFont noteFont()
{
    return textFont(0.82);
}

DiagramFonts diagramFonts(DiagramLabels &labels)
{
    DiagramFonts fonts;
    fonts.unit = applicationPixels() / usualPixels;
    fonts.symbol = [&labels](const std::string &name) {
        return labels.label(name, {}, symbolPixels(), Qt::black).bounds().size();
    };
    fonts.note = [metrics = QFontMetricsF(noteFont())](const std::string &text) {
        return QSizeF(metrics.horizontalAdvance(QString::fromStdString(text)) + 1, metrics.height());
    };
    return fonts;
}

} // namespace unfold
