#pragma once
// A spin box for a seed: any whole number of 64 bits.
#include <QAbstractSpinBox>

#include <cstdint>

namespace unfold {

constexpr quint32 largestNewSeed = 10000; ///< of those drawn by chance: short enough to be said aloud

class SeedBox : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit SeedBox(QWidget *parent = nullptr);
    ~SeedBox() override;

    std::uint64_t seed() const { return m_seed; }
    /// Shows the seed; emits nothing.
    void setSeed(std::uint64_t seed);

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &pos) const override;

signals:
    void seedAsked(quint64 seed); ///< by Enter, by leaving the field, or by a step

protected:
    StepEnabled stepEnabled() const override;

private:
    void commit();

    std::uint64_t m_seed = 1;
};

} // namespace unfold
