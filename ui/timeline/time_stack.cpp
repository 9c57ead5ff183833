#include "ui/timeline/time_stack.h"

#include "ui/diagram/shared/cells_toggle.h"
#include "ui/layout/bare_splitter.h"
#include "ui/plot/cursor_mark.h"
#include "ui/plot/time_axis.h"
#include "ui/style/card_surface.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/factors_view.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/map/input_gradient_view.h"
#include "ui/timeline/map/itemised_gradient_view.h"
#include "ui/timeline/map/sweep_view.h"
#include "ui/timeline/time_axis_bar.h"
#include "ui/timeline/twin_sections.h"
#include "ui/widgets/section_header.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace unfold {
namespace {

constexpr int border = 1; ///< of the card
constexpr int handleHeight = 9;
constexpr double zoomPerNotch = 0.8;
constexpr double scrollPerNotch = 0.12; ///< of the visible window
constexpr std::array shares{4, 2, 4}; ///< of the height: graph, heat map, plot
constexpr double notch = 120; ///< angleDelta of one wheel step

} // namespace

TimeStack::TimeStack(Document *document, QWidget *unrolled, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    build(unrolled);
    connectToDocument();
}

void TimeStack::build(QWidget *unrolled)
{
    auto *parts = new BareSplitter(Qt::Vertical, this); // bare: this stack paints hairlines below the cursor's line
    m_splitter = parts;
    m_splitter->setHandleWidth(handleHeight);
    m_splitter->setChildrenCollapsible(false);
    m_heatMap = new HeatMapView(m_document);
    m_gradient = new GradientView(m_document);
    parts->addPart(section(tr("Unrolled graph"),
        tr("The circuit with one copy per step: unfolding turns the loop into a chain, and every copy uses the same "
           "weights."),
        unrolled));
    parts->addPart(m_heatMap);
    m_lower = new GradientViewSwitcher;
    m_lower->add(m_gradient, m_gradient->header(), tr("How strongly the loss depends on each step."));
    auto *factors = new FactorsView(m_document);
    m_lower->add(factors, factors->header(), tr("The factor of the matrix and that of the slope, step by step."));
    auto *causes = new ItemisedGradientView(m_document);
    m_lower->add(causes, causes->header(), tr("How strongly each loss by itself depends on each step before it."));
    auto *inputGradient = new InputGradientView(m_document);
    m_lower->add(
        inputGradient, inputGradient->header(), tr("How strongly the loss depends on the input of each step."));
    auto *sweep = new SweepView(m_document);
    m_lower->add(sweep, sweep->header(), tr("How strongly the loss depends on each step, for every gain."));
    parts->addPart(m_lower);
    for (size_t i = 0; i < shares.size(); ++i)
        m_splitter->setStretchFactor(static_cast<int>(i), shares[i]);
    m_twins = new TwinSections(m_document, {m_splitter, m_splitter->widget(0), m_heatMap, m_lower, m_gradient}, this);
    m_axisBar = new TimeAxisBar(m_document);
    m_sentence = new GradientSentence(m_document);
    m_sentence->setContentsMargins(Metrics::padding, 0, Metrics::padding, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(border, Metrics::gap / 2, border, Metrics::gap / 2);
    column->setSpacing(2);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_axisBar);
    column->addWidget(m_sentence);
    // A scroll area would keep the wheel for itself.
    unrolled->installEventFilter(this);
    if (auto *area = qobject_cast<QAbstractScrollArea *>(unrolled))
        area->viewport()->installEventFilter(this);
}

QWidget *TimeStack::section(const QString &title, const QString &toolTip, QWidget *content)
{
    auto *whole = new QWidget;
    m_graphHeader = new SectionHeader(title, whole);
    m_graphHeader->setToolTip(toolTip);
    addCellsToggle(m_graphHeader, m_document);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_graphHeader);
    column->addWidget(content, 1);
    return whole;
}

void TimeStack::connectToDocument()
{
    for (const auto signal : {&Document::resultChanged, &Document::cursorChanged, &Document::timeWindowChanged})
        connect(m_document, signal, this, qOverload<>(&QWidget::update));
    connect(m_twins, &TwinSections::changed, this, &TimeStack::shareHeight);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_sharedByHand = true;
        update();
    });
}

