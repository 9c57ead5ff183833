#include "ui/timeline/map/sweep_view.h"

#include "ui/controls/gain_text.h"
#include "ui/document/document.h"
#include "ui/plot/gain_scale.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"
#include "ui/timeline/map/sweep_overlay.h"
#include "ui/timeline/map/sweep_picture.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/section_header.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

/// Whether both have the same map. (An undone gain is prepared anew.)
bool differOnlyInGain(const Result &a, const Result &b)
{
    if (a.report.node != b.report.node || a.report.shown != b.report.shown)
        return false;
    Experiment experiment = a.experiment;
    experiment.gain = b.experiment.gain;
    return a.prepared == b.prepared || experiment == b.experiment;
}

/// Whether the rows from `from` to `to` hold a gain as well as any could.
bool holds(double from, double to, double gain)
{
    return (from <= gain || from <= -GainScale::widest) && (gain <= to || to >= GainScale::widest);
}

} // namespace

SweepView::SweepView(Document *document, QWidget *parent)
    : NormSection(tr("Every gain at once"), parent)
    , m_document(document)
    , m_overlay(new SweepOverlay(map()))
    , m_progress(new QLabel(header()))
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the arrow keys to time
    setCursor(Qt::CrossCursor);
    header()->setToolTip(
        tr("The gradient norm at every step (from left to right) for every gain W_rec (from bottom to top). Along the "
           "border it is as large as at the end: on one side the gradient vanishes on its way back, on the other it "
           "explodes. Below 1/(γσ_max) it is guaranteed to vanish; 1/ρ is the edge of a linear network in the long "
           "run. Click or drag to set the gain and the step; keys, after Tab: Up and Down."));
    explainBy(this, "gain-sweep vanishing-gradient exploding-gradient");
    m_progress->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress->setAttribute(Qt::WA_TransparentForMouseEvents);
    connectToDocument();
}

SweepView::~SweepView()
{
    disconnectChildren(this);
}

void SweepView::connectToDocument()
{
    connect(m_document, &Document::experimentChanged, this, &SweepView::showGain);
    connect(m_document, &Document::resultChanged, this, &SweepView::adoptResult);
    connect(m_document, &Document::cursorChanged, this, [this] { map()->setCursorStep(m_document->cursor().step); });
    connect(m_document, &Document::timeWindowChanged, this, [this] { map()->setWindow(m_document->timeWindow()); });
    connect(&m_background, &BackgroundSweep::advanced, this, &SweepView::showSweep);
}

// -- computing

void SweepView::showEvent(QShowEvent *)
{
    map()->setWindow(m_document->timeWindow());
    map()->setCursorStep(m_document->cursor().step);
    adoptResult();
}

/// What nobody looks at is not computed.
void SweepView::hideEvent(QHideEvent *)
{
    hold(false);
    if (m_background.running())
        m_result.reset(); // begins anew when it is seen again
    m_background.cancel();
}

QString SweepView::reasonForNone() const
{
    const auto result = m_document->result();
    if (!result->prepared->loss)
        return tr("Without a loss there is no gradient: choose one under Network.");
    if (recurrentParameters(result->circuit()).empty())
        return tr("This network has no recurrent weight: no value is read from an earlier step.");
    return m_background.failure();
}

/// Another gain is another line over the same map; anything else is another map.
void SweepView::adoptResult()
{
    if (!isVisible())
        return;
    const auto before = m_result;
    m_result = m_document->result();
    const double gain = m_document->experiment().gain;
    if (before && differOnlyInGain(*before, *m_result) && holds(m_gains.front(), m_gains.back(), gain))
        return showGain();
    const GainScale range = GainScale::holding(gain);
    m_gains = roundGains(range.low, range.high, m_result->prepared->program->cost());
    if (m_result->prepared->loss && !recurrentParameters(m_result->circuit()).empty())
        m_background.start(m_result->prepared, {m_gains, m_result->report.node, m_result->report.shown});
    else
        m_background.cancel();
    showProgress();
    if (!m_background.running())
        showSweep();
}

// -- showing

void SweepView::showSweep()
{
    const QString reason = reasonForNone();
    NormMapContent content;
    if (reason.isEmpty())
        content.norms = sweepNorms(m_background.sweep());
    SweepLines lines;
    if (content.norms.size() > 0) {
        m_end = endOf(*m_result->prepared, m_result->report.node, m_background.sweep());
        content.thinnest = 1;
        content.decades = sweepDecades(content.norms, m_end);
        lines.gains = m_background.sweep().gains;
        lines.guides = sweepGuides(*m_result->prepared, m_result->report.node);
        if (m_end)
            lines.border = vanishBorder(m_background.sweep(), *m_end);
    }
    const bool computing = reason.isEmpty() && content.norms.size() == 0;
    map()->setContent(std::move(content));
    m_overlay->setLines(std::move(lines));
    say(computing ? tr("The gradient is computed at %1 gains …").arg(m_gains.size()) : reason);
    showGain();
}

