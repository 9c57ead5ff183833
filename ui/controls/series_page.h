#pragma once
// The series that the network reads: a shipped one or a column of a CSV file, and how it is scaled.
#include "core/data/source.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace unfold {

class SoftButton;

class SeriesPage : public QWidget
{
    Q_OBJECT

public:
    explicit SeriesPage(QWidget *parent = nullptr);

    /// The series chosen; the first shipped one to begin with.
    const SeriesSource &source() const { return m_source; }
    void show(const SeriesSource &source);
    using QWidget::show;

public slots:
    /// Lets the user choose the columns of this file, or says why it cannot be read.
    void openCsv(const QString &path);

signals:
    void sourceAsked();
    void failed(const QString &sentence);

private:
    void build();
    void chooseShipped(int index);
    void chooseFile();
    void describe();

    SeriesSource m_source;
    QComboBox *m_series;
    SoftButton *m_open;
    QLabel *m_origin;
    QCheckBox *m_standardised;
    QLabel *m_scaling;
};

/// "x = (value − 48.6) / 39.4" or "x = value, as written".
QString scalingText(const SeriesSource &source);

} // namespace unfold
