#include "ui/export/export_dialog.h"

#include "ui/controls/ask_change.h"
#include "ui/export/figure_preview.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace unfold {
namespace {

constexpr double millimetresPerPixel = 25.4 / 96;
constexpr int previewDelay = 120; ///< ms without a change

template <typename Value> Value chosen(const QComboBox *box)
{
    return static_cast<Value>(box->currentData().toInt());
}

template <typename Value> void choose(QComboBox *box, Value value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

template <typename Value> void addChoice(QComboBox *box, const QString &text, Value value)
{
    box->addItem(text, static_cast<int>(value));
}

} // namespace

ExportDialog::ExportDialog(FigureRequest request, QHash<FigureView, QSize> onScreen, Painter painter, QWidget *parent)
    : QDialog(parent)
    , m_request(request)
    , m_onScreen(std::move(onScreen))
    , m_painter(std::move(painter))
    , m_view(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_size(new QComboBox(this))
    , m_width(new QSpinBox(this))
    , m_height(new QSpinBox(this))
    , m_scale(new QComboBox(this))
    , m_measure(makeCaption({}, this))
    , m_fault(makeFaultLine(this))
    , m_preview(new FigurePreview(this))
{
    setWindowTitle(tr("Export figure"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::padding);
    row->addWidget(buildChoices());
    row->addWidget(m_preview, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::padding, Metrics::padding, Metrics::padding);
    column->setSpacing(Metrics::gap);
    column->addLayout(row, 1);
    column->addWidget(buildButtons());
    connectChoices();
    showRequest();
    chooseSize();
}

// -- building
// -----------------------------------------------------------------------------------------------------------

QWidget *ExportDialog::buildChoices()
{
    for (const FigureView view : figureViews)
        addChoice(m_view, nameOf(view), view);
    m_view->setToolTip(tr("<p>A view by itself, with title, axes and a caption, or the whole window.</p>"));
    addChoice(m_format, tr("SVG: lines and text"), FigureFormat::Svg);
    addChoice(m_format, tr("PDF: lines and text"), FigureFormat::Pdf);
    addChoice(m_format, tr("PNG: pixels"), FigureFormat::Png);
    m_format->setToolTip(tr("<p>SVG for slides and the web, PDF for LaTeX: sharp at any size, and with words that can "
                            "be searched. PNG for programs that accept nothing else.</p>"));
    addChoice(m_theme, tr("Light"), ThemeKind::Light);
    addChoice(m_theme, tr("Dark"), ThemeKind::Dark);
    addChoice(m_theme, tr("Print: white, readable in grey"), ThemeKind::Print);
    m_theme->setToolTip(tr("<p>The colours of the figure. In print the parameters differ by their dashes too.</p>"));
    buildSizes();
    auto *choices = new QWidget;
    auto *form = new QFormLayout(choices);
    form->setContentsMargins({});
    form->addRow(tr("&View"), m_view);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(tr("&Size"), m_size);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("Sh&arpness"), m_scale);
    form->addRow(m_measure);
    m_fault->setObjectName(QStringLiteral("figureFault"));
    form->addRow(m_fault);
    choices->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    return choices;
}

void ExportDialog::buildSizes()
{
    addChoice(m_size, tr("Usual for the view"), SizeChoice::Usual);
    addChoice(m_size, tr("Slide, 16:9"), SizeChoice::Slide);
    addChoice(m_size, tr("Half a page"), SizeChoice::HalfPage);
    addChoice(m_size, tr("As on the screen"), SizeChoice::Screen);
    addChoice(m_size, tr("Own size"), SizeChoice::Own);
    m_size->setToolTip(tr("<p>Text stays at about 10 points; a larger figure gives the drawing more room.</p>"));
    for (QSpinBox *box : {m_width, m_height}) {
        box->setRange(smallestSide, largestSide);
        box->setSingleStep(20);
        box->setSuffix(tr(" px"));
        box->setToolTip(tr("<p>In px of 1/96 inch. Another number makes it an own size.</p>"));
    }
    for (int scale = 1; scale <= largestScale; ++scale)
        m_scale->addItem(tr("%1 × pixels").arg(scale), scale);
    m_scale->setToolTip(tr("<p>PNG alone: pixels per px each way. 2 is sharp on most projectors, 4 on paper.</p>"));
}

QWidget *ExportDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setText(tr("&Export…"));
    m_go->setToolTip(tr("<p>Asks for the name of the file, and writes it. Key: Enter.</p>"));
    buttons->button(QDialogButtonBox::Cancel)->setToolTip(tr("<p>Closes this without a file. Key: Esc.</p>"));
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({}); // words are enough
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ExportDialog::connectChoices()
{
    for (const QComboBox *box : {m_view, m_size})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseSize);
    for (const QComboBox *box : {m_format, m_theme, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::adopt);
    for (const QSpinBox *box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, [this] {
            const QSignalBlocker quiet(m_size);
            choose(m_size, SizeChoice::Own);
            adopt();
        });
    m_later.setSingleShot(true);
    m_later.setInterval(previewDelay);
    connect(&m_later, &QTimer::timeout, this, &ExportDialog::preparePreview);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ExportDialog::preparePreview);
}

// -- choosing
// -----------------------------------------------------------------------------------------------------------

void ExportDialog::showRequest()
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_view), QSignalBlocker(m_format), QSignalBlocker(m_theme),
        QSignalBlocker(m_size), QSignalBlocker(m_width), QSignalBlocker(m_height), QSignalBlocker(m_scale)};
    choose(m_view, m_request.view);
    choose(m_format, m_request.format);
    choose(m_theme, m_request.theme);
    choose(m_size, m_request.sizeChoice);
    m_width->setValue(m_request.size.width());
    m_height->setValue(m_request.size.height());
    choose(m_scale, m_request.scale);
}

