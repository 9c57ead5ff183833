#include "ui/timeline/heat_map/heat_map_view.h"

#include "ui/accessibility/keyboard_navigator.h"
#include "ui/plot/time_axis.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_marks.h"
#include "ui/timeline/heat_map/heat_map_text.h"
#include "ui/timeline/heat_map/heat_map_walk.h"
#include "ui/widgets/section_header.h"

#include <QEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace unfold {
namespace {

std::vector<int> nodesOf(const std::vector<StateTrack> &tracks)
{
    std::vector<int> nodes;
    for (const StateTrack &track : tracks)
        nodes.insert(nodes.end(), track.begin(), track.end());
    return nodes;
}

} // namespace

HeatMapView::HeatMapView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_walk(std::make_unique<HeatMapWalk>(document, this))
    , m_navigator(std::make_unique<KeyboardNavigator>(m_walk.get(), document, this))
{
    build();
    connectToDocument();
    adoptResult();
    setAccessibleName(tr("States"));
    setAccessibleDescription(tr("One row per unit, one column per step."));
}

HeatMapView::~HeatMapView()
{
    if (!m_beside)
        return;
    m_beside->m_beside = nullptr;
    m_beside->updateScales();
}

void HeatMapView::build()
{
    setMouseTracking(true);
    m_header = new SectionHeader(tr("States"), this);
    m_value = m_header->addToggle(tr("value"), tr("Colours show the value of each unit."));
    m_value->setAccessibleName(tr("Show values"));
    m_gradient = m_header->addToggle(tr("gradient"), QString());
    m_gradient->setAccessibleName(tr("Show gradients"));
}

