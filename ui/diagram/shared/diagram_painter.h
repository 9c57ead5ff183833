#pragma once
// Draws the shapes of both diagrams. Drawing only: where things are is decided by the layouts, what they mean by the
// views. Paints on any device: the screen, SVG, PDF.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/diagram/shared/shapes.h"
#include "ui/style/theme.h"

class QPainter;

namespace unfold {

struct EdgeLook {
    QColor colour;
    double width = 1.6;
    Qt::PenStyle style = Qt::SolidLine;
};

struct NodeLook {
    QColor fill;
    QColor line;
    QColor text;
    double width = 1.6;
    Qt::PenStyle style = Qt::SolidLine;
};

class DiagramPainter
{
public:
    DiagramPainter(QPainter &painter, const Theme &theme, const Circuit &circuit, DiagramLabels &labels);

    /// What a computed shape looks like.
    EdgeLook lookOf(const EdgeShape &edge) const;
    NodeLook lookOf(const NodeShape &node) const;
    /// What a shape looks like that has no value yet.
    EdgeLook notComputed(const EdgeShape &edge) const;
    NodeLook notComputed(const NodeShape &node) const;

    /// `margin`: px on each side.
    void edgeHalo(const EdgeShape &edge, double margin = 4);
    void edge(const EdgeShape &edge, const EdgeLook &look);
    void frame(const FrameShape &frame);
    void nodeHalo(const NodeShape &node);
    /// superscript: "(9)", empty in the folded diagram.
    void node(const NodeShape &node, const NodeLook &look, const std::string &superscript);
    /// Its name alone, as it stands inside.
    void name(const NodeShape &node, const NodeLook &look, const std::string &superscript);
    void square(const DelaySquare &square, bool lit);
    void gate(const GateDot &gate, const EdgeLook &look, bool lit);
    void words(const LabelShape &label);
    /// The letter of a parameter, `factor` times its usual size.
    void letter(const LabelShape &label, double factor, bool lit);
    /// A formula with its ink centred on a point.
    void centred(const TypesetFormula &formula, QPointF centre);

private:
    void block(const NodeShape &node, const NodeLook &look);
    void arrowHead(const Curve &curve, double head, const EdgeLook &look);

    QPainter &m_painter;
    const Theme &m_theme;
    const Circuit &m_circuit;
    DiagramLabels &m_labels;
    double m_unit;
};

} // namespace unfold
