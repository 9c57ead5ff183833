#include "ui/controls/gain_panel.h"

#include "ui/controls/gain_slider.h"
#include "ui/controls/gain_text.h"
#include "ui/document/document.h"
#include "ui/formula/formula_label.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/transport_icons.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace unfold {
namespace {

Formula recurrentWeightFormula()
{
    Formula::Part subscript;
    subscript.text = "rec";
    Formula::Part weight;
    weight.text = "W";
    weight.style = Formula::Style::BoldItalic;
    weight.ref = {SymbolRef::Kind::Parameter, "W", 0};
    weight.subscript = {subscript};
    Formula::Part equals;
    equals.text = " = ";
    return {{weight, equals}};
}

QString teaching()
{
    return GainPanel::tr("<p>The gain W<sub>rec</sub> multiplies every recurrent matrix. Going back through time, the "
                         "gradient is multiplied by this matrix once per step: a little below 1 it shrinks with every "
                         "step, a little above 1 it can grow – unless the slope of the activation, which is also a "
                         "factor, outweighs it.</p><p>Drag, or use the wheel. Keys: Up and Down ±0.01, R back to 1; "
                         "after Tab also Left and Right ±0.01, Page Up and Page Down ±0.1, Home and End.</p>");
}

} // namespace

GainPanel::GainPanel(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    explainBy(this, "gain recurrent-weight"); // whatever in it has no words of its own
    buildHead();
    column->addLayout(m_head);
    column->addSpacing(2);
    m_fault = makeFaultLine(this);
    m_fault->setObjectName(QStringLiteral("gainFault"));
    column->addWidget(m_fault);
    buildBody();
    for (QWidget *part : std::initializer_list<QWidget *>{m_slider, m_spectrum, m_rule, m_made})
        column->addWidget(part);
    column->addStretch(1);
    connectPanel();
    showGain();
    showReading();
}

GainPanel::~GainPanel()
{
    disconnectChildren(this);
}

void GainPanel::buildHead()
{
    m_title = makeHeading(tr("Recurrent weight"), this);
    m_value = new QWidget(this);
    m_entry = new QLineEdit(m_value);
    m_entry->setObjectName(QStringLiteral("gainEntry"));
    m_entry->setAccessibleName(tr("Recurrent weight, exact value"));
    m_entry->setToolTip(tr("<p>The exact value: any finite number, also a negative or a large one. Enter applies it, "
                           "Esc discards it.</p>"));
    m_entry->installEventFilter(this);
    m_reset = new SoftButton(m_value);
    m_reset->setObjectName(QStringLiteral("gainReset"));
    m_reset->setIconPath(icons::reset());
    m_reset->setAutoRaise(true);
    m_reset->setAccessibleName(tr("Reset the recurrent weight to 1"));
    m_reset->setToolTip(tr("<p>Back to 1: the matrix as initialised. Key: R on the slider.</p>"));
    auto *row = new QHBoxLayout(m_value);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(new FormulaLabel(recurrentWeightFormula(), 1.15, &Theme::recurrentParameter, m_value));
    row->addWidget(m_entry);
    row->addWidget(m_reset);
    row->addStretch(1);
    m_head = new QHBoxLayout;
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_head->addWidget(m_value);
}

void GainPanel::buildBody()
{
    m_slider = new GainSlider(this);
    m_slider->setObjectName(QStringLiteral("gainSlider"));
    m_slider->setAccessibleName(tr("Recurrent weight"));
    m_slider->setToolTip(teaching());
    explainBy(m_slider, "gain recurrent-weight spectral-radius");
    buildSpectrum();
    m_rule = makeCaption(QString(), this);
    m_rule->setTextFormat(Qt::RichText);
    m_rule->setObjectName(QStringLiteral("gainRule"));
    m_rule->setToolTip(tr(
        "<p>γ is the largest slope of the activation: 1 for tanh, relu and identity, ¼ for sigmoid. Each step back "
        "multiplies the gradient by at most γ · σ_max. Being above the edge is necessary for an explosion, not "
        "sufficient: the slopes may be far below γ. A loss at an early step adds its own, direct gradient there.</p>"));
    m_made = makeCaption(QString(), this);
    m_made->setObjectName(QStringLiteral("gainMade"));
    m_made->setToolTip(tr("<p>A matrix drawn by a recipe is first scaled to 1, by its spectral radius or by its "
                          "largest singular value (a choice in the settings), and then multiplied by this gain.</p>"));
}

