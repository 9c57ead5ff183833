#include "ui/diagram/unrolled/unrolled_notes.h"

#include "ui/diagram/shared/diagram_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

struct UnrolledNotesText {
    Q_DECLARE_TR_FUNCTIONS(UnrolledView)
};

bool leadsToOtherSteps(const Circuit &circuit)
{
    return std::any_of(circuit.nodes.begin(), circuit.nodes.end(), [](const Node &node) {
        return std::any_of(node.terms.begin(), node.terms.end(),
            [](const Term &term) { return term.delay != 0 || (!term.gate.empty() && term.gateDelay != 0); });
    });
}

/// "g, k": what reads a later step, in the circuit's notation. Empty: nothing.
QString readersOfLaterSteps(const Circuit &circuit)
{
    QStringList names;
    for (const Node &node : circuit.nodes)
        if (std::any_of(node.terms.begin(), node.terms.end(),
                [](const Term &term) { return term.delay < 0 || (!term.gate.empty() && term.gateDelay < 0); }))
            names << QString::fromStdString(circuit.names.node(node.name));
    return names.join(QStringLiteral(", "));
}

class Notes
{
public:
    Notes(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene)
        : m_painter(painter)
        , m_theme(theme)
        , m_labels(labels)
        , m_scene(scene)
        , m_layout(scene.layout)
        , m_draw(painter, theme, scene.circuit, labels)
        , m_backward(scene.cursor.pass == Pass::Backward)
    {
    }

    void paintCaption();
    void paintRowNames();
    void paintTooNarrow();

private:
    void paintFlow(const QString &text);
    void paintNoFlow();
    void paintCentred(const QString &text, double x, const QColor &colour);

    QPainter &m_painter;
    const Theme &m_theme;
    DiagramLabels &m_labels;
    const UnrolledScene &m_scene;
    const UnrolledLayout &m_layout;
    DiagramPainter m_draw;
    bool m_backward;
};

/// What is written where it is not computed yet, and how far the gradient has come.
void Notes::paintCaption()
{
    const int step = m_scene.cursor.step;
    const bool nothing = m_backward ? step <= 1 : step >= m_scene.steps;
    m_painter.setFont(noteFont());
    const QFontMetricsF metrics(m_painter.font());
    if (!nothing) {
        m_painter.setPen(m_theme.muted);
        const double edge
            = std::clamp(m_scene.axis.x(step + (m_backward ? -0.5 : 0.5)), m_scene.axis.left, m_scene.axis.right);
        QRectF room = m_layout.caption;
        m_backward ? room.setRight(edge) : room.setLeft(edge);
        for (const QString &text : notShownYet(m_scene.circuit, m_scene.cursor.pass))
            if (room.width() > metrics.horizontalAdvance(text) + 8) {
                m_painter.drawText(room, Qt::AlignCenter, text);
                break;
            }
    }
    if (m_backward && m_scene.lastLossStep > 0)
        leadsToOtherSteps(m_scene.circuit)
            ? paintFlow(step > 1 ? UnrolledNotesText::tr("the gradient has flowed back to step %1").arg(step)
                                 : UnrolledNotesText::tr("the gradient has flowed back to the first step"))
            : paintNoFlow();
}

/// Where nothing has a delay, there is no way back in time.
void Notes::paintNoFlow()
{
    paintCentred(UnrolledNotesText::tr("no arrow leads to another step: each gradient stays at the step of its loss"),
        m_layout.caption.center().x(), m_theme.muted);
}

/// An arrow from the loss to the cursor, right to left, with its sentence.
void Notes::paintFlow(const QString &text)
{
    const TimeAxis &axis = m_scene.axis;
    const double from = std::min(axis.x(m_scene.lastLossStep), axis.right);
    const double to = std::max(axis.x(m_scene.cursor.step) + 4 * m_layout.unit, axis.left);
    const double width = QFontMetricsF(noteFont()).horizontalAdvance(text) + 12 * m_layout.unit;
    const double y = m_layout.caption.center().y();
    if (from - to < 14 * m_layout.unit)
        return;
    EdgeShape arrow;
    arrow.curve = Curve::line({from, y}, {to, y});
    m_draw.edge(arrow, {m_theme.loss, 1.3 * m_layout.unit, Qt::SolidLine});
    if (from - to < width + 24 * m_layout.unit)
        return;
    paintCentred(text, (from + to) / 2, m_theme.loss);
}

