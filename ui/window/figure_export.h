#pragma once
// A figure on its way into a file: laid out and drawn in parts, with progress where it takes long, and a way back.
#include "ui/figures/figure_request.h"
#include "ui/figures/write_figure.h"

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
    FigureExport(
        std::unique_ptr<PreparedFigure> figure, const FigureRequest &request, const QString &path, QWidget *window);
    ~FigureExport() override;

signals:
    void drawn(const QString &path, const unfold::Packing &pack); ///< nothing is written yet

private:
    bool goOn();
    bool drawOn();
    void showProgress();

    std::unique_ptr<PreparedFigure> m_figure;
    FigureRequest m_request;
    QString m_path;
    QWidget *m_window;
    std::optional<FigureDrawing> m_drawing;
    QPointer<QProgressDialog> m_progress;
};

} // namespace unfold
