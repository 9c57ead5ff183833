#pragma once
// The card that stacks everything that lies on the time axis: the unrolled graph, the heat map, the gradient plot, and
// the axis itself. One cursor band and one line run through all of it; the wheel zooms and scrolls all of it at once.
#include "ui/document/document.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace unfold {

class GradientView;
class HeatMapView;
class GradientViewSwitcher;
class SectionHeader;
class GradientSentence;
class TimeAxisBar;
class TwinSections;

class TimeStack : public QWidget
{
    Q_OBJECT

public:
    /// `unrolled` becomes a child. Its plotting area must have the margins of Metrics::timeLeft and timeRight, and its
    /// background must be transparent.
    TimeStack(Document *document, QWidget *unrolled, QWidget *parent = nullptr);

    HeatMapView *heatMap() const { return m_heatMap; }
    GradientView *gradient() const { return m_gradient; }
    TwinSections *twinSections() const { return m_twins; }
    GradientViewSwitcher *gradientViews() const { return m_lower; }
    TimeAxisBar *axisBar() const { return m_axisBar; }
    GradientSentence *sentence() const { return m_sentence; }
    enum class Section { Graph, States, Gradient };
    /// For a figure: this section, that of the twin where it stands beside, their axis and what explains them; no
    /// frame, nothing to press.
    void showOnly(Section section);

    /// The shared axis in this widget's pixels.
    TimeAxis axis() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(QWidget *unrolled);
    QWidget *section(const QString &title, const QString &toolTip, QWidget *content);
    void connectToDocument();
    void zoom(double factor, double x);
    void scroll(double steps);
    void shareHeight();
    void showSections();
    int lineBottom() const;

    Document *m_document;
    QSplitter *m_splitter = nullptr;
    SectionHeader *m_graphHeader = nullptr;
    bool m_sharedByHand = false; ///< the user has dragged a border between sections
    std::optional<Section> m_only; ///< of a figure
    HeatMapView *m_heatMap = nullptr;
    GradientView *m_gradient = nullptr;
    GradientViewSwitcher *m_lower = nullptr;
    TwinSections *m_twins = nullptr;
    TimeAxisBar *m_axisBar = nullptr;
    GradientSentence *m_sentence = nullptr;
};

} // namespace unfold
