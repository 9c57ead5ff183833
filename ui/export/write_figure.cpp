#include "ui/export/write_figure.h"

#include "core/circuit/input_error.h"
#include "ui/document/whole_file.h"
#include "ui/export/figure_request.h"
#include "ui/export/flat_device.h"
#include "ui/export/paint_widget.h"
#include "ui/export/svg_device.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace unfold {
namespace {

constexpr int pixelsPerInch = 96;
constexpr double pointsPerPixel = 72.0 / pixelsPerInch;
constexpr double pixelsInAPart = 1.5e6;

/// `above`: the rows of the sheet's pixels that the device does not begin with.
void paintOn(QPaintDevice &device, QWidget &widget, const FigureSheet &sheet, double scale, int above = 0)
{
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(0, -above);
    painter.scale(scale, scale);
    painter.fillRect(QRectF({}, sheet.size), widget.palette().color(QPalette::Window));
    const double fit = std::min(static_cast<double>(sheet.size.width()) / widget.width(),
        static_cast<double>(sheet.size.height()) / widget.height());
    painter.translate(
        (sheet.size.width() - fit * widget.width()) / 2, (sheet.size.height() - fit * widget.height()) / 2);
    painter.scale(fit, fit);
    const QRectF held = painter.transform().inverted().mapRect(QRectF(0, 0, device.width(), device.height()));
    paintWidget(painter, widget, held.toAlignedRect().adjusted(-1, -1, 1, 1));
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
    writer.setResolution(pixelsPerInch);
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
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG");
    return bytes;
}

QImage emptyImage(const FigureSheet &sheet)
{
    QImage image(pixelsOf(sheet.size, sheet.scale), QImage::Format_ARGB32_Premultiplied);
    const int dotsPerMetre = static_cast<int>(std::lround(pixelsPerInch * sheet.scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QStringLiteral("Title"), sheet.title);
    image.setText(QStringLiteral("Description"), sheet.description);
    return image;
}

} // namespace

FigureDrawing::FigureDrawing(QWidget &widget, FigureSheet sheet, FigureFormat format)
    : m_widget(&widget)
    , m_sheet(std::move(sheet))
    , m_format(format)
{
    if (format != FigureFormat::Png)
        return;
    m_image = emptyImage(m_sheet);
    m_rows = std::max(1, static_cast<int>(pixelsInAPart / m_image.width()));
    m_parts = (m_image.height() + m_rows - 1) / m_rows;
}

bool FigureDrawing::goOn()
{
    if (m_drawn == m_parts)
        return false;
    switch (m_format) {
    case FigureFormat::Svg: m_svg = drawnSvg(*m_widget, m_sheet); break;
    case FigureFormat::Pdf: m_pdf = drawnPdf(*m_widget, m_sheet); break;
    case FigureFormat::Png: drawRows(m_drawn * m_rows); break;
    }
    ++m_drawn;
    return true;
}

/// On a picture of their own: a clip would be rounded to the pixels of the widget, which can be larger.
void FigureDrawing::drawRows(int first)
{
    QImage rows = m_image.copy(0, first, m_image.width(), std::min(m_rows, m_image.height() - first));
    paintOn(rows, *m_widget, m_sheet, m_sheet.scale, first);
    std::memcpy(m_image.scanLine(first), rows.constBits(), static_cast<size_t>(rows.sizeInBytes()));
}

Packing FigureDrawing::packing() const
{
    switch (m_format) {
    case FigureFormat::Svg: return [svg = m_svg] { return svg.packed(); };
    case FigureFormat::Pdf: return [pdf = m_pdf] { return pdf; };
    case FigureFormat::Png: break;
    }
    return [image = m_image] { return pngOf(image); };
}

QImage FigureDrawing::image() const
{
    return m_image.convertToFormat(QImage::Format_RGB32);
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    if (const QString why = writeWhole(path, bytes); !why.isEmpty())
        throw InputError(path.toStdString(), why.toStdString(), "a place that can be written to");
}

} // namespace unfold
