#pragma once
// The lines over a sweep of the gain: the axis of the gains, the present gain, the border between vanishing and
// exploding, the guides of theory, and how much is computed.
#include "core/analysis/sweep_border.h"
#include "ui/plot/plot_names.h"

#include <QPixmap>
#include <QWidget>

#include <array>

namespace unfold {

class NormMap;
struct HeatMapLayout;

struct SweepLines {
    std::vector<double> gains; ///< evenly spaced, rising: one per row of the map, which has the largest at the top
    std::vector<SweepSegment> border;
    SweepGuides guides;
};

class SweepOverlay : public QWidget
{
    Q_OBJECT

public:
    /// Lies over the whole map, as its child.
    explicit SweepOverlay(NormMap *map);

    void setLines(SweepLines lines);
    const SweepLines &lines() const { return m_lines; }
    /// The present gain.
    void setGain(double gain);
    /// Share of the rows that are computed; 1: the bar is gone.
    void setDone(double done);
    /// The keys are here.
    void setFocused(bool focused);

    /// Of a gain, also between two rows and beyond them.
    double y(double gain) const;
    /// The gain of the row at or nearest to y.
    double gainAt(double y) const;
    /// As laid out by the last painting.
    const std::vector<PlotNames::Name> &names() const { return m_names.names(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool inside(double gain) const;
    void paintAxis(QPainter &painter) const;
    void paintBorder(QPainter &painter);
    void strokeBorder(QPainter &painter, const HeatMapLayout &layout) const;
    void paintLevel(QPainter &painter, double gain, const QPen &pen) const;
    void paintNames(QPainter &painter);
    void paintProgress(QPainter &painter) const;

    NormMap *m_map;
    SweepLines m_lines;
    double m_gain = 1;
    double m_done = 1;
    QPixmap m_border; ///< stroked: there may be thousands of pieces; null: to be stroked
    std::array<double, 8> m_borderFor{}; ///< where, and in which colour
    PlotNames m_names;
    bool m_focused = false;
};

} // namespace unfold
