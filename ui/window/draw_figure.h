#pragma once
// The figure that somebody asks for: a view by itself or a whole window, off the screen, in a theme of its own.
#include "ui/export/figure_request.h"
#include "ui/export/write_figure.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QPointer>

#include <memory>

class QSettings;
class QTemporaryDir;
class QWidget;

namespace unfold {

class Document;
class MainWindow;

/// The widgets that a figure is painted from: the longer half of the work, which the same figure in another format need
/// not repeat. They follow the document, which outlives them and stays as it is.
class PreparedFigure : public QObject
{
public:
    /// Builds them. They can be painted once goOn() has nothing left to do. A whole window looks like `like`, or as at
    /// the first start.
    PreparedFigure(Document &document, const FigureRequest &request, MainWindow *like = nullptr);
    ~PreparedFigure() override;

    /// A part of laying them out; false: nothing was left of it. What a part has asked for happens in the event loop,
    /// before the next.
    bool goOn();

    /// Whether `other` differs in format and sharpness alone.
    bool serves(const FigureRequest &other) const;

    /// For a file; `scale`: pixels per px of a PNG.
    FigureDrawing drawing(FigureFormat format, double scale) const;
    /// The same as a picture.
    QImage picture(double scale) const;

private:
    void buildView();
    void buildWindow();
    FigureSheet sheet(double scale) const;

    Document &m_document;
    FigureRequest m_request;
    QPointer<MainWindow> m_like;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the settings
    std::unique_ptr<QSettings> m_settings; ///< nobody's: the same figure on every machine
    std::unique_ptr<QWidget> m_widget;
    int m_partsLeft; ///< of laying out
};

/// Of what the document shows at present. The file in the format of the request. Throws InputError where it cannot be.
QByteArray drawFigure(Document &document, const FigureRequest &request);

} // namespace unfold
