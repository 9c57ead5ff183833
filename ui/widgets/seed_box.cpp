#include "ui/widgets/seed_box.h"

#include "ui/widgets/disconnect_children.h"

#include <QLineEdit>

#include <algorithm>
#include <limits>

namespace unfold {

SeedBox::SeedBox(QWidget *parent)
    : QAbstractSpinBox(parent)
{
    connect(this, &QAbstractSpinBox::editingFinished, this, &SeedBox::commit);
    setSeed(m_seed);
}

SeedBox::~SeedBox()
{
    disconnect(this, nullptr, this, nullptr); // see disconnect_children.h
}

void SeedBox::setSeed(std::uint64_t seed)
{
    m_seed = seed;
    lineEdit()->setText(QString::number(seed));
    update(); // the arrows may have to be greyed
}

void SeedBox::stepBy(int steps)
{
    const auto by = static_cast<std::uint64_t>(std::abs(steps));
    const auto most = std::numeric_limits<std::uint64_t>::max();
    emit seedAsked(steps < 0 ? m_seed - std::min(by, m_seed) : m_seed + std::min(by, most - m_seed));
}

QAbstractSpinBox::StepEnabled SeedBox::stepEnabled() const
{
    StepEnabled enabled;
    enabled.setFlag(StepDownEnabled, m_seed > 0);
    enabled.setFlag(StepUpEnabled, m_seed < std::numeric_limits<std::uint64_t>::max());
    return enabled;
}

QValidator::State SeedBox::validate(QString &input, int &) const
{
    if (input.isEmpty())
        return QValidator::Intermediate;
    bool ok = false;
    input.toULongLong(&ok);
    return ok ? QValidator::Acceptable : QValidator::Invalid;
}

void SeedBox::commit()
{
    if (windowHasGone(this))
        return;
    bool ok = false;
    const std::uint64_t typed = lineEdit()->text().toULongLong(&ok);
    if (!ok)
        setSeed(m_seed);
    else if (typed != m_seed)
        emit seedAsked(typed);
}

} // namespace unfold
