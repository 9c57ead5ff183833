#include "core/circuit/complement.h"
#include "core/formula/formula.h"
#include "core/formula/gradient_parts.h"

namespace unfold {
namespace {

using namespace formula;

/// One way in which a node's value enters another's: as source or as gate of one of its terms.
struct Reader {
    int node = -1;
    const Term *term = nullptr;
    int offset = 0; ///< the reader is at t + offset
    const Node *companion = nullptr; ///< the other factor of a ⊙, nullptr: none
    int companionOffset = 0; ///< it is read at t + companionOffset
    bool complement = false; ///< 1 − companion instead: two terms in one
};

const Node *find(const Circuit &circuit, const std::string &name)
{
    const int index = circuit.indexOf(name);
    return index < 0 ? nullptr : &circuit.nodes[static_cast<size_t>(index)];
}

/// As the source of a term; of two terms that are one, the first is the reader.
void addSourceReader(std::vector<Reader> &readers, const Circuit &circuit, int node, int index, const Time &time)
{
    const Node &reader = circuit.nodes[static_cast<size_t>(node)];
    const Term *term = &reader.terms[static_cast<size_t>(index)];
    const bool joined = joinsComplement(circuit, reader, index, {time.names, 0, time.steps, time.lossStep});
    if (joined && !term->gate.empty())
        return;
    if (!joined) {
        readers.push_back({node, term, term->delay, find(circuit, term->gate), term->delay - term->gateDelay, false});
        return;
    }
    const Term &gated = reader.terms[static_cast<size_t>(complementOf(reader, index))];
    readers.push_back({node, term, term->delay, find(circuit, gated.gate), term->delay - gated.gateDelay, true});
}

std::vector<Reader> readersOf(const Circuit &circuit, const std::string &name, const Time &time)
{
    std::vector<Reader> readers;
    for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node) {
        const std::vector<Term> &terms = circuit.nodes[static_cast<size_t>(node)].terms;
        for (int index = 0; index < static_cast<int>(terms.size()); ++index) {
            const Term &term = terms[static_cast<size_t>(index)];
            if (term.source == name)
                addSourceReader(readers, circuit, node, index, time);
            if (term.gate == name)
                readers.push_back(
                    {node, &term, term.gateDelay, find(circuit, term.source), term.gateDelay - term.delay, false});
        }
    }
    return readers;
}

/// [companion ⊙] [Pᵀ] [diag(φ′)] ∂L/∂reader
Row pathThrough(const Circuit &circuit, const Reader &reader, const Time &time)
{
    Row row;
    const Node &node = circuit.nodes[static_cast<size_t>(reader.node)];
    if (reader.companion) {
        const Formula::Part companion = nodeSymbol(*reader.companion, reader.companionOffset, time);
        append(row, reader.complement ? oneMinus(companion) : Row{companion});
        row.push_back(text("⊙"));
    }
    const Row middle = slope(circuit, node, reader.offset, time);
    if (!reader.term->parameter.empty()) {
        row.push_back(parameterSymbol(time.names, reader.term->parameter, true));
        if (middle.empty())
            row.push_back(thinSpace());
    }
    append(row, middle);
    row.push_back(partial(node, reader.offset, time));
    return row;
}

bool insideSequence(int step, const Time &time)
{
    return 1 <= step && step <= time.horizon();
}

/// A node whose gradient is written.
struct Written {
    const Circuit &circuit;
    const Node &node;
    const Time &time;
    const Reach &reach;

    /// Whether the reader, which lies inside 1 … T, exists, has a way to the loss, and its term contributes.
    bool flows(const Reader &reader, int step) const
    {
        const Node &other = circuit.nodes[static_cast<size_t>(reader.node)];
        return other.span.in(time.horizon()).contains(step + reader.offset) && reach(reader.node, step + reader.offset)
            && (!reader.companion || readable(*reader.companion, step + reader.companionOffset, time));
    }
};

/// The steps at which a path is there. That nothing comes from beyond the ends goes without saying, where it is shorter
/// so.
Row when(const Written &written, const Reader &reader)
{
    const StepRange span = written.node.span.in(written.time.horizon());
    const auto there = [&](int t) { return insideSequence(t + reader.offset, written.time); };
    Row inside = condition(span, written.time, [&](int t) { return !there(t) || written.flows(reader, t); });
    Row exact = condition(span, written.time, [&](int t) { return there(t) && written.flows(reader, t); });
    return exact.size() < inside.size() ? exact : inside;
}

void addPath(Row &row, const Written &written, const Reader &reader)
{
    const Time &time = written.time;
    const auto flows = [&](int t) { return insideSequence(t + reader.offset, time) && written.flows(reader, t); };
    if (time.step > 0 && time.steps > 0 && !flows(time.step))
        return;
    Row summand = pathThrough(written.circuit, reader, time);
    if (time.step == 0) {
        const StepRange span = written.node.span.in(time.horizon());
        int t = span.first;
        while (t <= span.last && !flows(t))
            ++t;
        if (t > span.last)
            return;
        append(summand, bracketed(when(written, reader)));
    }
    addSummand(row, summand, reader.term->sign);
}

/// ŷ − onehot(y), or o − y.
void addLoss(Row &row, const Node &node, const Loss &loss, const Time &time)
{
    const auto counts
        = [&](int t) { return time.lossStep > 0 ? t == time.lossStep : loss.at.contains(t, time.horizon()); };
    const bool taken = time.step == 0 || time.steps == 0 || counts(time.step);
    if (loss.source != node.name || !taken)
        return;
    const Formula::Part output = nodeSymbol(node, 0, time);
    const std::string step = time.superscript(0);
    Row difference = loss.kind == LossKind::CrossEntropy
        ? Row{predictionSymbol(node, time), text("−"), text("onehot"), text("("),
            targetSymbol(Formula::Style::Italic, step), text(")")}
        : Row{output, text("−"), targetSymbol(Formula::Style::BoldItalic, step)};
    const Row when = condition(node.span.in(time.horizon()), time, counts);
    if (time.step == 0 && !when.empty()) {
        difference.insert(difference.begin(), text("("));
        difference.push_back(text(")"));
        append(difference, bracketed(when));
    }
    addSummand(row, difference, 1);
}

} // namespace

Formula gradientFormula(const Circuit &circuit, int index, int step, const Loss *loss, int steps, int lossStep)
{
    const Node &node = circuit.nodes[static_cast<size_t>(index)];
    const Time time{circuit.names, step, steps, lossStep};
    const Reach reach(circuit, loss, time);
    const Written written{circuit, node, time, reach};
    Row sum;
    for (const Reader &reader : readersOf(circuit, node.name, time))
        addPath(sum, written, reader);
    if (loss)
        addLoss(sum, node, *loss, time);
    if (sum.empty())
        sum.push_back(text("0"));
    Formula formula = equation(partial(node, 0, time), sum);
    append(formula.parts, spanNote(node, time));
    return formula;
}

} // namespace unfold
