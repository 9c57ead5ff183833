#pragma once
// The formula of a state that unfolds under the drawing: line by line, what is new in each on a glow.
#include "core/formula/unfolded_formula.h"
#include "ui/formula/typeset.h"
#include "ui/layout/when_seen.h"

#include <QWidget>

namespace unfold {

class FormulaStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaStrip(QWidget *parent = nullptr);

    /// What is unfolded: the state, its step, and the steps shown.
    struct Topic {
        Circuit circuit;
        int node = -1; ///< −1: no step reads another
        int step = 1;
        int steps = 1;
        bool operator==(const Topic &) const = default;
    };
    void setTopic(const Topic &element);
    /// lines: how many are there, the last perhaps in part: 1.5 shows one and half of the next.
    void setShown(double lines);
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    double shown() const { return m_shown; }
    /// Whether the line's fresh parts glow at present.
    bool glows(int line) const;
    QString lineText(int line) const;

    static constexpr int most = 3; ///< lines

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        UnfoldedLine unfolded;
        TypesetFormula formula;
        std::vector<QRectF> fresh; ///< relative to the left end of the baseline
    };
    void layOut();
    std::vector<Line> typesetLines(int mostParts, double factor) const;
    double widest(const std::vector<Line> &lines) const;
    double indent(size_t line) const;
    double rowHeight() const;
    void tell();

    Topic m_topic;
    std::vector<Line> m_lines;
    double m_shown = 1;
    WhenSeen m_otherRoom{this, [this] { layOut(); }}; ///< of another size, or for other text
};

} // namespace unfold
