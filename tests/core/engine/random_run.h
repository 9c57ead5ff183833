#pragma once
// Runs made up from a seed: any circuit that can be ordered in time, with everything the format allows.
#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "tests/core/engine/reference.h"

#include <cstdint>

namespace unfold {

class RandomRun
{
public:
    explicit RandomRun(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15u + 1)
    {
    }

    Run make()
    {
        Run run;
        run.steps = between(2, 6);
        run.batch = between(1, 3);
        do
            run.circuit = circuit();
        while (!isValid(run.circuit));
        for (const ParameterInfo &p : parametersOf(run.circuit))
            run.parameters.push_back(matrix(p.rows, p.cols));
        for (const Node &node : run.circuit.nodes) {
            const int columns = node.span.in(run.steps).count() * run.batch;
            run.inputs.sequence.push_back(
                node.role == Role::Input && chance(90) ? matrix(node.size, columns) : Matrix());
            run.inputs.initial.push_back(chance(60) ? matrix(node.size, run.batch) : Matrix());
        }
        run.loss = loss(run);
        return run;
    }

private:
    std::uint64_t next() // SplitMix64
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    int between(int least, int most) { return least + static_cast<int>(next() % (most - least + 1)); }
    bool chance(int percent) { return between(1, 100) <= percent; }
    Matrix matrix(int rows, int cols)
    {
        Matrix m(rows, cols);
        for (double &entry : m.reshaped())
            entry = static_cast<double>(next() >> 11) * 0x1p-52 - 1; // uniform in [−1, 1)
        return m;
    }

    Circuit circuit()
    {
        Circuit circuit;
        m_sizes = {between(1, 3), between(1, 3)}; // two sizes, so that gates and plain terms find partners
        const int inputs = between(0, 2);
        const int nodes = inputs + between(1, 5);
        for (int n = 0; n < nodes; ++n) {
            Node node;
            node.name = std::string(1, static_cast<char>('a' + n));
            node.size = m_sizes[between(0, 1)];
            node.role = n < inputs ? Role::Input : Role::State;
            if (chance(40))
                node.span = span();
            circuit.nodes.push_back(node);
        }
        m_matrices.clear();
        const int direction = chance(50) ? 1 : -1; // of the loops; a circuit with several is still drawn now and then
        for (int n = inputs; n < nodes; ++n)
            fill(circuit, n, direction);
        return circuit;
    }

    Span span()
    {
        const Span::Kind kinds[] = {Span::Kind::Every, Span::Kind::First, Span::Kind::Last, Span::Kind::After};
        return {kinds[between(0, 3)], between(1, 3)};
    }

    void fill(Circuit &circuit, int n, int direction)
    {
        const Activation activations[]
            = {Activation::Identity, Activation::Tanh, Activation::Sigmoid, Activation::Relu, Activation::Softmax};
        Node &node = circuit.nodes[n];
        node.activation = activations[between(0, 4)];
        if (chance(60))
            node.bias = chance(30) ? "b" + std::to_string(node.size) : "b_" + node.name;
        const int terms = between(0, 3);
        for (int k = 0; k < terms; ++k)
            node.terms.push_back(term(circuit, node, n, direction));
    }

    int delay(int source, int n, int direction)
    {
        if (source < n && chance(50))
            return 0;
        return chance(15) ? between(-3, 3) : direction * between(1, 3);
    }

    Term term(const Circuit &circuit, const Node &node, int n, int direction)
    {
        const int nodes = static_cast<int>(circuit.nodes.size());
        const int source = between(0, nodes - 1);
        const int size = circuit.nodes[source].size;
        Term term;
        term.source = circuit.nodes[source].name;
        term.delay = delay(source, n, direction);
        term.sign = chance(30) ? -1 : 1;
        if (node.size != size || chance(60))
            term.parameter = matrixName(node.size, size);
        const int gate = between(0, nodes - 1);
        if (circuit.nodes[gate].size == size && chance(50)) {
            term.gate = circuit.nodes[gate].name;
            term.gateDelay = delay(gate, n, direction);
        }
        return term;
    }

    /// Now and then one that is there already: a shared matrix.
    std::string matrixName(int rows, int cols)
    {
        const std::string shape = std::to_string(rows) + "x" + std::to_string(cols) + "_";
        int &count = m_matrices[shape];
        return "W" + shape + std::to_string(count > 0 && chance(40) ? between(1, count) : ++count);
    }

    static bool isValid(const Circuit &circuit)
    {
        try {
            validate(circuit);
            return true;
        } catch (const InputError &) {
            return false;
        }
    }

    Loss loss(const Run &run)
    {
        const int nodes = static_cast<int>(run.circuit.nodes.size());
        Loss loss;
        const Node &source = run.circuit.nodes[chance(60) ? nodes - 1 : between(0, nodes - 1)];
        loss.source = source.name;
        loss.kind = chance(50) ? LossKind::CrossEntropy : LossKind::SquaredError;
        const StepRange there = source.span.in(run.steps);
        loss.at = span();
        if (const StepRange at = loss.at.in(run.steps); !there.contains(at.first) || !there.contains(at.last))
            loss.at = source.span;
        if (chance(25))
            loss.at = listed(loss.at.in(run.steps));
        const int targets = loss.at.countIn(run.steps) * run.batch;
        if (loss.kind == LossKind::SquaredError)
            loss.vectors = matrix(source.size, targets);
        else
            for (int i = 0; i < targets; ++i)
                loss.classes.push_back(between(0, source.size - 1));
        return loss;
    }

    /// Some of the steps of a range, at least one.
    Span listed(StepRange range)
    {
        Span span{Span::Kind::Listed, 1, {}};
        for (int t = range.first; t <= range.last; ++t)
            if (chance(50) || (t == range.last && span.listed.empty()))
                span.listed.push_back(t);
        return span;
    }

    std::uint64_t m_state;
    std::vector<int> m_sizes;
    std::map<std::string, int> m_matrices;
};

} // namespace unfold
