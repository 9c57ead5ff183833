#include "ui/timeline/gradient/factors_view.h"

#include "ui/plot/cursor_mark.h"
#include "ui/plot/time_axis.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_axis.h"
#include "ui/timeline/gradient/hold_controls.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/section_header.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double smallFactor = 0.86;
constexpr int mostPowers = 6; ///< a bar beyond 1/64 or 64 ends in a tip
constexpr std::array both{FactorsView::Factor::Weight, FactorsView::Factor::Slope};

/// "¼", "½", "1", "2" …, of 2^power.
QString powerName(int power)
{
    const QString times = QString::number(std::exp2(std::abs(power)));
    return power < 0 ? QStringLiteral("1/%1").arg(times) : times;
}

} // namespace

FactorsView::FactorsView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_header(new SectionHeader(tr("Factors per step"), this))
    , m_message(new QLabel(this))
{
    setMouseTracking(true);
    setAccessibleName(m_header->title());
    m_header->setToolTip(
        tr("One step back through time multiplies the norm of the gradient by two factors: that of Wᵀ, and that of the "
           "slope of the activation. Bars below the line are factors below 1, bars above it factors above 1. They show "
           "which of the two makes the gradient vanish."));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    addFitToggle(m_header, m_document);
    for (const auto signal :
        {&Document::resultChanged, &Document::cursorChanged, &Document::axisFittedChanged, &Document::gainReachChanged})
        connect(m_document, signal, this, &FactorsView::adoptResult);
    connect(m_document, &Document::timeWindowChanged, this, qOverload<>(&QWidget::update));
}

FactorsView::~FactorsView()
{
    disconnectChildren(this);
}

QString FactorsView::message() const
{
    return m_message->text();
}

void FactorsView::showEvent(QShowEvent *)
{
    adoptResult();
}

/// What nobody looks at is not read.
void FactorsView::adoptResult()
{
    if (!isVisible())
        return;
    const auto result = m_document->result();
    bool any = false;
    for (const StepSeries *series : {&result->report.matrixFactor, &result->report.slopeFactor})
        for (const std::optional<double> &factor : *series)
            any = any || (factor && *factor > 0 && std::isfinite(*factor));
    m_powers = factorPowers(*m_document, mostPowers);
    const bool backward = m_document->cursor().pass == Pass::Backward && result->trace->hasGradient;
    m_message->setText(!result->trace->hasGradient
            ? tr("Without a loss there is no gradient: choose one under Network.")
            : !backward ? tr("Not computed yet: the gradient comes with the backward pass (B).")
            : any
            ? QString()
            : tr(
                "No single matrix and slope describe one backward step here: the gradient flows along several paths."));
    m_message->setVisible(!m_message->text().isEmpty());
    setAccessibleDescription(any && backward ? sentence(m_document->cursor().step) : m_message->text());
    update();
}

std::optional<double> FactorsView::factorAt(Factor factor, int step) const
{
    const GradientReport &report = m_document->result()->report;
    const auto &series = factor == Factor::Weight ? report.matrixFactor : report.slopeFactor;
    const bool shown = m_document->cursor().pass == Pass::Backward && m_document->cursor().gradientShown(step);
    return shown && step >= 1 && step <= static_cast<int>(series.size()) ? series[static_cast<size_t>(step - 1)]
                                                                         : std::nullopt;
}

// -- geometry

QRectF FactorsView::area() const
{
    const TimeAxis axis = timeAxisOf(this, m_document->timeWindow());
    const double line = QFontMetricsF(textFont(smallFactor)).height();
    const double top = m_header->height() + 1.4 * line;
    return {QPointF(axis.left, top), QPointF(axis.right, std::max(top + 1, height() - line / 2))};
}

double FactorsView::y(double factor) const
{
    const double power = factor > 0 ? std::clamp(std::log2(factor), -1.0 * m_powers, 1.0 * m_powers) : -m_powers;
    return area().center().y() - power / m_powers * area().height() / 2;
}

QRectF FactorsView::bar(Factor factor, int step) const
{
    const auto value = factorAt(factor, step);
    if (!value || std::isnan(*value))
        return {};
    const TimeAxis axis = timeAxisOf(this, m_document->timeWindow());
    const double width = std::min(axis.pitch() * 0.36, 26 * Metrics::unit());
    const double left = axis.x(step) + (factor == Factor::Weight ? -width : 0);
    return QRectF(QPointF(left, y(1)), QPointF(left + width, y(*value))).normalized();
}

int FactorsView::stepAt(QPointF point) const
{
    const TimeAxis axis = timeAxisOf(this, m_document->timeWindow());
    const int step = static_cast<int>(std::lround(axis.stepAt(point.x())));
    return area().contains(point) && step >= 1 && step <= m_document->result()->steps() ? step : 0;
}

QSize FactorsView::minimumSizeHint() const
{
    return {Metrics::timeLeft(this) + 60 + Metrics::timeRight(this), m_header->sizeHint().height() + 80};
}

// -- painting

QColor FactorsView::colourOf(Factor factor) const
{
    return factor == Factor::Weight ? themeOf(this).recurrentParameter : themeOf(this).muted;
}

void FactorsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_message->text().isEmpty()) {
        paintAxis(painter);
        paintBars(painter);
        paintLegend(painter);
    }
    paintCursorLine(
        painter, timeAxisOf(this, m_document->timeWindow()), m_document->cursor().step, 0, height(), themeOf(this));
}

void FactorsView::paintAxis(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF box = area();
    painter.setFont(textFont(smallFactor));
    const double line = QFontMetricsF(painter.font()).height();
    int stride = 1;
    while (stride * box.height() / 2 / m_powers < 1.2 * line && stride < m_powers)
        ++stride;
    for (int power = -(m_powers / stride) * stride; power <= m_powers; power += stride) {
        const double at = y(std::exp2(power));
        painter.setPen(QPen(power == 0 ? theme.muted : theme.grid, 1));
        painter.drawLine(QPointF(box.left(), at), QPointF(box.right(), at));
        painter.setPen(theme.muted);
        painter.drawText(
            QRectF(0, at - line / 2, box.left() - 6, line), Qt::AlignRight | Qt::AlignVCenter, u'×' + powerName(power));
    }
}

void FactorsView::paintBars(QPainter &painter) const
{
    const StepRange steps = visibleSteps(timeAxisOf(this, m_document->timeWindow()), m_document->result()->steps());
    painter.setClipRect(area().adjusted(0, -1, 0, 1));
    for (int step = steps.first; step <= steps.last; ++step)
        for (const Factor factor : both)
            if (const QRectF box = bar(factor, step); !box.isNull()) {
                painter.fillRect(box, colourOf(factor));
                if (endsBeyond(factor, step))
                    paintArrowhead(painter, box, factorAt(factor, step).value_or(1) > 1);
            }
    painter.setClipping(false);
}

bool FactorsView::endsBeyond(Factor factor, int step) const
{
    const auto value = factorAt(factor, step);
    return value && std::abs(std::log2(*value)) > m_powers; // 0 as well
}

/// A bar that goes on beyond the axis ends in a tip.
void FactorsView::paintArrowhead(QPainter &painter, const QRectF &bar, bool up) const
{
    const double height = std::min(bar.width(), bar.height()) / 2;
    const double tip = up ? bar.top() : bar.bottom();
    const double base = up ? tip + height : tip - height;
    const QPointF middle(bar.center().x(), tip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeOf(this).card);
    painter.drawPolygon(QPolygonF{middle, QPointF(bar.left(), tip), QPointF(bar.left(), base)});
    painter.drawPolygon(QPolygonF{middle, QPointF(bar.right(), tip), QPointF(bar.right(), base)});
}

void FactorsView::paintLegend(QPainter &painter) const
{
    painter.setFont(textFont(smallFactor));
    const QFontMetricsF metrics(painter.font());
    double right = area().right();
    for (const Factor factor : {Factor::Slope, Factor::Weight}) {
        const QString text = factor == Factor::Weight ? matrixName() : tr("slope of the activation");
        const double width = metrics.horizontalAdvance(text);
        const double side = metrics.height() * 0.6;
        const double middle = m_header->height() + metrics.height() * 0.6;
        painter.setPen(colourOf(factor));
        painter.drawText(QRectF(right - width, middle - metrics.height() / 2, width, metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.fillRect(QRectF(right - width - 1.4 * side, middle - side / 2, side, side), colourOf(factor));
        right -= width + 3 * side;
    }
}

void FactorsView::resizeEvent(QResizeEvent *)
{
    m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    m_message->setGeometry(area().toRect());
}

// -- events

/// "Wᵀ"
QString FactorsView::matrixName() const
{
    const auto result = m_document->result();
    const int parameter = result->report.recurrent;
    if (parameter < 0)
        return tr("the loop without a matrix");
    const std::string &name = result->prepared->program->parameters[static_cast<size_t>(parameter)].name;
    return QString::fromStdString(result->circuit().names.parameter(name)) + u'ᵀ';
}

QString FactorsView::sentence(int step) const
{
    const auto matrix = factorAt(Factor::Weight, step);
    const auto slope = factorAt(Factor::Slope, step);
    if (!matrix || !slope)
        return tr("step %1: no gradient comes from the step after it").arg(step);
    return tr("back to step %1: %2 × %3, slope × %4, together × %5")
        .arg(step)
        .arg(matrixName(), numberText(*matrix, 3), numberText(*slope, 3), numberText(*matrix * *slope, 3));
}

void FactorsView::mouseMoveEvent(QMouseEvent *event)
{
    const int step = m_message->text().isEmpty() ? stepAt(event->position()) : 0;
    m_document->setHover(step > 0 ? ElementRef::ofNode(m_document->plottedNode(), step) : ElementRef());
    if (step > 0)
        QToolTip::showText(event->globalPosition().toPoint(), sentence(step), this);
    else
        QToolTip::hideText();
}

void FactorsView::mousePressEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (event->button() != Qt::LeftButton || step == 0)
        return;
    m_document->setStep(step);
    m_document->select(ElementRef::ofNode(m_document->plottedNode(), step));
}

void FactorsView::leaveEvent(QEvent *)
{
    m_document->setHover({});
}

} // namespace unfold