void GainPanel::buildSpectrum()
{
    m_spectrum = new QWidget(this);
    m_spectrum->setToolTip(
        tr("<p>Of the matrix as used. The spectral radius is the largest |eigenvalue|: it determines the growth over "
           "many steps. The largest singular value is the most by which one step can stretch a vector.</p>"));
    auto *grid = new QGridLayout(m_spectrum);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const auto addLine = [&](const QString &name, const char *objectName) {
        QLabel *left = makeCaption(name, m_spectrum);
        left->setTextFormat(Qt::RichText);
        QLabel *right = makeCaption(QString(), m_spectrum);
        right->setWordWrap(false);
        right->setAlignment(Qt::AlignRight | Qt::AlignTop);
        right->setObjectName(QLatin1String(objectName));
        const int row = grid->rowCount();
        grid->addWidget(left, row, 0);
        grid->addWidget(right, row, 1);
        return right;
    };
    m_radius = addLine(tr("spectral radius ρ"), "gainRadius");
    m_sigma = addLine(tr("largest singular value σ<sub>max</sub>"), "gainSigma");
}

void GainPanel::connectPanel()
{
    connect(m_slider, &GainSlider::gainAsked, this, [this](double gain) { m_document->setGain(gain); });
    connect(m_slider, &GainSlider::heldChanged, this, [this](bool held) { m_document->holdChange(held); });
    connect(m_reset, &SoftButton::clicked, this, [this] { m_document->setGain(GainScale::edge); });
    connect(m_entry, &QLineEdit::editingFinished, this, &GainPanel::commitEntry);
    // After Enter the keys are free again: Up and Down for the weight, the others for time.
    connect(m_entry, &QLineEdit::returnPressed, this, [this] {
        if (m_fault->text().isEmpty())
            m_slider->setFocus(Qt::MouseFocusReason);
    });
    connect(m_document, &Document::experimentChanged, this, &GainPanel::showGain);
    connect(m_document, &Document::resultChanged, this, &GainPanel::showReading);
}

void GainPanel::commitEntry()
{
    if (!m_entry->isModified() || windowHasGone(this))
        return;
    const auto gain = numberFrom(m_entry->text());
    if (!gain) {
        setFault(m_fault, tr("“%1” is not a number; expected one such as 0.95 or −2.").arg(m_entry->text()));
        return;
    }
    m_document->setGain(*gain);
    restoreEntry();
}

void GainPanel::restoreEntry()
{
    setFault(m_fault, QString());
    m_entry->setText(exactNumberText(m_document->experiment().gain));
    m_entry->setCursorPosition(0);
    m_entry->setModified(false);
}

bool GainPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_entry && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        restoreEntry();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GainPanel::showGain()
{
    m_slider->setGain(m_document->experiment().gain);
    restoreEntry();
}

void GainPanel::showReading()
{
    const auto result = m_document->result();
    const bool usable = result->report.recurrent >= 0;
    const Spectrum &spectrum = result->report.spectrum;
    m_radius->setText(spectrum.radius ? numberText(*spectrum.radius, 3) : tr("none, not square"));
    m_sigma->setText(numberText(spectrum.sigmaMax, 3));
    m_spectrum->setVisible(usable);
    m_rule->setText(ruleText(*result->prepared->program, result->report));
    m_made->setText(madeText(result->experiment, result->circuit()));
    showWhetherUsable();
}

void GainPanel::showWhetherUsable()
{
    const bool usable = !recurrentParameters(m_document->result()->circuit()).empty();
    m_slider->setEnabled(usable);
    m_value->setEnabled(usable);
    m_slider->setToolTip(usable
            ? teaching()
            : tr("<p>This network has no recurrent weight: no value is read from an earlier step.</p>"));
}

void GainPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

void GainPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitHead(); // the parts know how wide they are only now
}

void GainPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHead();
}

void GainPanel::fitHead()
{
    m_entry->setFixedWidth(m_entry->fontMetrics().horizontalAdvance(QStringLiteral("0.0000")) + 14);
    const int needed = m_title->sizeHint().width() + m_value->sizeHint().width() + m_head->spacing();
    const bool fits = needed <= width();
    m_head->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace unfold
