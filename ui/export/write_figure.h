#pragma once
// Figures as files: SVG and PDF with text as text and embedded fonts, PNG at an exact size.
#include "ui/export/figure.h"
#include "ui/export/svg_file.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>

class QWidget;

namespace unfold {

struct FigureSheet {
    QSize size; ///< px of 1/96 inch
    double scale = 1; ///< PNG: pixels per px
    QString title; ///< of the file, for whoever searches it
    QString description;
};

/// Makes the bytes of a file of what is drawn already; on any thread.
using Packing = std::function<QByteArray()>;

/// The widget scaled to fit the sheet, in the middle of it, on the colour of its background: drawn in parts, since
/// millions of pixels take most of a second.
class FigureDrawing
{
public:
    /// The widget stays, and stays as it is, until everything is drawn.
    FigureDrawing(QWidget &widget, FigureSheet sheet, FigureFormat format);

    int parts() const { return m_parts; }
    /// Draws the next part; false: nothing was left.
    bool goOn();
    /// Of the whole, once it is drawn.
    Packing packing() const;
    /// The same as a picture, where the format is PNG.
    QImage image() const;

private:
    void drawRows(int first);

    QWidget *m_widget;
    FigureSheet m_sheet;
    FigureFormat m_format;
    int m_parts = 1;
    int m_drawn = 0;
    SvgFile m_svg;
    QByteArray m_pdf;
    QImage m_image;
    int m_rows = 0; ///< of the picture in one part
};

/// Written aside and renamed: on failure nothing is left behind, and an old file stays as it was. Throws InputError.
void writeBytes(const QString &path, const QByteArray &bytes);

} // namespace unfold
