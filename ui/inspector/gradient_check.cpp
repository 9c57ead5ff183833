#include "ui/inspector/gradient_check.h"

#include "ui/inspector/gradient_check_text.h"
#include "ui/layout/fold_header.h"
#include "ui/plot/error_plot.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wheel_guard.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QSlider>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace unfold {
namespace {

constexpr double atOnce = 1e7; ///< multiply-adds that fit in a frame
constexpr double firstEpsilon = 1e-5;

QLabel *makeNumber(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// The slider goes from the smallest ε on the left to the largest on the right; the points the other way.
int mirrored(int index)
{
    return static_cast<int>(differenceSteps().size()) - 1 - index;
}

} // namespace

GradientCheck::GradientCheck(const Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_header(new FoldHeader(tr("Check this gradient"), this))
    , m_body(new QWidget(this))
{
    m_header->setObjectName(QStringLiteral("checkHeader"));
    m_header->setToolTip(
        tr("<p>Runs the network twice more, with this one number ε larger and ε smaller. The difference "
           "of the two losses, divided by 2ε, must be the gradient. (F7)</p>"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(4);
    explainBy(this, "gradient-check finite-difference"); // for the numbers
    buildNumbers();
    buildSlider();
    m_reason = makeCaption({}, m_body);
    m_reason->setObjectName(QStringLiteral("checkReason"));
    body->addWidget(m_reason);
    m_body->setToolTip(tr("<p>The gradient of the backward pass, beside the finite difference of two more runs of the "
                          "network: one with the number ε larger, one with it ε smaller.</p>"));
    m_body->hide();
    connect(m_header, &FoldHeader::toggled, this, &GradientCheck::openBody);
    connect(m_slider, &QSlider::valueChanged, this, &GradientCheck::showPoint);
    connect(m_plot, &ErrorPlot::asked, this, [this](int index) { m_slider->setValue(mirrored(index)); });
}

void GradientCheck::buildNumbers()
{
    auto *layout = m_body->layout();
    m_name = makeCaption({}, m_body);
    m_name->setObjectName(QStringLiteral("checkName"));
    layout->addWidget(m_name);
    m_backward = makeNumber("checkBackward", m_body);
    layout->addWidget(m_backward);
    layout->addWidget(makeCaption(tr("Finite difference, (L(+ε) − L(−ε)) / 2ε:"), m_body));
    m_difference = makeNumber("checkDifference", m_body);
    layout->addWidget(m_difference);
    m_agreement = makeNumber("checkAgreement", m_body);
    m_agreement->setWordWrap(true);
    layout->addWidget(m_agreement);
}

void GradientCheck::buildSlider()
{
    m_plot = new ErrorPlot(m_body);
    m_body->layout()->addWidget(m_plot);
    m_epsilon = makeNumber("checkEpsilon", m_body);
    m_slider = new QSlider(Qt::Horizontal, m_body);
    m_slider->setObjectName(QStringLiteral("checkSlider"));
    m_slider->setAccessibleName(tr("Step ε of the finite difference"));
    m_slider->setToolTip(
        tr("<p>The step ε, from 10<sup>−12</sup> to 0.1. To the right the truncation error grows, since "
           "the loss is curved. To the left the rounding error grows.</p>"));
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_slider->setRange(0, mirrored(0));
    m_slider->setPageStep(3); // a decade
    const auto &steps = differenceSteps();
    m_slider->setValue(mirrored(static_cast<int>(std::find(steps.begin(), steps.end(), firstEpsilon) - steps.begin())));
    keepWheelForScrolling(m_slider);
    m_sliderRow = new QWidget(m_body);
    auto *row = new QHBoxLayout(m_sliderRow);
    row->addWidget(m_slider);
    alignSlider();
    m_body->layout()->addWidget(m_sliderRow);
    m_body->layout()->addWidget(m_epsilon);
}

/// The handle is below its ε on the plot's axis.
void GradientCheck::alignSlider()
{
    const int half = m_slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, m_slider) / 2;
    const QRectF area = m_plot->area();
    m_sliderRow->layout()->setContentsMargins(std::max(0, static_cast<int>(area.left()) - half), 0,
        std::max(0, m_plot->width() - static_cast<int>(area.right()) - half), 0);
}

QWidgetList GradientCheck::tabOrder() const
{
    return {m_header, m_slider};
}

void GradientCheck::toggle()
{
    if (!isHidden())
        m_header->toggle();
}

void GradientCheck::check(const std::optional<CheckedGradient> &gradient)
{
    setVisible(gradient.has_value());
    if (gradient == m_gradient && m_of.lock() == m_document->result())
        return;
    m_gradient = gradient;
    compute();
}

void GradientCheck::openBody(bool open)
{
    m_body->setVisible(open);
    compute();
    if (open)
        emit opened();
}

/// Anew, where it is open; a run that takes longer than a frame is checked beside.
void GradientCheck::compute()
{
    m_runner.cancel();
    m_points.clear();
    m_of.reset();
    if (!m_gradient || !m_header->isChecked())
        return;
    const std::shared_ptr<const Result> result = m_document->result();
    m_of = result;
    const auto points = [result, entry = m_gradient->entry](std::stop_token stop) {
        const StepRange counted = countedSteps(*result->prepared->loss, result->report.shown, result->steps());
        return finiteDifferences(
            *result->prepared, result->trace->parameters, counted, entry, differenceSteps(), std::move(stop));
    };
    if (result->trace->program->cost() * 2 * static_cast<double>(differenceSteps().size()) < atOnce)
        return adopt(points({}));
    showPoint();
    m_runner.start([this, points](std::stop_token stop) -> Runner::Delivery {
        return [this, found = points(std::move(stop))] { adopt(found); };
    });
}

void GradientCheck::adopt(const std::vector<DifferencePoint> &points)
{
    m_points = points;
    showPoint();
}

void GradientCheck::showPoint()
{
    if (!m_gradient)
        return;
    m_errors = differenceErrors(m_points, m_gradient->value);
    const int index = mirrored(m_slider->value());
    m_plot->show(m_points, m_errors);
    m_plot->setPicked(m_points.empty() ? -1 : index);
    m_epsilon->setText(epsilonHtml(differenceSteps()[static_cast<size_t>(index)]));
    m_name->setText(tr("%1 by the backward pass:").arg(m_gradient->name));
    m_backward->setText(numberText(m_gradient->value, 17));
    if (m_points.empty()) {
        m_difference->setText(tr("being computed …"));
        m_agreement->clear();
        return m_reason->clear();
    }
    const DifferencePoint &point = m_points[static_cast<size_t>(index)];
    m_difference->setText(comparedHtml(m_gradient->value, point.difference, themeOf(this).muted));
    m_agreement->setText(agreementHtml(m_gradient->value, point.difference));
    m_reason->setText(reasonText(m_errors.sideOf(point)));
}

void GradientCheck::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    alignSlider();
}

void GradientCheck::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        alignSlider();
    if (event->type() == QEvent::PaletteChange && m_header->isChecked())
        showPoint(); // its colours are written into the text
}

} // namespace unfold