void SweepView::showGain()
{
    m_overlay->setGain(m_document->experiment().gain);
    showProgress();
    if (message().isEmpty())
        setAccessibleDescription(
            tr("Present gain %1. %2").arg(numberForScreenReader(m_document->experiment().gain), progress()).trimmed());
}

QString SweepView::progress() const
{
    return m_background.running() ? tr("%1 of %2 gains").arg(m_background.done()).arg(m_gains.size()) : QString();
}

void SweepView::showProgress()
{
    m_progress->setText(progress());
    m_progress->adjustSize();
    m_progress->move(header()->width() - Metrics::timeRight(this) - m_progress->width(),
        (header()->height() - m_progress->height()) / 2);
    m_overlay->setDone(
        m_background.running() ? static_cast<double>(m_background.done()) / static_cast<double>(m_gains.size()) : 1);
}

void SweepView::resizeEvent(QResizeEvent *event)
{
    NormSection::resizeEvent(event);
    showProgress();
}

void SweepView::changeEvent(QEvent *event)
{
    NormSection::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_progress->setFont(textFont(0.86));
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, themeOf(this).muted);
        m_progress->setPalette(colours);
        showProgress();
    }
}

// -- touching

QString SweepView::sentence(int row, int step) const
{
    return sweepSentence(m_background.sweep(), m_end, m_result->circuit(), m_result->report.node, row, step);
}

void SweepView::touch(int row, int step)
{
    map()->setTouched(NormMap::Place{row, step});
    m_document->setHover(ElementRef::ofNode(m_document->plottedNode(), step));
    setAccessibleDescription(sentence(row, step));
}

void SweepView::hold(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    m_document->holdChange(held);
}

void SweepView::askAt(QPointF point)
{
    if (m_overlay->lines().gains.empty())
        return; // the map has gone while the mouse is down
    const HeatMapLayout layout = map()->cells();
    const double x = std::clamp(point.x(), layout.axis.left, layout.axis.right);
    m_document->setGain(m_overlay->gainAt(point.y()));
    m_document->setStep(static_cast<int>(std::lround(layout.axis.stepAt(x))));
}

void SweepView::mousePressEvent(QMouseEvent *event)
{
    const QPointF point = map()->mapFrom(this, event->position());
    if (event->button() != Qt::LeftButton || !map()->at(point))
        return;
    hold(true);
    askAt(point);
}

void SweepView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF point = map()->mapFrom(this, event->position());
    if (m_held)
        askAt(point);
    const auto place = map()->at(point);
    if (!place)
        return leaveEvent(event);
    touch(place->row, place->step);
    QToolTip::showText(event->globalPosition().toPoint(), sentence(place->row, place->step), this);
}

void SweepView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        hold(false);
}

void SweepView::leaveEvent(QEvent *)
{
    map()->setTouched(std::nullopt);
    m_document->setHover({});
    QToolTip::hideText();
}

// -- keys

bool SweepView::event(QEvent *event)
{
    const auto isOurs = [](int key) { return key == Qt::Key_Up || key == Qt::Key_Down; };
    // While the keys are here they go from row to row; the steps are the window's.
    if (event->type() == QEvent::ShortcutOverride && isOurs(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SweepView::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    const std::vector<double> &gains = m_overlay->lines().gains;
    if (by == 0 || gains.empty())
        return event->ignore();
    const double gain = m_document->experiment().gain;
    const auto to = by > 0 ? std::upper_bound(gains.begin(), gains.end(), gain)
                           : std::lower_bound(gains.begin(), gains.end(), gain);
    if (to == (by > 0 ? gains.end() : gains.begin()))
        return;
    const auto index = static_cast<int>(to - gains.begin()) - (by > 0 ? 0 : 1);
    m_document->setGain(gains[static_cast<size_t>(index)]);
    const NormMap::Place place{static_cast<int>(gains.size()) - 1 - index, m_document->cursor().step};
    if (place.step > map()->content().norms.cols())
        return; // the map of a shorter sequence, for a moment more
    touch(place.row, place.step);
    QToolTip::showText(
        mapToGlobal(map()->pos() + map()->cell(place).bottomRight().toPoint()), sentence(place.row, place.step), this);
}

void SweepView::focusInEvent(QFocusEvent *event)
{
    m_overlay->setFocused(true);
    QWidget::focusInEvent(event);
}

void SweepView::focusOutEvent(QFocusEvent *event)
{
    m_overlay->setFocused(false);
    QWidget::focusOutEvent(event);
}

} // namespace unfold
