#pragma once
// The same numbers to check by hand: each parameter as a product, of a feed-forward network over T inputs and of a
// recurrent one.
#include "core/circuit/parameter_count.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace unfold {

class ParameterTable : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterTable(const LayerSizes &sizes, QWidget *parent = nullptr);

public slots:
    void setLength(int length); ///< T, from 1

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *name;
        QLabel *feedForward;
        QLabel *recurrent;
    };
    void addRow(int row);
    void fill();

    LayerSizes m_sizes;
    int m_length = 1;
    std::vector<Row> m_rows; ///< sums, formulas, U, W, V, biases
};

} // namespace unfold
