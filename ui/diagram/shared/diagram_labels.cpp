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

std::string stepLabel(const Circuit &circuit, const ElementRef &element)
{
    const Names &names = circuit.names;
    if (element.kind != ElementRef::Kind::Node)
        return element.step == 0 ? "" : names.at(std::to_string(element.step));
    const std::string &name = circuit.nodes[static_cast<size_t>(element.node)].name;
    if (element.step > 0)
        return names.nodeAt(name, element.step);
    return names.delayOf(name) == 0 ? "" : names.nodeAt(name, "t");
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
