#pragma once
// A delay as the step that is read: "t", "t − 1" (one step before), "t + 1" (one step ahead).
#include <QSpinBox>

namespace unfold {

class DelayBox : public QSpinBox
{
    Q_OBJECT

public:
    explicit DelayBox(QWidget *parent = nullptr);

    /// Shows a delay, also one beyond ±3 that a file has; emits nothing.
    void showDelay(int delay);

protected:
    QString textFromValue(int delay) const override;
    /// "t − 2", "2" and "+2" are a delay of two, "t + 1" and "-1" one step ahead.
    int valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
};

} // namespace unfold
