#pragma once
// Whether an experiment fits together: circuit, steps, shapes, names, classes, finite numbers, memory.
//
// The one place that knows every rule. The reader of files calls it, and so does `prepare`, since an experiment need
// not come from a file.
#include "core/circuit/parameters.h"
#include "core/experiment/experiment.h"

namespace unfold {

/// What an experiment that fits together comes to.
struct Checked {
    Circuit circuit; ///< written out, valid
    std::vector<ParameterInfo> parameters;
    int steps = 0;
};

/// Throws InputError with the place in the file, at the first fault. Costs nothing that grows with the hidden size but
/// a look at every given number.
Checked check(const Experiment &experiment);

/// The node or parameter called `name`; throws InputError at `place`, listing those that there are.
const Node &nodeNamed(const Circuit &circuit, const std::string &name, const std::string &place);
const ParameterInfo &parameterNamed(
    const std::vector<ParameterInfo> &parameters, const std::string &name, const std::string &place);

/// Bytes that one run needs: values, gradients and pre-activation gradients of every node over all steps, parameters
/// and their gradients. The circuit is valid.
double bytesNeeded(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, double steps);

/// Throws InputError where a run needs more than 2 GB.
void checkMemory(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, int steps);

/// Throws InputError where making the parameters and one run would take more than about ten minutes. The circuit is
/// valid.
void checkTime(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, int steps);

/// "24 GB", for people.
std::string sizeInWords(double bytes);

} // namespace unfold
