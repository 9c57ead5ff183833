#include "ui/controls/csv_dialog.h"

#include "core/circuit/input_error.h"
#include "core/data/column_series.h"
#include "ui/controls/shipped_series.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace unfold {
namespace {

constexpr size_t previewRows = 8;

/// The last column that is mostly numbers and varies: a cell that is not one is then named. Without one, what is not
/// the labels.
int proposedColumn(const CsvTable &table)
{
    const std::vector<ColumnContent> content = contentOf(table);
    const int rows = static_cast<int>(table.rows.size());
    for (std::size_t i = content.size(); i-- > 0;)
        if (2 * content[i].numbers > rows && varies(table, i))
            return static_cast<int>(i);
    return table.header.size() > 1 ? 1 : 0;
}

/// What is doubtful about the table and the column, each a sentence.
QStringList warningsOf(const CsvTable &table, int column)
{
    TableWarnings all = table.warnings;
    const TableWarnings ofColumn = seriesOf(table, column, {}).warnings;
    all.insert(all.end(), ofColumn.begin(), ofColumn.end());
    QStringList sentences;
    for (const TableWarning &warning : all) {
        QString sentence = QString::fromStdString(warning.what);
        sentence[0] = sentence[0].toUpper();
        sentences << sentence + u'.';
    }
    return sentences;
}

} // namespace

CsvDialog::CsvDialog(const QString &fileName, const CsvTable &table, QWidget *parent)
    : QDialog(parent)
    , m_fileName(fileName)
    , m_table(table)
{
    setWindowTitle(tr("Series from %1").arg(fileName));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::padding, Metrics::padding, Metrics::padding);
    column->setSpacing(Metrics::gap);
    buildChoice();
    buildPreview();
    m_summary = makeCaption(QString(), this);
    m_warnings = makeCaption(QString(), this);
    m_warnings->setObjectName(QStringLiteral("csvWarnings"));
    m_fault = makeFaultLine(this);
    m_fault->setObjectName(QStringLiteral("csvFault"));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Use this series"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_preview, m_summary, m_warnings, m_fault, m_buttons})
        column->addWidget(part);
    connectChoice();
    read();
    resize(480, 420);
}

void CsvDialog::buildChoice()
{
    m_value = new QComboBox(this);
    m_value->setObjectName(QStringLiteral("csvValue"));
    m_value->setToolTip(tr("<p>The column of numbers that the network reads, one per step. The target of a step is the "
                           "next number. Nothing "
                           "is trained.</p>"));
    m_label = new QComboBox(this);
    m_label->setObjectName(QStringLiteral("csvLabel"));
    m_label->setToolTip(tr("<p>The name of each step on the time axis: a year, a date. It is not an input.</p>"));
    m_label->addItem(tr("none"));
    for (const std::string &name : m_table.header) {
        m_value->addItem(QString::fromStdString(name));
        m_label->addItem(QString::fromStdString(name));
    }
    m_value->setCurrentIndex(proposedColumn(m_table));
    m_label->setCurrentIndex(m_value->currentIndex() == 0 ? 0 : 1);
    auto *form = new QFormLayout;
    form->addRow(tr("&Values"), m_value);
    form->addRow(tr("&Labels"), m_label);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
}

void CsvDialog::buildPreview()
{
    const int rows = static_cast<int>(std::min(previewRows, m_table.rows.size()));
    const int columns = static_cast<int>(m_table.header.size());
    m_preview = new QTableWidget(rows, columns, this);
    m_preview->setAccessibleName(tr("The first rows of the table"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setFocusPolicy(Qt::NoFocus);
    m_preview->verticalHeader()->hide();
    m_preview->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < columns; ++column) {
        const auto c = static_cast<size_t>(column);
        m_preview->setHorizontalHeaderItem(column, new QTableWidgetItem(QString::fromStdString(m_table.header[c])));
        for (int row = 0; row < rows; ++row)
            m_preview->setItem(
                row, column, new QTableWidgetItem(QString::fromStdString(m_table.rows[static_cast<size_t>(row)][c])));
    }
}

void CsvDialog::connectChoice()
{
    connect(m_value, &QComboBox::currentIndexChanged, this, &CsvDialog::read);
    connect(m_label, &QComboBox::currentIndexChanged, this, &CsvDialog::read);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CsvDialog::read()
{
    QString fault;
    QStringList warnings;
    m_source.reset();
    try {
        const QString title = QStringLiteral("%1 (%2)").arg(m_value->currentText(), m_fileName);
        m_source = seriesFrom(m_table, m_label->currentIndex() - 1, m_value->currentIndex(), title);
        warnings = warningsOf(m_table, m_value->currentIndex());
    } catch (const InputError &error) {
        fault = QString::fromUtf8(error.what());
    }
    if (m_source) {
        const auto [least, most] = std::minmax_element(m_source->values.begin(), m_source->values.end());
        m_summary->setText(
            tr("%1 values, from %2 to %3").arg(m_source->values.size()).arg(numberText(*least), numberText(*most)));
    }
    m_summary->setVisible(m_source.has_value());
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    setFault(m_fault, fault);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_source.has_value());
    markColumns();
}

void CsvDialog::markColumns()
{
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        const bool used = column == m_value->currentIndex() || column == m_label->currentIndex() - 1;
        for (int row = 0; row < m_preview->rowCount(); ++row) {
            QTableWidgetItem *item = m_preview->item(row, column);
            item->setForeground(used ? themeOf(this).text : themeOf(this).muted);
            item->setBackground(column == m_value->currentIndex() ? themeOf(this).cursorBand : themeOf(this).card);
        }
    }
    if (m_preview->rowCount() > 0) // in sight, however wide the table is
        m_preview->scrollToItem(m_preview->item(0, m_value->currentIndex()));
}

} // namespace unfold
