#include "ui/spectrum/spectrum_view.h"

#include "ui/document/document.h"
#include "ui/spectrum/spectrum_plane.h"
#include "ui/spectrum/spectrum_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace unfold {
namespace {
/// Rows of a matrix whose eigenvalues cost far less than a frame.
constexpr Eigen::Index atOnceUpTo = 48;
} // namespace

SpectrumView::SpectrumView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_plane(new SpectrumPlane(this))
    , m_sentence(makeCaption(QString(), this))
{
    m_plane->setToolTip(tr(
        "<p>Each point is an eigenvalue λ of the recurrent matrix. In a linear network, a state along its eigenvector "
        "is multiplied by |λ| per step, as a mean over many steps, and turned by its angle: inside the circle it dies "
        "out in the long run, outside it grows. W<sub>rec</sub> scales all of them.</p><p>Point at one, or walk with "
        "Left and Right. The singular values beside them are the factors of a single step: point at them.</p>"));
    m_sentence->setObjectName(QStringLiteral("spectrumSentence"));
    explainBy(this, "eigenvalue spectral-radius largest-singular-value");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Metrics::gap / 2, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_plane, 1);
    column->addWidget(m_sentence);
    connect(m_plane, &SpectrumPlane::pickedChanged, this, &SpectrumView::showSentence);
    connect(m_document, &Document::resultChanged, this, &SpectrumView::adoptResult);
    connect(m_document, &Document::plottedNodeChanged, this, &SpectrumView::adoptResult);
}

SpectrumView::~SpectrumView()
{
    disconnectChildren(this);
}

void SpectrumView::showEvent(QShowEvent *)
{
    adoptResult();
}

void SpectrumView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adoptResult();
}

const std::string &SpectrumView::parameterName() const
{
    return m_prepared->program->parameters[static_cast<size_t>(m_parameter)].name;
}

QString SpectrumView::matrixName() const
{
    return QString::fromStdString(m_prepared->program->circuit.names.parameter(parameterName()));
}

/// What nobody looks at is not computed.
void SpectrumView::adoptResult()
{
    if (!isVisible())
        return;
    const auto result = m_document->result();
    if (result->prepared != m_prepared || result->report.recurrent != m_parameter) {
        m_prepared = result->prepared;
        m_parameter = result->report.recurrent;
        computeBase();
    }
    showSpectrum();
}

void SpectrumView::computeBase()
{
    m_runner.cancel();
    m_known = false;
    m_base = {};
    if (m_parameter < 0)
        return;
    const Matrix &base = m_prepared->baseParameters[static_cast<size_t>(m_parameter)];
    if (base.rows() <= atOnceUpTo) {
        m_base = fullSpectrumOf(base);
        m_known = true;
        return;
    }
    m_runner.start([this, base](std::stop_token) -> Runner::Delivery {
        return [this, spectrum = fullSpectrumOf(base)] {
            m_base = spectrum;
            m_known = true;
            showSpectrum();
        };
    });
}

void SpectrumView::showSpectrum()
{
    const auto result = m_document->result();
    const bool multiplied
        = m_parameter >= 0 && m_prepared->program->parameters[static_cast<size_t>(m_parameter)].recurrent;
    const QColor colour = m_parameter < 0 ? QColor() : themeOf(this).parameter(result->circuit(), parameterName());
    m_plane->show(scaled(m_base, multiplied ? result->experiment.gain : 1), colour, result->report.gamma);
}

void SpectrumView::showSentence()
{
    if (m_parameter < 0)
        m_sentence->setText(tr("The plotted node does not read itself through a matrix, so there is no spectrum."));
    else if (!m_known)
        m_sentence->setText(tr("The eigenvalues are being computed."));
    else if (m_plane->picked() < 0)
        m_sentence->setText(stretchText(m_plane->spectrum(), matrixName()));
    else
        m_sentence->setText(
            eigenvalueText(m_plane->spectrum().eigenvalues[static_cast<size_t>(m_plane->picked())], matrixName()));
    m_plane->setAccessibleDescription(m_sentence->text());
}

} // namespace unfold
