#pragma once
// A control that paints itself and holds one number, for assistive technology a slider.
#include <QString>

namespace unfold {

class ValueControl
{
public:
    virtual ~ValueControl() = default;

    virtual double value() const = 0;
    virtual double lowest() const = 0;
    virtual double highest() const = 0;
    virtual double smallestStep() const = 0;
    virtual void askFor(double value) = 0;
    /// As people say it: "1.05", "step 9 of 16".
    virtual QString valueText() const = 0;
};

} // namespace unfold
