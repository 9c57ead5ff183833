#pragma once
// The figure that somebody asks for: a view by itself or a whole window, off the screen, in a theme of its own.
#include "ui/figures/figure_request.h"

#include <QByteArray>
#include <QImage>

namespace unfold {

class Document;

/// Of what the document shows at present; it stays as it is. The file in the format of the request.
QByteArray drawFigure(Document &document, const FigureRequest &request);
/// The same as a picture, with request.scale pixels per px.
QImage drawPicture(Document &document, const FigureRequest &request);

} // namespace unfold
