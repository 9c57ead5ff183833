#include "ui/controls/series_page.h"

#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "ui/controls/csv_dialog.h"
#include "ui/controls/shipped_series.h"
#include "ui/style/number_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace unfold {
namespace {

constexpr qint64 largestFile = 50'000'000; ///< bytes

/// Which shipped series these numbers are, or −1.
int shippedIndexOf(const SeriesSource &source)
{
    for (size_t i = 0; i < shippedSeries().size(); ++i)
        if (readShipped(shippedSeries()[i]).values == source.values)
            return static_cast<int>(i);
    return -1;
}

std::string readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw InputError({}, "the file cannot be opened", file.errorString().toStdString());
    const QByteArray text = file.read(largestFile + 1); // what has no size, such as a device, has an end here
    if (text.size() > largestFile)
        throw InputError({}, "the file is larger than 50 MB", "a table of at most some thousand rows");
    return text.toStdString();
}

} // namespace

QString scalingText(const SeriesSource &source)
{
    if (!source.standardised)
        return SeriesPage::tr("x = value, as written");
    const Scaling scaling = makeDataset({source, 1}, 1, 1, 1).scaling;
    const QString sign = scaling.mean < 0 ? QStringLiteral("+") : QStringLiteral("−");
    return SeriesPage::tr("x = (value %1 %2) / %3")
        .arg(sign, numberText(std::abs(scaling.mean)), numberText(scaling.deviation));
}

SeriesPage::SeriesPage(QWidget *parent)
    : QWidget(parent)
    , m_source(readShipped(shippedSeries().front()))
{
    build();
    connect(m_series, &QComboBox::activated, this, &SeriesPage::chooseShipped);
    connect(m_open, &SoftButton::clicked, this, &SeriesPage::chooseFile);
    connect(m_standardised, &QCheckBox::clicked, this, [this](bool on) {
        m_source.standardised = on;
        describe();
        emit sourceAsked();
    });
    describe();
}

void SeriesPage::build()
{
    m_series = new QComboBox(this);
    m_series->setObjectName(QStringLiteral("series"));
    m_series->setAccessibleName(tr("Series"));
    m_series->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_series->setMinimumContentsLength(10);
    m_series->setToolTip(tr("<p>Real measurements, one number per step. The target of a step is the next number.</p>"));
    keepWheelForScrolling(m_series);
    m_open = new SoftButton(this);
    m_open->setObjectName(QStringLiteral("openCsv"));
    m_open->setText(tr("Open CSV …"));
    m_open->setToolTip(tr("<p>A table of your own, one row per step. You choose the columns next.</p>"));
    m_origin = makeCaption(QString(), this);
    m_standardised = new QCheckBox(tr("Standardised"), this);
    m_standardised->setObjectName(QStringLiteral("standardised"));
    m_standardised->setToolTip(
        tr("<p>Subtracts the mean and divides by the standard deviation of the whole series, so that tanh does not "
           "saturate at once. Switched off, the network reads the numbers as they are.</p>"));
    m_scaling = makeCaption(QString(), this);
    m_scaling->setObjectName(QStringLiteral("scaling"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    for (QWidget *part : std::initializer_list<QWidget *>{m_series, m_origin, m_open, m_standardised, m_scaling})
        column->addWidget(part, 0, part == m_open ? Qt::AlignLeft : Qt::Alignment());
}

void SeriesPage::show(const SeriesSource &source)
{
    if (source == m_source)
        return;
    m_source = source;
    describe();
}

void SeriesPage::describe()
{
    const int shipped = shippedIndexOf(m_source);
    m_series->clear();
    for (const ShippedSeries &series : shippedSeries())
        m_series->addItem(series.title);
    if (shipped < 0)
        m_series->addItem(QString::fromStdString(m_source.title));
    m_series->setCurrentIndex(shipped < 0 ? m_series->count() - 1 : shipped);
    m_origin->setText(shipped < 0 ? tr("%1 values").arg(m_source.values.size())
                                  : shippedSeries()[static_cast<size_t>(shipped)].origin);
    m_standardised->setChecked(m_source.standardised);
    m_scaling->setText(scalingText(m_source));
}

void SeriesPage::chooseShipped(int index)
{
    if (index >= static_cast<int>(shippedSeries().size()))
        return; // the file's own, which is the present one
    const bool standardised = m_source.standardised;
    m_source = readShipped(shippedSeries()[static_cast<size_t>(index)]);
    m_source.standardised = standardised;
    describe();
    emit sourceAsked();
}

void SeriesPage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        window(), tr("Open a series"), {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        openCsv(path);
}

void SeriesPage::openCsv(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    try {
        auto *dialog = new CsvDialog(name, parseCsv(readTable(path)), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            const bool standardised = m_source.standardised;
            m_source = *dialog->source();
            m_source.standardised = standardised;
            describe();
            emit sourceAsked();
        });
        dialog->open();
    } catch (const InputError &error) {
        emit failed(QStringLiteral("%1: %2").arg(name, QString::fromUtf8(error.what())));
    }
}

} // namespace unfold