void HeatMapView::connectToDocument()
{
    connect(m_document, &Document::resultChanged, this, &HeatMapView::adoptResult);
    connect(m_document, &Document::cursorChanged, this, [this] {
        updateToggles();
        update();
    });
    connect(m_document, &Document::timeWindowChanged, this, &HeatMapView::invalidate);
    connect(m_document, &Document::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(m_value, &PillButton::clicked, this, [this] { wantGradient(false); });
    connect(m_gradient, &PillButton::clicked, this, [this] { wantGradient(true); });
}

void HeatMapView::wantGradient(bool wanted)
{
    m_wantsGradient = wanted;
    adoptResult();
}

void HeatMapView::hideControls()
{
    m_header->hideToggles();
}

// -- what is shown
// -----------------------------------------------------------------------------------------------------

const NodeTrace &HeatMapView::traceOf(int node) const
{
    return m_document->result()->trace->nodes[static_cast<size_t>(node)];
}

const Matrix &HeatMapView::valuesOf(int node) const
{
    return showsGradient() ? traceOf(node).gradient : traceOf(node).value;
}

/// Of the present result: others may ask before this view has adopted it.
std::vector<StateTrack> HeatMapView::tracks() const
{
    const auto result = m_document->result();
    return shownStates(result->circuit(), result->steps(), m_document->plottedNode());
}

std::vector<StateTrack> HeatMapView::tracksWithRoom() const
{
    return tracksInRoom(tracks(), m_document->plottedNode(), room());
}

std::vector<int> HeatMapView::shownNodes() const
{
    return nodesOf(tracksWithRoom());
}

bool HeatMapView::showsGradient() const
{
    return m_wantsGradient && m_document->cursor().pass == Pass::Backward && m_document->result()->trace->hasGradient;
}

StepRange HeatMapView::computedSteps(int node) const
{
    const Cursor &cursor = m_document->cursor();
    StepRange steps = traceOf(node).span;
    if (showsGradient())
        steps.first = std::max(steps.first, cursor.step);
    else if (cursor.pass == Pass::Forward)
        steps.last = std::min(steps.last, cursor.step);
    return steps;
}

void HeatMapView::adoptResult()
{
    updateToggles();
    const auto result = m_document->result();
    m_ownScales = scalesOf(*result->trace, tracks(), showsGradient());
    m_cells.clear();
    updateTitle();
    update();
    updateScales();
    emit ownScalesChanged();
}

void HeatMapView::updateTitle()
{
    const Program &program = *m_document->result()->trace->program;
    const std::vector<int> shown = shownNodes();
    std::vector<int> missing = nodesOf(tracks());
    std::erase_if(missing, [&shown](int node) { return std::find(shown.begin(), shown.end(), node) != shown.end(); });
    m_header->setTitle(heatMapTitle(program, shown, showsGradient()));
    const QString tip = heatMapTip(program, shown) + (missing.empty() ? QString() : QStringLiteral(" "))
        + noRoomTip(program.circuit, missing);
    if (tip != m_header->toolTip())
        m_header->setToolTip(tip);
}

void HeatMapView::standBeside(HeatMapView *other)
{
    for (const auto &[one, two] : {std::pair(this, other), std::pair(other, this)}) {
        one->m_beside = two;
        connect(two, &HeatMapView::ownScalesChanged, one, &HeatMapView::updateScales);
        one->updateScales();
    }
}

void HeatMapView::updateScales()
{
    Scales scales = m_ownScales;
    if (m_beside) {
        const auto tracksHere = tracks();
        const auto tracksThere = m_beside->tracks();
        const auto here = m_document->result();
        const auto there = m_beside->m_document->result();
        scales = sharedScales({here->circuit(), tracksHere, m_ownScales, here->report.node},
            {there->circuit(), tracksThere, m_beside->m_ownScales, there->report.node});
    }
    if (scales == m_scales)
        return;
    m_scales = scales;
    invalidate();
}

void HeatMapView::updateToggles()
{
    const bool loss = m_document->result()->trace->hasGradient;
    const bool possible = loss && m_document->cursor().pass == Pass::Backward;
    m_gradient->setToolTip(possible ? tr("Colours show %1: how strongly the loss depends on each unit.")
                                          .arg(gradientNames(m_document->result()->circuit(), shownNodes()))
            : loss ? tr("The gradient comes with the backward pass: press B.")
                   : tr("Without a loss there is no gradient."));
    if (m_gradient->isEnabled() != possible || m_gradient->isChecked() != showsGradient()) {
        m_gradient->setEnabled(possible);
        m_gradient->setChecked(showsGradient());
        adoptResult();
    }
    m_value->setChecked(!showsGradient());
}

void HeatMapView::invalidate()
{
    m_cells.clear();
    update();
}

HeatMapRoom HeatMapView::room() const
{
    return {timeAxisOf(this, m_document->timeWindow()), static_cast<double>(m_header->height()),
        static_cast<double>(height()), static_cast<double>(heatMapLineHeight())};
}

std::vector<HeatMapBand> HeatMapView::bands() const
{
    return layOutBands(tracksWithRoom(), *m_document->result()->trace->program, room());
}

HeatMapLayout HeatMapView::cellLayout() const
{
    const std::vector<HeatMapBand> all = bands();
    const int plotted = m_document->plottedNode();
    return std::find_if(all.begin(), all.end(), [plotted](const HeatMapBand &band) {
        return band.node == plotted;
    })->layout;
}

std::optional<std::pair<HeatMapBand, HeatMapLayout::Place>> HeatMapView::cellAt(QPointF point) const
{
    for (const HeatMapBand &band : bands())
        if (const auto place = band.layout.at(point))
            return std::pair(band, *place);
    return std::nullopt;
}

QSize HeatMapView::minimumSizeHint() const
{
    return {Metrics::timeLeft(this) + 60 + Metrics::timeRight(this),
        m_header->sizeHint().height() + 4 * heatMapLineHeight()};
}

// -- events
// ------------------------------------------------------------------------------------------------------------

void HeatMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    updateTitle(); // of the states that have room
    m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    invalidate();
}

void HeatMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        invalidate();
}

/// One unit at its step, or all of them where a row is the mean of several.
ElementRef HeatMapView::elementOf(const HeatMapBand &band, const HeatMapLayout::Place &place)
{
    const StepRange units = band.layout.unitsOf(place.row);
    return ElementRef::ofNode(band.node, place.step, units.count() == 1 ? units.first : -1);
}

void HeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position());
    if (!cell) {
        m_document->setHover({});
        QToolTip::hideText();
        return;
    }
    m_document->setHover(elementOf(cell->first, cell->second));
    QToolTip::showText(event->globalPosition().toPoint(),
        cellTip(*m_document->result(), m_document->cursor(), cell->first, cell->second), this);
}

void HeatMapView::mousePressEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || !cell)
        return;
    m_document->setStep(cell->second.step);
    m_document->select(elementOf(cell->first, cell->second));
}

void HeatMapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_document->setHover({});
}

} // namespace unfold
