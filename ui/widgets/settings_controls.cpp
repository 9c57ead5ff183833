#include "ui/widgets/settings_controls.h"

#include <QComboBox>

namespace unfold {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QComboBox *makeCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

QSpinBox *makeSpin(int low, int high, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(low, high);
    spin->setKeyboardTracking(false); // typing is one change, at Enter or when the field is left
    spin->setAccelerated(true);
    return spin;
}

} // namespace unfold
