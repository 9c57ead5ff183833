#include "ui/timeline/map/input_gradient_view.h"

#include "core/analysis/norms.h"
#include "core/experiment/experiment_summary.h"
#include "core/linalg/stable_norm.h"
#include "ui/document/document.h"
#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"
#include "ui/timeline/gradient/gradient_axis.h"
#include "ui/timeline/gradient/hold_controls.h"
#include "ui/timeline/map/norm_map.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/section_header.h"

#include <QMouseEvent>
#include <QToolTip>

#include <limits>

namespace unfold {

InputGradientView::InputGradientView(Document *document, QWidget *parent)
    : NormSection(tr("Sensitivity to inputs"), parent)
    , m_document(document)
{
    header()->setToolTip(tr("How sensitive the loss is to the input of each step: the norm of ∂L/∂x(t). Where it is "
                            "pale, another input would hardly have changed the loss."));
    addFitToggle(header(), m_document);
    for (const auto signal :
        {&Document::resultChanged, &Document::cursorChanged, &Document::axisFittedChanged, &Document::gainReachChanged})
        connect(m_document, signal, this, &InputGradientView::adoptResult);
    connect(m_document, &Document::timeWindowChanged, this, [this] { map()->setWindow(m_document->timeWindow()); });
}

InputGradientView::~InputGradientView()
{
    disconnectChildren(this);
}

void InputGradientView::showEvent(QShowEvent *)
{
    adoptResult();
}

void InputGradientView::adoptResult()
{
    if (!isVisible())
        return;
    const auto result = m_document->result();
    const Cursor &cursor = m_document->cursor();
    m_inputs.clear();
    for (int n = 0; n < static_cast<int>(result->circuit().nodes.size()); ++n)
        if (result->circuit().nodes[static_cast<size_t>(n)].role == Role::Input)
            m_inputs.push_back(n);
    NormMapContent content;
    const bool backward = cursor.pass == Pass::Backward && result->trace->hasGradient;
    if (backward && !m_inputs.empty()) {
        content.norms = Matrix::Constant(
            static_cast<Eigen::Index>(m_inputs.size()), result->steps(), std::numeric_limits<double>::quiet_NaN());
        for (size_t row = 0; row < m_inputs.size(); ++row) {
            const NodeTrace &node = result->trace->nodes[static_cast<size_t>(m_inputs[row])];
            content.rowNames << nodeText(result->circuit(), m_inputs[row]);
            for (int t = node.span.first; t <= node.span.last; ++t)
                content.norms(static_cast<Eigen::Index>(row), t - 1) = stableNorm(node.at(node.gradient, t));
        }
        content.decades = gradientDecades(
            *m_document, decadesAround({content.norms.data(), content.norms.data() + content.norms.size()}, {}));
        for (const std::string &label : stepLabelsOf(result->experiment))
            content.stepNames << QString::fromStdString(label);
    }
    map()->setContent(content);
    map()->setWindow(m_document->timeWindow());
    map()->setShownFrom(cursor.step);
    map()->setCursorStep(cursor.step);
    say(m_inputs.empty()                  ? tr("This circuit has no input.")
            : !result->trace->hasGradient ? tr("No loss, no gradient: choose one under Network.")
            : !backward                   ? tr("Not computed yet: the gradient comes with the backward pass (B).")
                                          : QString());
}

QString InputGradientView::sentence(int row, int step) const
{
    const NormMapContent &shown = map()->content();
    const QString label = shown.stepNames.value(step - 1);
    const Circuit &circuit = m_document->result()->circuit();
    return tr("‖∂L/∂%1‖ = %2%3")
        .arg(nodeText(circuit, m_inputs[static_cast<size_t>(row)], step), numberText(shown.norms(row, step - 1)),
            label.isEmpty() ? QString() : tr(", read: %1").arg(label));
}

void InputGradientView::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = placeUnder(*event);
    map()->setTouched(place);
    m_document->setHover(
        place ? ElementRef::ofNode(m_inputs[static_cast<size_t>(place->row)], place->step) : ElementRef());
    if (place)
        QToolTip::showText(event->globalPosition().toPoint(), sentence(place->row, place->step), this);
    else
        QToolTip::hideText();
}

void InputGradientView::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeUnder(*event);
    if (event->button() != Qt::LeftButton || !place)
        return;
    m_document->setStep(place->step);
    m_document->select(ElementRef::ofNode(m_inputs[static_cast<size_t>(place->row)], place->step));
}

void InputGradientView::leaveEvent(QEvent *)
{
    map()->setTouched(std::nullopt);
    m_document->setHover({});
}

} // namespace unfold