void TimeStack::showOnly(Section section)
{
    m_only = section;
    showSections();
    connect(m_twins, &TwinSections::changed, this, &TimeStack::showSections);
    m_sentence->setVisible(section == Section::Gradient);
    m_graphHeader->hideToggles();
    m_heatMap->hideControls();
    m_gradient->hideControls();
    m_axisBar->hideControls();
}

void TimeStack::showSections()
{
    m_splitter->widget(0)->setVisible(m_only == Section::Graph);
    m_heatMap->setVisible(m_only == Section::States);
    m_lower->setVisible(m_only == Section::Gradient);
    if (!m_twins->states())
        return;
    m_twins->states()->setVisible(m_only == Section::States);
    m_twins->gradient()->setVisible(m_only == Section::Gradient);
    shareHeight();
}

TimeAxis TimeStack::axis() const
{
    TimeAxis axis = timeAxisOf(m_splitter, m_document->timeWindow());
    axis.left += m_splitter->x();
    axis.right += m_splitter->x();
    return axis;
}

int TimeStack::lineBottom() const
{
    return m_axisBar->geometry().top() + 5;
}

void TimeStack::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_only)
        paintCardSurface(painter, this);
    const int step = m_document->cursor().step;
    const int top = m_splitter->y();
    paintCursorBand(painter, axis(), step, top, lineBottom(), theme);
    for (int i = 1; !m_only && i < m_splitter->count(); ++i) {
        if (i == 1 && m_splitter->widget(0)->isHidden())
            continue; // nothing stands above
        const QRect handle = m_splitter->handle(i)->geometry().translated(m_splitter->pos());
        painter.fillRect(
            QRectF(Metrics::padding, handle.center().y(), width() - 2 * Metrics::padding, 1), theme.border);
    }
    paintCursorLine(painter, axis(), step, top, lineBottom(), theme);
}

void TimeStack::shareHeight()
{
    const bool two = m_twins->states();
    const auto shareOf
        = [this](Section section) { return m_only && m_only != section ? 0 : shares[static_cast<size_t>(section)]; };
    const int graph = two && !m_only ? 0 : shareOf(Section::Graph);
    const int states = shareOf(Section::States);
    const int plot = shareOf(Section::Gradient);
    const QList<int> parts = two ? QList<int>{graph, states, states, plot, plot} : QList<int>{graph, states, plot};
    const auto shown = parts.size() - parts.count(0);
    const int height = m_splitter->height() - static_cast<int>(shown - 1) * m_splitter->handleWidth();
    const int all = std::max(1, std::accumulate(parts.begin(), parts.end(), 0));
    QList<int> sizes;
    for (const int share : parts)
        sizes.append(height * share / all);
    m_splitter->setSizes(sizes);
}

void TimeStack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    if (!m_sharedByHand)
        shareHeight();
}

// -- zoom and scroll
// ---------------------------------------------------------------------------------------------------

void TimeStack::zoom(double factor, double x)
{
    const TimeAxis a = axis();
    const double around = a.stepAt(std::clamp(x, a.left, a.right));
    m_document->setTimeWindow(a.window.zoomed(factor, around).clamped(m_document->result()->steps()));
}

void TimeStack::scroll(double steps)
{
    m_document->setTimeWindow(m_document->timeWindow().shifted(steps).clamped(m_document->result()->steps()));
}

void TimeStack::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(std::pow(zoomPerNotch, angle.y() / notch), event->position().x());
        return;
    }
    const TimeAxis a = axis();
    if (event->pixelDelta().x() != 0)
        scroll(-event->pixelDelta().x() / a.pitch());
    else
        scroll(-(angle.x() + angle.y()) / notch * scrollPerNotch * a.window.span());
}

bool TimeStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    const QPointF at = mapFromGlobal(wheel->globalPosition());
    QWheelEvent mine(at, wheel->globalPosition(), wheel->pixelDelta(), wheel->angleDelta(), wheel->buttons(),
        wheel->modifiers(), wheel->phase(), wheel->inverted());
    wheelEvent(&mine);
    return true;
}

} // namespace unfold
