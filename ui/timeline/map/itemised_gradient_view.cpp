#include "ui/timeline/map/itemised_gradient_view.h"

#include "core/analysis/itemised_gradient.h"
#include "core/circuit/paths.h"
#include "ui/document/document.h"
#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"
#include "ui/timeline/gradient/gradient_axis.h"
#include "ui/timeline/gradient/hold_controls.h"
#include "ui/timeline/map/norm_map.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/section_header.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace unfold {

ItemisedGradientView::ItemisedGradientView(Document *document, QWidget *parent)
    : NormSection(tr("Gradient by loss"), parent)
    , m_document(document)
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the arrow keys to time
    header()->setToolTip(tr("Each loss by itself: the row of L(s) shows how strongly it depends on the hidden state of "
                            "every step t up to s. Along a row to the left the dependence vanishes or explodes; the "
                            "diagonal is that of each loss on its own step."));
    addFitToggle(header(), m_document);
    connectToDocument();
}

ItemisedGradientView::~ItemisedGradientView()
{
    disconnectChildren(this);
}

void ItemisedGradientView::connectToDocument()
{
    connect(m_document, &Document::resultChanged, this, &ItemisedGradientView::adoptResult);
    connect(m_document, &Document::plottedNodeChanged, this, &ItemisedGradientView::adoptResult);
    connect(m_document, &Document::cursorChanged, this, &ItemisedGradientView::showCursor);
    for (const auto signal : {&Document::axisFittedChanged, &Document::gainReachChanged})
        connect(m_document, signal, this, &ItemisedGradientView::showNorms);
    connect(m_document, &Document::timeWindowChanged, this, [this] { map()->setWindow(m_document->timeWindow()); });
}

void ItemisedGradientView::showEvent(QShowEvent *)
{
    adoptResult();
    showCursor();
}

/// What nobody looks at is not computed.
void ItemisedGradientView::adoptResult()
{
    const auto result = m_document->result();
    if (!isVisible() || (result == m_result && m_node == m_document->plottedNode()))
        return;
    m_result = result;
    m_node = m_document->plottedNode();
    m_runner.cancel();
    map()->setWindow(m_document->timeWindow());
    if (!result->prepared->loss || m_norms.cols() != result->steps()) { // what is shown has other steps
        m_norms = {};
        showNorms();
    }
    if (!result->prepared->loss)
        return;
    m_runner.start([this, result, node = m_node](std::stop_token stop) -> Runner::Delivery {
        const Loss &loss = *result->prepared->loss;
        const StepRange at = loss.at.in(result->steps());
        const Matrix all = itemisedGradientNorms(*result->trace, loss, node, stop);
        if (all.size() == 0)
            return {};
        return [this, first = at.first, norms = Matrix(all.middleRows(at.first - 1, at.count()))] {
            m_firstLoss = first;
            m_norms = norms;
            showNorms();
        };
    });
    if (m_norms.size() == 0)
        say(tr("The gradient of each loss is computed …"));
}

bool ItemisedGradientView::backward() const
{
    return m_document->cursor().pass == Pass::Backward && m_document->result()->trace->hasGradient;
}

void ItemisedGradientView::showNorms()
{
    NormMapContent content;
    if (backward() && m_norms.size() > 0) {
        content.norms = m_norms;
        for (int s = m_firstLoss; s < m_firstLoss + m_norms.rows(); ++s)
            content.rowNames << lossText(m_result->circuit(), s);
        content.decades
            = gradientDecades(*m_document, decadesAround({m_norms.data(), m_norms.data() + m_norms.size()}, {}));
    }
    map()->setContent(std::move(content));
    showCursor();
}

/// The norms stay while the cursor goes from step to step: there may be a million of them.
void ItemisedGradientView::showCursor()
{
    if (!isVisible())
        return;
    const bool shows = map()->content().norms.size() > 0;
    if (shows != (backward() && m_norms.size() > 0))
        return showNorms();
    map()->setShownFrom(m_document->cursor().step);
    map()->setCursorStep(m_document->cursor().step);
    say(!m_document->result()->trace->hasGradient ? tr("No loss, no gradient: choose one under Network.")
            : !backward() ? tr("Not computed yet: the gradient comes with the backward pass (B).")
                          : QString());
}

// -- touching

QString ItemisedGradientView::sentence(int row, int step) const
{
    const QString loss = lossText(m_result->circuit(), m_firstLoss + row);
    const QString cause = nodeText(m_result->circuit(), m_node, step);
    const double norm = m_norms(row, step - 1);
    if (norm == 0)
        return tr("‖∂%1/∂%2‖ = 0: no path from %2 to this loss").arg(loss, cause);
    return tr("‖∂%1/∂%2‖ = %3").arg(loss, cause, numberText(norm));
}

void ItemisedGradientView::touch(int row, int step)
{
    if (m_norms.size() == 0)
        return;
    m_row = std::clamp(row, 0, static_cast<int>(m_norms.rows()) - 1);
    const Circuit &circuit = m_result->circuit();
    const int loss = m_firstLoss + m_row;
    const int source = circuit.indexOf(m_result->prepared->loss->source);
    m_document->setHover(ElementRef::ofPaths(
        std::make_shared<Paths>(circuit, m_result->steps(), Vertex{m_node, step}, Vertex{source, loss}), loss));
    map()->setTouched(NormMap::Place{m_row, step});
    setAccessibleDescription(sentence(m_row, step));
}

void ItemisedGradientView::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = placeUnder(*event);
    if (!place) {
        leaveEvent(event);
        return;
    }
    touch(place->row, place->step);
    QToolTip::showText(event->globalPosition().toPoint(), sentence(place->row, place->step), this);
}

void ItemisedGradientView::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeUnder(*event);
    if (event->button() == Qt::LeftButton && place)
        m_document->setStep(place->step);
}

void ItemisedGradientView::leaveEvent(QEvent *)
{
    if (m_row < 0)
        return;
    m_row = -1;
    map()->setTouched(std::nullopt);
    m_document->setHover({});
    QToolTip::hideText();
}

bool ItemisedGradientView::event(QEvent *event)
{
    const auto isOurs = [](int key) { return key == Qt::Key_Up || key == Qt::Key_Down; };
    // While the keys are here they go from loss to loss; the steps are the window's.
    if (event->type() == QEvent::ShortcutOverride && isOurs(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ItemisedGradientView::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (by == 0 || m_norms.size() == 0 || !message().isEmpty())
        return event->ignore();
    const int own = m_document->cursor().step - m_firstLoss; // the loss of the cursor's own step first
    touch(m_row < 0 ? own : m_row + by, m_document->cursor().step);
    QToolTip::showText(
        mapToGlobal(map()->pos() + map()->cell({m_row, m_document->cursor().step}).bottomRight().toPoint()),
        sentence(m_row, m_document->cursor().step), this);
}

} // namespace unfold
