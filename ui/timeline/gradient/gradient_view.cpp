#include "ui/timeline/gradient/gradient_view.h"

#include "core/analysis/explain.h"
#include "core/analysis/jacobian.h"
#include "ui/accessibility/keyboard_navigator.h"
#include "ui/document/twin.h"
#include "ui/formula/node_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_axis.h"
#include "ui/timeline/gradient/gradient_curves.h"
#include "ui/timeline/gradient/gradient_walk.h"
#include "ui/timeline/gradient/hold_controls.h"
#include "ui/timeline/gradient/state_curves.h"
#include "ui/timeline/gradient/twin_curve.h"
#include "ui/timeline/sentence/explanation_text.h"
#include "ui/widgets/section_header.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace unfold {

GradientView::GradientView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_walk(std::make_unique<GradientWalk>(document, this))
    , m_navigator(std::make_unique<KeyboardNavigator>(m_walk.get(), document, this))
{
    build();
    connectToDocument();
    adoptResult();
    setAccessibleName(tr("Gradient norm per step"));
}

GradientView::~GradientView() = default;

void GradientView::build()
{
    setMouseTracking(true);
    m_header = new SectionHeader(tr("Gradient norm per step"), this);
    buildToggles();
    m_plot = new LogPlot(this);
    m_message = new QLabel(m_plot);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::Base); // legible on grid and cursor line
    m_backward = new QPushButton(tr("Show the backward pass (B)"), this);
    m_backward->setToolTip(tr("The gradient flows back through the sequence, from the last step to the first."));
    m_backward->setAccessibleName(tr("Show the backward pass"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_plot, 1);
}

void GradientView::buildToggles()
{
    m_jacobian = m_header->addToggle({},
        tr("Also shows how strongly the last hidden state depends on that of step t, whatever the loss: the "
           "largest singular value of the product of all Jacobians between them."));
    m_jacobian->setAccessibleName(tr("Show the derivative of the last hidden state"));
    m_last = m_header->addToggle(lossName(GradientOf::LastStep), QString());
    m_all = m_header->addToggle(lossName(GradientOf::AllSteps), QString());
    addFitToggle(m_header, m_document);
    m_holding = new HoldControls(m_header, m_document, this);
}

void GradientView::connectToDocument()
{
    connect(m_document, &Document::resultChanged, this, &GradientView::adoptResult);
    for (const auto signal : {&Document::referencesChanged, &Document::axisFittedChanged, &Document::gainReachChanged})
        connect(m_document, signal, this, &GradientView::updateCurves);
    connect(m_document, &Document::jacobianChanged, this, [this] {
        updateToggles();
        updateCurves();
    });
    connect(m_document, &Document::cursorChanged, this, [this] {
        updateMessage();
        updateCurves();
    });
    connect(m_document, &Document::timeWindowChanged, this, [this] { m_plot->setWindow(m_document->timeWindow()); });
    connect(m_document, &Document::hoverChanged, this, &GradientView::updateHover);
    for (const auto signal : {&Twin::resultChanged, &Twin::besideChanged})
        connect(m_document->twin(), signal, this, &GradientView::updateCurves);
    connect(m_document->twin(), &Twin::changed, this, &GradientView::followReachOfTwin);
    followReachOfTwin();
    connect(m_jacobian, &PillButton::toggled, m_document, &Document::wantJacobian);
    connect(m_last, &PillButton::clicked, this, [this] {
        m_document->setGradientOf(GradientOf::LastStep);
        updateToggles();
    });
    connect(m_all, &PillButton::clicked, this, [this] {
        m_document->setGradientOf(GradientOf::AllSteps);
        updateToggles();
    });
    connect(m_backward, &QPushButton::clicked, this, [this] { m_document->setPass(Pass::Backward); });
}

/// It may come later than the twin's result.
void GradientView::followReachOfTwin()
{
    if (const Document *twin = m_document->twin()->document())
        connect(twin, &Document::gainReachChanged, this, &GradientView::updateCurves, Qt::UniqueConnection);
}

void GradientView::hideControls()
{
    m_controlsShown = false;
    m_header->hideToggles();
    updateMessage();
}

void GradientView::standBeside(const GradientView *first)
{
    hideControls();
    m_lead = first;
    connect(first, &GradientView::decadesChanged, this, &GradientView::updateCurves);
    updateCurves();
}

QString GradientView::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

// -- following the document
// --------------------------------------------------------------------------------------------

void GradientView::adoptResult()
{
    m_plot->setWindow(m_document->timeWindow());
    updateNames();
    updateToggles();
    updateMessage();
    updateCurves();
}

