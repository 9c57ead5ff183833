#include "ui/export/svg_device.h"

#include "ui/export/font_faces.h"
#include "ui/export/svg_text.h"

namespace unfold {
namespace {
constexpr int dotsPerInch = 96;
constexpr double millimetresPerInch = 25.4;
} // namespace

SvgDevice::SvgDevice(QSize size)
    : m_size(size)
{
}

SvgFile SvgDevice::file(const QString &title, const QString &description) const
{
    QByteArray svg = QByteArrayLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        + QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                         "width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\">\n")
              .arg(m_size.width())
              .arg(m_size.height())
              .toUtf8();
    svg += "<title>" + svgText(title) + "</title>\n";
    svg += "<desc>" + svgText(description) + "</desc>\n";
    svg += "<defs>\n<style>\n" + fontFaces(m_engine.usedCharacters()) + "</style>\n" + m_engine.definitions()
        + "</defs>\n";
    QList<SvgPicture> pictures = m_engine.pictures();
    for (SvgPicture &picture : pictures)
        picture.at += svg.size();
    return {svg + m_engine.body() + "</svg>\n", pictures};
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    const auto millimetres = [](int px) { return qRound(px * millimetresPerInch / dotsPerInch); };
    switch (metric) {
    case PdmWidth: return m_size.width();
    case PdmHeight: return m_size.height();
    case PdmWidthMM: return millimetres(m_size.width());
    case PdmHeightMM: return millimetres(m_size.height());
    case PdmNumColors: return 0xffffff;
    case PdmDepth: return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return dotsPerInch;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    default: return QPaintDevice::metric(metric);
    }
}

} // namespace unfold
