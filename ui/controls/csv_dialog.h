#pragma once
// Choosing a series from a table: a preview, the column of values, the column of labels; what does not fit is said and
// refused.
#include "core/data/csv.h"
#include "core/data/source.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QTableWidget;

namespace unfold {

class CsvDialog : public QDialog
{
    Q_OBJECT

public:
    CsvDialog(const QString &fileName, const CsvTable &table, QWidget *parent = nullptr);

    /// The series chosen; nullopt while the columns do not fit.
    const std::optional<SeriesSource> &source() const { return m_source; }

private:
    void buildChoice();
    void buildPreview();
    void connectChoice();
    void read();
    void markColumns();

    QString m_fileName;
    CsvTable m_table;
    std::optional<SeriesSource> m_source;
    QComboBox *m_value;
    QComboBox *m_label;
    QTableWidget *m_preview;
    QLabel *m_summary;
    QLabel *m_warnings;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace unfold