void GradientView::updateNames()
{
    const Circuit &circuit = m_document->result()->circuit();
    const int node = m_document->plottedNode();
    const QString end = jacobianStep(*m_document->result()->trace->program, node);
    const QString now = nodeText(circuit, node, QStringLiteral("t"));
    m_header->setToolTip(tr("How strongly the loss depends on the hidden state of each step, as the length of ∂L/∂%1, "
                            "on a logarithmic axis: a straight line is a constant factor per step. Falling to the left "
                            "it vanishes, rising to the left it explodes.")
                             .arg(now));
    m_header->setToggleText(m_jacobian, tr("∂%1/∂%2").arg(nodeText(circuit, node, end), now));
}

void GradientView::updateToggles()
{
    const bool several = m_document->result()->report.severalLosses;
    const GradientOf shown = m_document->gradientOf();
    const QString reason = tr("Both are the same here: the only loss is that of the last step.");
    for (PillButton *button : {m_last, m_all})
        button->setEnabled(several);
    m_jacobian->setChecked(m_document->jacobianWanted());
    m_last->setChecked(several && shown == GradientOf::LastStep);
    m_all->setChecked(several && shown == GradientOf::AllSteps);
    m_last->setToolTip(several
            ? tr("The gradient of the last step's loss alone: every step's contribution has come the whole way back.")
            : reason);
    m_all->setToolTip(several
            ? tr("The gradient of the sum of all losses. At a step with a loss of its own the sum need not vanish.")
            : reason);
}

void GradientView::updateCurves()
{
    const auto result = m_document->result();
    const GradientReport &report = result->report;
    GradientPicture picture = result->trace->hasGradient
        ? gradientPicture(*result->trace->program, report, m_document->jacobianNorms(), m_document->cursor(),
            themeOf(this), drawnReferences(*m_document))
        : GradientPicture();
    if (result->trace->hasGradient)
        addStates(*result, m_document->cursor(), themeOf(this), overlaid(), picture);
    if (m_lead)
        drawAsTwin(picture);
    else
        addTwin(*m_document, themeOf(this), picture);
    const DecadeRange before = m_decades;
    m_decades = m_lead ? m_lead->decades() : gradientDecades(*m_document, picture.decades);
    m_plot->setDecades(m_decades);
    m_plot->setNote(picture.note);
    m_plot->setCursorStep(m_document->cursor().step);
    m_plot->setCurves(std::move(picture.curves));
    setAccessibleDescription(explanationText(explain(report, *result->trace)));
    if (!(m_decades == before))
        emit decadesChanged();
}

/// Whether the curve of a twin is in this plot.
bool GradientView::overlaid() const
{
    return !m_lead && m_document->twin()->result() && !m_document->twin()->beside();
}

void GradientView::updateMessage()
{
    const auto result = m_document->result();
    const bool loss = result->trace->hasGradient;
    const bool forward = m_document->cursor().pass == Pass::Forward;
    const bool nothing = !hasGradientNumber(result->report);
    if (!loss)
        m_message->setText(
            tr("This network has no loss, and without a loss there is no gradient. Choose where the loss is taken."));
    else if (forward)
        m_message->setText(tr("Not computed yet: the gradient comes with the backward pass."));
    else
        m_message->setText(tr("The gradient is not a number here: there is nothing to plot."));
    m_message->setVisible(!loss || forward || nothing);
    m_backward->setVisible(loss && forward && m_controlsShown);
    placeMessage();
}

void GradientView::updateHover()
{
    const ElementRef &hover = m_document->hover();
    const GradientReport &report = m_document->result()->report;
    const bool mine = hover.kind == ElementRef::Kind::Node
        && (hover.node == report.node
            || std::any_of(report.beside.begin(), report.beside.end(),
                [&hover](const StateGradient &state) { return state.node == hover.node; }));
    m_plot->setHighlightedStep(mine ? hover.step : 0);
}

// -- geometry
// ----------------------------------------------------------------------------------------------------------

void GradientView::placeMessage()
{
    const QRectF area = m_plot->plotArea();
    m_message->setFont(textFont());
    m_message->setForegroundRole(QPalette::WindowText);
    const QSize button = m_backward->sizeHint();
    const QFontMetrics metrics(m_message->font());
    const int width
        = std::min(static_cast<int>(area.width()), metrics.horizontalAdvance(m_message->text()) + 2 * Metrics::gap);
    const int text = m_message->heightForWidth(width);
    const int gap = Metrics::gap / 2;
    const int total = text + (m_backward->isHidden() ? 0 : gap + button.height());
    const int left = static_cast<int>(area.center().x()) - width / 2;
    const int top = static_cast<int>(area.center().y()) - total / 2;
    m_message->setGeometry(left, top, width, text);
    m_backward->setGeometry(static_cast<int>(area.center().x()) - button.width() / 2, m_plot->y() + top + text + gap,
        button.width(), button.height());
    m_backward->raise();
}

void GradientView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    placeMessage();
}

void GradientView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeMessage(); // the plot has its size only now: what is hidden hears of its size when it is shown
}

void GradientView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateCurves();
        placeMessage();
    }
}

} // namespace unfold
