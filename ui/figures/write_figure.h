#pragma once
// Figures as files: SVG and PDF with text as text and embedded fonts, PNG at an exact size.
#include "ui/figures/figure.h"

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

/// The widget scaled to fit the sheet, in the middle of it, on the colour of its background.
QImage figureImage(QWidget &widget, const FigureSheet &sheet);
Packing drawnFigure(QWidget &widget, const FigureSheet &sheet, FigureFormat format);

/// Written aside and renamed: on failure nothing is left behind, and an old file stays as it was. Throws InputError.
void writeBytes(const QString &path, const QByteArray &bytes);

} // namespace unfold
