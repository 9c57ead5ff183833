#pragma once
// The names that stand in a plot directly at what they name. They keep their places while a curve moves a little.
#include "ui/formula/script_text.h"
#include "ui/plot/label_layout.h"

#include <QColor>

class QPainter;

namespace unfold {

class PlotNames
{
public:
    struct Name {
        QString key; ///< of what it names
        ScriptText text;
        QColor colour;
        QRectF rect; ///< empty: no place was left
        bool grounded = false; ///< lies over a curve: painted on a ground of its own
    };

    /// Begins a new layout in `area` (px).
    void begin(const QRectF &area);
    /// Something that names keep clear of, and where it is named, unless `text` is empty. The most important first.
    void add(const std::vector<QPointF> &points, const ScriptText &text = {}, const QColor &colour = {},
        const QString &key = {});
    void layOut();

    const std::vector<Name> &names() const { return m_names; }
    void paint(QPainter &painter, QColor ground) const;

private:
    QRectF m_area;
    std::vector<CurveShadow> m_shadows;
    std::vector<LabelRequest> m_requests;
    std::vector<Name> m_names;
    std::vector<int> m_candidates; ///< of the layout before
};

} // namespace unfold
