#include "core/analysis/finite_difference.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace unfold {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

std::string unusedName(const Circuit &circuit, std::string name)
{
    while (circuit.indexOf(name) >= 0)
        name += "'";
    return name;
}

/// Lets every term, or the one of `through`, read `changed` where it read `name`.
void redirect(Circuit &circuit, const std::string &name, const std::string &changed, const std::optional<Edge> &through)
{
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n)
        for (std::size_t k = 0; k < circuit.nodes[n].terms.size(); ++k) {
            Term &term = circuit.nodes[n].terms[k];
            const bool here = !through || (at(through->to.node) == n && at(through->term) == k);
            if (here && term.source == name && !(through && through->gate))
                term.source = changed;
            if (here && term.gate == name && (!through || through->gate))
                term.gate = changed;
        }
}

/// A circuit, what it reads and its loss, with one number that can be changed.
struct Nudged {
    std::shared_ptr<const Program> program;
    Inputs inputs;
    Loss loss;
    std::vector<Matrix> parameters; ///< as used
    int input = -1; ///< the node n; −1: a parameter is changed
    GradientEntry entry;
    double before = 0; ///< the number as it is

    double &number()
    {
        if (input < 0)
            return parameters[at(entry.parameter)](entry.row, entry.column);
        const StepRange span = program->nodes[at(input)].span;
        return inputs.sequence[at(input)](entry.row, entry.at.step - span.first);
    }
};

/// The copy of the circuit with n and h + n.
void addNudge(const Prepared &prepared, Nudged &nudged)
{
    Circuit circuit = prepared.program->circuit;
    const GradientEntry &entry = nudged.entry;
    const Node node = circuit.nodes[at(entry.at.node)];
    const std::string nudge = unusedName(circuit, "n");
    const std::string changed = unusedName(circuit, node.name + " + n");
    redirect(circuit, node.name, changed, entry.through);
    if (!entry.through && nudged.loss.source == node.name)
        nudged.loss.source = changed;
    nudged.input = static_cast<int>(circuit.nodes.size());
    Node n;
    n.name = nudge;
    n.role = Role::Input;
    n.size = node.size;
    n.span = node.span;
    circuit.nodes.push_back(n);
    n.name = changed;
    n.role = Role::Inner;
    n.terms.resize(2);
    n.terms[0].source = node.name;
    n.terms[1].source = nudge;
    circuit.nodes.push_back(n);
    nudged.program = std::make_shared<const Program>(compile(circuit, prepared.program->steps));

    Inputs &inputs = nudged.inputs;
    inputs.sequence.resize(circuit.nodes.size());
    inputs.initial.resize(circuit.nodes.size());
    inputs.sequence[at(nudged.input)] = Matrix::Zero(node.size, node.span.in(prepared.program->steps).count());
    inputs.initial.back() = inputs.initial[at(entry.at.node)]; // read before step 1 as h is
}

Nudged nudgedFrom(const Prepared &prepared, const std::vector<Matrix> &parameters, const GradientEntry &entry)
{
    Nudged nudged{prepared.program, prepared.inputs, prepared.loss.value(), parameters, -1, entry, 0};
    if (entry.parameter < 0)
        addNudge(prepared, nudged);
    nudged.before = nudged.number();
    return nudged;
}

/// L with the number changed by `by`; the run is left in `trace`.
double lossAt(Nudged &nudged, double by, StepRange counted, Trace &trace)
{
    nudged.number() = nudged.before + by;
    trace.parameters = nudged.parameters;
    forward(nudged.program, nudged.inputs, trace);
    NodeTrace &source = trace.nodes[at(nudged.program->circuit.indexOf(nudged.loss.source))];
    source.gradient.resize(source.value.rows(), source.value.cols()); // addLoss writes there; no backward pass is made
    addLoss(nudged.loss, counted, trace);
    return trace.totalLoss;
}

/// Whether some relu is on in one run and off in the other.
bool differsInRelu(const Trace &a, const Trace &b)
{
    const std::vector<CompiledNode> &nodes = a.program->nodes;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (nodes[n].activation == Activation::Relu
            && ((a.nodes[n].over(a.nodes[n].value, nodes[n].span).array() > 0)
                != (b.nodes[n].over(b.nodes[n].value, nodes[n].span).array() > 0))
                   .any())
            return true;
    return false;
}

std::vector<double> oneTwoFive(int lastExponent)
{
    std::vector<double> all{0.1};
    for (int exponent = 2; exponent <= lastExponent; ++exponent)
        for (const char *leading : {"5", "2", "1"})
            all.push_back(std::stod(leading + ("e-" + std::to_string(exponent))));
    return all;
}

} // namespace

const std::vector<double> &differenceSteps()
{
    static const std::vector<double> steps = oneTwoFive(12);
    return steps;
}

std::vector<DifferencePoint> finiteDifferences(const Prepared &prepared, const std::vector<Matrix> &parameters,
    StepRange counted, const GradientEntry &entry, const std::vector<double> &epsilons, std::stop_token stop)
{
    Nudged nudged = nudgedFrom(prepared, parameters, entry);
    Trace above;
    Trace below;
    std::vector<DifferencePoint> points;
    for (const double epsilon : epsilons) {
        if (stop.stop_requested())
            break;
        const double difference = lossAt(nudged, epsilon, counted, above) - lossAt(nudged, -epsilon, counted, below);
        points.push_back({epsilon, difference / (2 * epsilon), differsInRelu(above, below)});
    }
    return points;
}

int agreeingDigits(double gradient, double approximation)
{
    constexpr int most = 17;
    if (gradient == approximation)
        return most;
    const double relative = std::abs(approximation - gradient) / std::abs(gradient);
    if (!(relative < 1))
        return 0; // and for what is no number
    return std::min(most, static_cast<int>(-std::log10(relative)));
}

} // namespace unfold
