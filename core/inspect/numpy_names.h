#pragma once
// The variables of a NumPy script. Every quantity that it reads is written out once, under the name of the file:
//
//   W, b    a parameter      h_3   a node's value at step 3, a vector      h_1_to_16   a column for each step
//   dh_3    ∂L/∂h(3)         p_3   softmax(o(3))                           y_3         the target
#include "core/inspect/quantity.h"

#include <map>
#include <set>
#include <tuple>

namespace unfold {

/// One step or several, in their order.
using Steps = std::vector<int>;

class NumpyNames
{
public:
    explicit NumpyNames(const InspectedRun &run)
        : m_run(run)
    {
    }

    /// An expression for the quantity, its definition written before: "W.T", "h_3", "(1 - h_4**2)".
    std::string of(const Quantity &quantity);
    /// A value, a slope, a gradient or a target as a matrix, size × number of steps; its own step is not looked at.
    std::string over(const Quantity &quantity, const Steps &steps);
    /// A variable that nothing else is called; after the wish, which need be no word of Python.
    std::string fresh(const std::string &wish);

    const std::string &definitions() const { return m_definitions; }

private:
    std::string parameter(const Quantity &quantity);
    std::string slope(const Quantity &quantity, const std::string &value) const;
    std::string probability(const Quantity &quantity);
    std::string numbers(const Quantity &quantity, const Steps &steps, bool vector);
    const std::string &nodeName(const Quantity &quantity) const;

    const InspectedRun &m_run;
    std::map<std::tuple<Quantity::Kind, int, Steps, bool>, std::string> m_known;
    std::set<std::string> m_taken;
    std::string m_definitions;
};

/// "h_3", "h_1_to_16", "h_2_5", "h_minus1".
std::string withSteps(const std::string &name, const Steps &steps);

} // namespace unfold