/// Writes the chosen size into the boxes.
void ExportDialog::chooseSize()
{
    const auto view = chosen<FigureView>(m_view);
    const auto choice = chosen<SizeChoice>(m_size);
    QSize size = fixedSize(choice);
    if (choice == SizeChoice::Usual)
        size = usualSize(view);
    else if (choice == SizeChoice::Screen)
        size = m_onScreen.value(view, usualSize(view));
    if (size.isValid()) {
        const QSignalBlocker quiet[]{QSignalBlocker(m_width), QSignalBlocker(m_height)};
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    adopt();
}

void ExportDialog::adopt()
{
    m_request.view = chosen<FigureView>(m_view);
    m_request.format = chosen<FigureFormat>(m_format);
    m_request.theme = chosen<ThemeKind>(m_theme);
    m_request.sizeChoice = chosen<SizeChoice>(m_size);
    m_request.size = {m_width->value(), m_height->value()};
    m_request.scale = m_scale->currentData().toInt();
    m_scale->setEnabled(m_request.format == FigureFormat::Png);
    showMeasure();
    m_later.start();
}

/// More pixels than there can be are said before anybody waits for them.
void ExportDialog::showMeasure()
{
    const auto fault = pixelsFault(m_request);
    setFault(m_fault, fault ? sentenceOf(*fault) : QString());
    m_measure->setText(measureText());
    m_go->setEnabled(!fault);
}

QString ExportDialog::measureText() const
{
    const QSizeF millimetres = QSizeF(m_request.size) * millimetresPerPixel;
    QString paper = tr("%1 × %2 mm on paper").arg(qRound(millimetres.width())).arg(qRound(millimetres.height()));
    if (m_request.format != FigureFormat::Png)
        return paper;
    const QSize pixels = pixelsOf(m_request.size, m_request.scale);
    return tr("%1 × %2 pixels, %3").arg(pixels.width()).arg(pixels.height()).arg(paper);
}

void ExportDialog::preparePreview()
{
    if (m_painter.prepare(m_request))
        m_next.start();
    else
        paintPreview();
}

void ExportDialog::paintPreview()
{
    FigureRequest small = m_request;
    small.scale = m_preview->scaleFor(m_request.size);
    m_preview->setImage(m_painter.paint(small));
}

} // namespace unfold
