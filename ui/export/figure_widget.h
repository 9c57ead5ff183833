#pragma once
// One view by itself, made to be printed: its title, its axes and scale, a caption that says what it shows; nothing to
// press.
#include "ui/export/figure.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace unfold {

class Document;
class EquationsView;

class FigureWidget : public QWidget
{
    Q_OBJECT

public:
    /// Of what the document shows at present, in a theme that need not be the application's. view: one of the single
    /// views. document outlives the widget.
    FigureWidget(Document *document, FigureView view, ThemeKind theme, bool heatMapOfGradient = false);

    /// Lays everything out for a picture of this shape: at `size`, or as much larger as the view needs. The picture is
    /// then scaled down.
    void fitTo(QSize size);

private:
    void addTitle(const QString &title);
    void addCaption();
    QWidget *build(bool heatMapOfGradient);
    bool fits() const;

    Document *m_document;
    FigureView m_view;
    QVBoxLayout *m_column;
    EquationsView *m_equations = nullptr;
};

/// "Vanish and explode — gradient": for whoever searches files.
QString figureTitle(const Document &document, FigureView view);
/// What the figure shows, in a line: experiment, network, twin, pass and step.
QString figureCaption(const Document &document, FigureView view);

} // namespace unfold
