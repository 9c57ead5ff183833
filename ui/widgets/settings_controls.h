#pragma once
// The lists that the settings offer, in the order in which they are offered, and the small controls that show them.
#include "core/experiment/edit.h"

#include <QDoubleSpinBox>
#include <QSignalBlocker>

#include <algorithm>
#include <iterator>
#include <string_view>

class QComboBox;

namespace unfold {

inline constexpr int largestHidden = 256;
inline constexpr Activation activations[]
    = {Activation::Tanh, Activation::Sigmoid, Activation::Relu, Activation::Identity, Activation::Softmax};
inline constexpr Recipe recipes[] = {Recipe::Orthogonal, Recipe::Identity, Recipe::GlorotUniform, Recipe::Gaussian};
inline constexpr Shape shapes[]
    = {Shape::OneToOne, Shape::OneToMany, Shape::ManyToOne, Shape::ManyToMany, Shape::ManyToManyUnequal};

template <size_t n, typename T> int indexIn(const T (&list)[n], T value)
{
    return static_cast<int>(std::find(std::begin(list), std::end(list), value) - std::begin(list));
}

/// A name of the core as text.
QString text(std::string_view name);

/// "1", "0.25": without the zeros that a fixed number of decimals would add.
class ScaleBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 7); }
};

QComboBox *makeCombo(QWidget *parent);
QSpinBox *makeSpin(int low, int high, QWidget *parent);

/// Shows a number without asking for a change.
template <typename Spin, typename Number> void showNumber(Spin *spin, Number value)
{
    const QSignalBlocker quiet(spin);
    if (spin->value() != value) // setting it again would drop what is being typed
        spin->setValue(value);
}

} // namespace unfold
