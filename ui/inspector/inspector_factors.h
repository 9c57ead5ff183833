#pragma once
// What each factor does to the norm of the gradient at one step: bars on a log scale with a tick at 1.
#include <QColor>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace unfold {

struct FactorBar {
    QString label; ///< "Wᵀ multiplies the norm by"
    QColor colour;
    std::optional<double> factor; ///< nullopt: there is none (0 / 0)
};

class InspectorFactors : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorFactors(QWidget *parent = nullptr);

    void setBars(const std::vector<FactorBar> &bars);
    QString text() const; ///< "Wᵀ multiplies the norm by 1.05" …, one line each

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<FactorBar> m_bars;
};

} // namespace unfold
