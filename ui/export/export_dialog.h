#pragma once
// Which figure, as what, how large: with a preview of exactly that.
#include "ui/export/figure_request.h"

#include <QDialog>
#include <QHash>
#include <QImage>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace unfold {

class FigurePreview;

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Whoever knows the figure that is asked for.
    struct Painter {
        /// A part of the work; false: nothing was left of it. Each part is done in an event of its own.
        std::function<bool(const FigureRequest &)> prepare;
        std::function<QImage(const FigureRequest &)> paint; ///< with `scale` pixels per px
    };
    /// Begins with `request`. onScreen: the size of each view that is in the window.
    ExportDialog(FigureRequest request, QHash<FigureView, QSize> onScreen, Painter painter, QWidget *parent = nullptr);

    const FigureRequest &request() const { return m_request; }

private:
    QWidget *buildChoices();
    void buildSizes();
    QWidget *buildButtons();
    void connectChoices();
    void showRequest();
    void chooseSize();
    void adopt();
    void preparePreview();
    void paintPreview();
    QString measureText() const;
    void showMeasure();

    FigureRequest m_request;
    QHash<FigureView, QSize> m_onScreen;
    Painter m_painter;
    QTimer m_later; ///< one preview for several changes
    QTimer m_next; ///< from one part of the work to the next
    QComboBox *m_view;
    QComboBox *m_format;
    QComboBox *m_theme;
    QComboBox *m_size;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_scale;
    QLabel *m_measure;
    QLabel *m_fault;
    QPushButton *m_go = nullptr;
    FigurePreview *m_preview;
};

} // namespace unfold
