#pragma once
// Experiments written as JSON, and numbers that do not come from the code under test.
#include "core/file/experiment_file.h"
#include "core/run/compute.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace unfold::test {

using Json = nlohmann::json;

inline Experiment experimentFrom(Json json)
{
    json["format"] = "unfold-experiment";
    json["version"] = 1;
    return readExperiment(json.dump()).experiment;
}

/// One run of an experiment at its own gain.
struct Run {
    Experiment experiment;
    std::shared_ptr<const Prepared> prepared;
    std::shared_ptr<const Trace> trace;

    explicit Run(const Json &json, GradientOf of = GradientOf::AllSteps)
        : experiment(experimentFrom(json))
        , prepared(prepare(experiment))
        , trace(compute(*prepared, experiment.gain, of))
    {
    }

    int node(const std::string &name) const { return trace->circuit().indexOf(name); }
};

inline bool close(double a, double b, double relative)
{
    return a == b || std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/// Rows of numbers without a pattern, in (−1, 1), from a seed.
inline Json numbers(int rows, int cols, unsigned seed, double scale = 1)
{
    Json result = Json::array();
    unsigned state = seed * 2654435761u + 12345u;
    for (int r = 0; r < rows; ++r) {
        Json row = Json::array();
        for (int c = 0; c < cols; ++c) {
            state = state * 1664525u + 1013904223u;
            row.push_back(scale * (static_cast<double>(state >> 8) / 8388608.0 - 1));
        }
        result.push_back(row);
    }
    return result;
}

/// The experiment with `node` split in two, so that its value can be pushed at any step:
///   node(t) = node_inner(t) + probe(t),  node_inner as node was.   probe: one row of numbers per step.
inline Experiment withProbe(Experiment experiment, const std::string &name, const Matrix &probe)
{
    Circuit circuit = circuitOf(experiment);
    const int steps = stepsOf(experiment, circuit);
    experiment.steps = steps;
    const int index = circuit.indexOf(name);
    Node inner = circuit.nodes[index];
    Node outer = inner;
    inner.name += "_inner";
    outer.activation = Activation::Identity;
    outer.bias.clear();
    outer.terms.resize(2);
    outer.terms[0] = Term();
    outer.terms[0].source = inner.name;
    outer.terms[1] = Term();
    outer.terms[1].source = "probe";
    Node input;
    input.name = "probe";
    input.role = Role::Input;
    input.size = inner.size;
    input.span = inner.span;
    circuit.nodes[index] = inner;
    circuit.nodes.push_back(input);
    circuit.nodes.push_back(outer);
    experiment.circuit = circuit;
    experiment.sequence["probe"] = probe;
    return experiment;
}

} // namespace unfold::test