/// A sentence of the caption on a ground of its own: the cursor's line passes behind it.
void Notes::paintCentred(const QString &text, double x, const QColor &colour)
{
    m_painter.setFont(noteFont());
    const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(text) + 12 * m_layout.unit;
    const QRectF box(x - width / 2, m_layout.caption.top(), width, m_layout.caption.height());
    const bool atCursor = std::abs(m_scene.axis.x(m_scene.cursor.step) - x) < width / 2;
    m_painter.fillRect(box.adjusted(0, 2, 0, -2), atCursor ? m_theme.cursorBand : m_theme.card);
    m_painter.setPen(colour);
    m_painter.drawText(box, Qt::AlignCenter, text);
}

/// Why opened cells are drawn as blocks all the same.
void Notes::paintTooNarrow()
{
    if (!m_layout.tooNarrow)
        return;
    m_painter.setFont(noteFont());
    m_painter.setPen(m_theme.muted);
    const double height = QFontMetricsF(m_painter.font()).height();
    m_painter.drawText(QRectF(0, m_scene.size.height() - height, m_scene.size.width(), height), Qt::AlignCenter,
        UnrolledNotesText::tr("Too many steps side by side to show the gates: zoom in with Ctrl and the wheel"));
}

void Notes::paintRowNames()
{
    for (const RowName &row : m_layout.rows) {
        if (row.words) {
            m_painter.setFont(noteFont());
            m_painter.setPen(m_theme.muted);
            const double height = QFontMetricsF(m_painter.font()).height();
            m_painter.drawText(QRectF(row.left.x(), row.left.y() - height / 2, 200 * m_layout.unit, height),
                Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(row.name));
            continue;
        }
        const double size = std::min(textFont().pixelSize() * 1.0, 15 * m_layout.unit);
        const TypesetFormula &name
            = m_labels.label(row.name, stepLabel(m_scene.circuit, row.element), size, m_theme.muted);
        name.paint(m_painter, {row.left.x(), row.left.y() - name.bounds().center().y()});
    }
}

} // namespace

QStringList notShownYet(const Circuit &circuit, Pass pass)
{
    const QString ahead = readersOfLaterSteps(circuit);
    if (ahead.isEmpty())
        return {UnrolledNotesText::tr("not computed yet")};
    return {(pass == Pass::Forward
                    ? UnrolledNotesText::tr("not shown yet: %1 is computed from the last step on")
                    : UnrolledNotesText::tr("not shown yet: the gradient of %1 comes from the first step on"))
                .arg(ahead),
        UnrolledNotesText::tr("not shown yet")};
}

void paintNotes(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene)
{
    Notes notes(painter, theme, labels, scene);
    notes.paintCaption();
    notes.paintRowNames();
    notes.paintTooNarrow();
}

void paintStepLabels(QPainter &painter, const Theme &theme, const UnrolledScene &scene)
{
    const UnrolledLayout &layout = scene.layout;
    if (scene.stepLabels.empty())
        return;
    painter.setFont(noteFont());
    const QFontMetricsF metrics(painter.font());
    double widest = 0;
    for (int t = layout.visible.first; t <= layout.visible.last && t <= static_cast<int>(scene.stepLabels.size()); ++t)
        widest = std::max(
            widest, metrics.horizontalAdvance(QString::fromStdString(scene.stepLabels[static_cast<size_t>(t - 1)])));
    widest = std::min(widest, std::max(40 * layout.unit, scene.axis.pitch() - 4));
    const int every = roundStride((widest + 4) / scene.axis.pitch());
    for (int t = layout.visible.first; t <= layout.visible.last && t <= static_cast<int>(scene.stepLabels.size());
         ++t) {
        if (every > 1 && t % every != 0)
            continue;
        const double x = scene.axis.x(t);
        const double width = every * scene.axis.pitch();
        const QString text = metrics.elidedText(
            QString::fromStdString(scene.stepLabels[static_cast<size_t>(t - 1)]), Qt::ElideRight, width - 2);
        const QRectF box(x - width / 2, scene.plan.stepLabelTop, width, metrics.height());
        const bool here = t == scene.cursor.step;
        if (here) // the cursor's line makes way for it
            painter.fillRect(QRectF(x - 2, box.top(), 4, box.height()), theme.cursorBand);
        painter.setPen(here ? theme.text : theme.muted);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

} // namespace unfold
