#include "ui/figures/write_figure.h"

#include "core/circuit/input_error.h"
#include "ui/document/whole_file.h"
#include "ui/figures/flat_device.h"
#include "ui/figures/paint_widget.h"
#include "ui/figures/svg_device.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int dotsPerInch = 96;
constexpr double pointsPerPixel = 72.0 / dotsPerInch;

void paintOn(QPaintDevice &device, QWidget &widget, const FigureSheet &sheet, double scale)
{
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    painter.fillRect(QRectF({}, sheet.size), widget.palette().color(QPalette::Window));
    const double fit = std::min(static_cast<double>(sheet.size.width()) / widget.width(),
        static_cast<double>(sheet.size.height()) / widget.height());
    painter.translate(
        (sheet.size.width() - fit * widget.width()) / 2, (sheet.size.height() - fit * widget.height()) / 2);
    painter.scale(fit, fit);
    paintWidget(painter, widget);
}

SvgFile drawnSvg(QWidget &widget, const FigureSheet &sheet)
{
    SvgDevice device(sheet.size);
    paintOn(device, widget, sheet, 1);
    return device.file(sheet.title, sheet.description);
}

QByteArray drawnPdf(QWidget &widget, const FigureSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(sheet.size) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(sheet.title + QStringLiteral(" — ") + sheet.description);
    writer.setCreator(QStringLiteral("Unfold"));
    QPainter painter(&writer);
    FlatDevice flat(&painter);
    paintOn(flat, widget, sheet, 1);
    painter.end();
    return bytes;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

QImage figureImage(QWidget &widget, const FigureSheet &sheet)
{
    const QSize pixels(static_cast<int>(std::lround(sheet.size.width() * sheet.scale)),
        static_cast<int>(std::lround(sheet.size.height() * sheet.scale)));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    const int dotsPerMetre = static_cast<int>(std::lround(dotsPerInch * sheet.scale / 0.0254));
    paintOn(image, widget, sheet, sheet.scale);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QStringLiteral("Title"), sheet.title);
    image.setText(QStringLiteral("Description"), sheet.description);
    return image.convertToFormat(QImage::Format_RGB32);
}

Packing drawnFigure(QWidget &widget, const FigureSheet &sheet, FigureFormat format)
{
    switch (format) {
    case FigureFormat::Svg: return [svg = drawnSvg(widget, sheet)] { return svg.packed(); };
    case FigureFormat::Pdf: return [pdf = drawnPdf(widget, sheet)] { return pdf; };
    case FigureFormat::Png: break;
    }
    return [image = figureImage(widget, sheet)] { return pngOf(image); };
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    if (const QString why = writeWhole(path, bytes); !why.isEmpty())
        throw InputError(path.toStdString(), why.toStdString(), "a place that can be written to");
}

} // namespace unfold
