#pragma once
// A figure on its way out: laid out and drawn in parts, with progress where it takes long, and a way back.
#include "ui/export/figure_request.h"
#include "ui/export/write_figure.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QProgressDialog;
class QWidget;

namespace unfold {

class PreparedFigure;

/// Goes when it is done, or with the window.
class FigureExport : public QObject
{
    Q_OBJECT

public:
    FigureExport(std::unique_ptr<PreparedFigure> figure, const FigureRequest &request, QWidget *window);
    ~FigureExport() override;

signals:
    /// Nothing is packed yet, and `figure` can be drawn once more.
    void drawn(const unfold::PreparedFigure &figure, const unfold::FigureDrawing &drawing);

private:
    void next();
    bool goOn();
    bool drawOn();
    void showProgress();

    std::unique_ptr<PreparedFigure> m_figure;
    FigureRequest m_request;
    QWidget *m_window;
    std::optional<FigureDrawing> m_drawing;
    QPointer<QProgressDialog> m_progress;
};

} // namespace unfold
