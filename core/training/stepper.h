#pragma once
// A network that is run one step at a time: what it says can be what it reads next (free running).
#include "core/engine/engine.h"
#include "core/experiment/experiment.h"

namespace unfold {

class Stepper
{
public:
    /// From the initial values of the experiment, with its parameters as used. Throws InputError where the circuit
    /// cannot be run so: a node that exists at other steps only, or that reads the future; no input, or several; no
    /// output.
    explicit Stepper(const Experiment &experiment);

    int inputSize() const;
    int outputSize() const;
    /// The output at the next step, which reads x; x: inputSize() entries.
    Vector step(const Vector &x);

private:
    void checkCircuit(const Circuit &circuit);

    std::shared_ptr<const Program> m_program;
    Inputs m_inputs;
    Trace m_trace;
    std::size_t m_input = 0;
    std::size_t m_output = 0;
};

} // namespace unfold
