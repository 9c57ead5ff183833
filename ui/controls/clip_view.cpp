#include "ui/controls/clip_view.h"

#include "core/learning/clipping.h"
#include "ui/controls/clip_plot.h"
#include "ui/document/document.h"
#include "ui/plot/gain_scale.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace unfold {
namespace {

constexpr int samples = 86; ///< two hundredths of the slider apart, over its usual range
constexpr double sampleBudget = 4e7; ///< multiply-adds of all samples together
constexpr int thresholdMerge = 40;

/// Learning follows the sum of all losses, whichever the plot shows.
double parameterNorm(const Prepared &prepared, double gain)
{
    return clippingOf(compute(prepared, gain)->gradients, std::nullopt).norm;
}

QString sentenceOf(const Clipping &clipping, bool threshold)
{
    const QString norm
        = ClipView::tr("‖g‖ = %1, the gradient of all weights and biases together").arg(numberText(clipping.norm));
    if (!clipping.clipped)
        return ClipView::tr("%1: clipping cannot make a direction of that.").arg(norm);
    if (clipping.factor < 1)
        return ClipView::tr("%1. Clipped to %2: every entry times %3.")
            .arg(norm, numberText(*clipping.clipped), numberText(clipping.factor, 2));
    return threshold ? ClipView::tr("%1. Below the threshold: it does not change.").arg(norm) : norm + u'.';
}

} // namespace

ClipView::ClipView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    build();
    connect(m_document, &Document::resultChanged, this, &ClipView::follow);
    follow();
}

ClipView::~ClipView()
{
    disconnectChildren(this);
}

void ClipView::build()
{
    m_plot = new ClipPlot(this);
    m_plot->setObjectName(QStringLiteral("clipPlot"));
    explainBy(m_plot, "clipping clipping-threshold");
    m_plot->setToolTip(tr("<p>The norm ‖g‖ of the gradient of all parameters together, at every W_rec. Dashed: the "
                          "threshold. Red: the norm after clipping. Grey: before it.</p>"));
    m_sentence = makeCaption(QString(), this);
    m_sentence->setObjectName(QStringLiteral("clipSentence"));
    m_threshold = new QDoubleSpinBox(this);
    m_threshold->setObjectName(QStringLiteral("clipThreshold"));
    m_threshold->setRange(0.001, 1e6);
    m_threshold->setDecimals(3);
    m_threshold->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_threshold->setKeyboardTracking(false);
    m_threshold->setAccessibleName(tr("Clipping threshold"));
    m_threshold->setToolTip(tr("<p>A gradient of all parameters together that is longer than this is "
                               "shortened to it; its direction stays.</p>"));
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &ClipView::setThreshold);
    m_row = new QWidget(this);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    auto *name = new QLabel(tr("Threshold"), m_row);
    name->setBuddy(m_threshold);
    row->addWidget(name);
    row->addWidget(m_threshold, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::gap / 2);
    column->addWidget(m_plot);
    column->addWidget(m_sentence);
    column->addWidget(m_row);
}

QString ClipView::sentence() const
{
    return m_sentence->text();
}

void ClipView::follow()
{
    const auto result = m_document->result();
    const std::optional<double> threshold = result->experiment.clip;
    const QSignalBlocker quiet(m_threshold);
    m_row->setVisible(threshold.has_value());
    if (threshold)
        m_threshold->setValue(*threshold);
    if (result->trace->hasGradient)
        return sample();
    m_sampled = nullptr;
    m_plot->setCurve({});
    m_sentence->setText(tr("Without a loss there is no gradient, and nothing to clip."));
    m_plot->setAccessibleName(m_sentence->text());
}

void ClipView::sample()
{
    const auto result = m_document->result();
    const Prepared &prepared = *result->prepared;
    ClipCurve curve = m_plot->curve();
    const GainScale scale = GainScale::holding(result->experiment.gain);
    const bool other = m_sampled != result->prepared || curve.low != scale.low || curve.high != scale.high;
    if (other) {
        curve.norms.clear();
        curve.low = scale.low;
        curve.high = scale.high;
        for (int i = 0; prepared.program->cost() * samples <= sampleBudget && i < samples; ++i)
            curve.norms.push_back(parameterNorm(prepared, scale.low + (scale.high - scale.low) * i / (samples - 1)));
        m_sampled = result->prepared;
    }
    curve.gain = result->experiment.gain;
    curve.threshold = result->experiment.clip;
    const bool held = !result->report.severalLosses || result->report.shown == GradientOf::AllSteps;
    const Clipping clipping
        = clippingOf(held ? result->trace->gradients : compute(prepared, curve.gain)->gradients, curve.threshold);
    curve.norm = clipping.norm;
    m_plot->setCurve(curve);
    m_sentence->setText(sentenceOf(clipping, curve.threshold.has_value()));
    m_plot->setAccessibleName(m_sentence->text());
}

void ClipView::setThreshold(double threshold)
{
    Experiment next = m_document->experiment();
    next.clip = threshold;
    m_document->change(next, tr("threshold %1").arg(numberText(threshold)), thresholdMerge);
}

void ClipView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_plot->updateGeometry();
}

} // namespace unfold
