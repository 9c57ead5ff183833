#include "core/experiment/check.h"

#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/experiment/check_initialisation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace unfold {
namespace {

constexpr double mostBytes = 2e9;
constexpr double mostSeconds = 600;
constexpr double operationsPerSecond = 2e9; ///< one thread, without tuning for the machine
constexpr double operationsPerSpectrum = 25; ///< times rows · columns · the smaller of both: QR steps, drawing, scaling
constexpr double operationsPerStep = 6; ///< times rows · columns: forward, backward and the parameter's gradient
constexpr std::size_t longestTitle = 1000; ///< bytes, as the next two
constexpr std::size_t longestNote = 100'000;
constexpr std::size_t longestText = 100'000;

std::string quoted(const std::string &name)
{
    return "\"" + name + "\"";
}

std::string at(const std::string &place, Eigen::Index i)
{
    return place + "[" + std::to_string(i) + "]";
}

std::string inWords(StepRange range)
{
    if (range.count() == 0)
        return "no step";
    if (range.count() == 1)
        return "step " + std::to_string(range.first);
    return "steps " + std::to_string(range.first) + " to " + std::to_string(range.last);
}

/// A span as it stands in a file.
std::string inFile(const Span &span)
{
    const auto counted = [&](const std::string &name) {
        const std::string quotedName = quoted(name);
        return span.count == 1 && name != "after" ? quotedName
                                                  : "{" + quotedName + ": " + std::to_string(span.count) + "}";
    };
    switch (span.kind) {
    case Span::Kind::First: return counted("first");
    case Span::Kind::Last: return counted("last");
    case Span::Kind::After: return counted("after");
    case Span::Kind::Listed: return "a list of steps";
    case Span::Kind::Every: break;
    }
    return quoted("every");
}

void checkFinite(double value, const std::string &place)
{
    if (!std::isfinite(value))
        throw InputError(place, "the number is not finite", "a finite number");
}

/// rows: one row of the file per column (time) or per row (parameters).
void checkAllFinite(const Matrix &m, const std::string &place, bool rowsAreColumns)
{
    if (m.allFinite())
        return;
    for (Eigen::Index j = 0; j < m.cols(); ++j)
        for (Eigen::Index i = 0; i < m.rows(); ++i)
            checkFinite(m(i, j), rowsAreColumns ? at(at(place, j), i) : at(at(place, i), j));
}

void checkParameters(const Experiment &experiment, const std::vector<ParameterInfo> &parameters)
{
    for (const auto &[name, value] : experiment.parameters) {
        const std::string place = "parameters." + name;
        const ParameterInfo &info = parameterNamed(parameters, name, place);
        if (value.rows() != info.rows || value.cols() != info.cols)
            throw InputError(place,
                "the shape is " + std::to_string(value.rows()) + " × " + std::to_string(value.cols()),
                std::to_string(info.rows) + " × " + std::to_string(info.cols) + ", (size of node) × (size of source)");
        if (info.bias)
            for (Eigen::Index i = 0; i < value.rows(); ++i)
                checkFinite(value(i, 0), at(place, i));
        else
            checkAllFinite(value, place, false);
    }
}

void checkSize(Eigen::Index entries, const Node &node, const std::string &place)
{
    if (entries != node.size)
        throw InputError(place, "there are " + std::to_string(entries) + " entries",
            std::to_string(node.size) + ", the size of " + quoted(node.name));
}

void checkSequence(const Experiment &experiment, const Circuit &circuit)
{
    for (const auto &[name, rows] : experiment.sequence) {
        const std::string place = "sequence." + name;
        const Node &node = nodeNamed(circuit, name, place);
        if (node.role != Role::Input)
            throw InputError(place, quoted(name) + " is computed and takes no sequence", "a node of role input");
        if (rows.cols() > 0)
            checkSize(rows.rows(), node, at(place, 0));
        checkAllFinite(rows, place, true);
    }
}

void checkInitial(const Experiment &experiment, const Circuit &circuit)
{
    for (const auto &[name, value] : experiment.initial) {
        const std::string place = "initial." + name;
        checkSize(value.size(), nodeNamed(circuit, name, place), place);
        for (Eigen::Index i = 0; i < value.size(); ++i)
            checkFinite(value[i], at(place, i));
    }
}

void checkTargets(const Loss &loss, const Node &source)
{
    const std::string place = "loss.targets";
    if (loss.kind == LossKind::SquaredError) {
        checkSize(loss.vectors.rows(), source, at(place, 0));
        checkAllFinite(loss.vectors, place, true);
        return;
    }
    const auto wrong
        = std::find_if(loss.classes.begin(), loss.classes.end(), [&](int y) { return y < 0 || y >= source.size; });
    if (wrong != loss.classes.end())
        throw InputError(at(place, wrong - loss.classes.begin()), "there is no class " + std::to_string(*wrong),
            "a class from 0 to " + std::to_string(source.size - 1) + ", as " + quoted(source.name) + " has "
                + std::to_string(source.size) + (source.size == 1 ? " entry" : " entries"));
}

/// Rising steps of 1 … `steps`.
void checkListed(const Span &span, int steps)
{
    for (std::size_t i = 0; i < span.listed.size(); ++i) {
        const std::string place = at("loss.at", static_cast<Eigen::Index>(i));
        const int step = span.listed[i];
        if (step < 1 || step > steps)
            throw InputError(
                place, "there is no step " + std::to_string(step), "a step from 1 to " + std::to_string(steps));
        if (i > 0 && step <= span.listed[i - 1])
            throw InputError(place,
                "step " + std::to_string(step) + " comes after step " + std::to_string(span.listed[i - 1]),
                "rising steps, each of them once");
    }
}

void checkLoss(const Loss &loss, const Circuit &circuit, int steps)
{
    const Node &source = nodeNamed(circuit, loss.source, "loss.source");
    checkListed(loss.at, steps);
    const StepRange taken = loss.at.in(steps);
    const StepRange exists = source.span.in(steps);
    if (taken.count() == 0)
        throw InputError(
            "loss.at", "the loss is taken at no step", "at least one of " + std::to_string(steps) + " steps");
    if (!exists.contains(taken.first) || !exists.contains(taken.last))
        throw InputError("loss.at",
            "the loss is taken at " + inWords(taken) + ", but " + quoted(loss.source) + " exists at " + inWords(exists),
            "steps at which " + quoted(loss.source) + " exists, such as " + inFile(source.span));
    checkTargets(loss, source);
}

/// Columns kept for values outside 1 … T, by node: as many as the longest delay with which it is read.
std::vector<double> columnsOutside(const Circuit &circuit)
{
    std::vector<double> before(circuit.nodes.size());
    std::vector<double> after(circuit.nodes.size());
    const auto reads = [&](const std::string &name, double delay) {
        if (const int node = circuit.indexOf(name); node >= 0) {
            double &columns = (delay > 0 ? before : after)[static_cast<std::size_t>(node)];
            columns = std::max(columns, std::abs(delay));
        }
    };
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            reads(term.source, term.delay);
            reads(term.gate, term.gateDelay);
        }
    std::transform(before.begin(), before.end(), after.begin(), before.begin(), std::plus<>());
    return before;
}

void checkLength(const std::string &text, std::size_t longest, const std::string &place)
{
    if (text.size() > longest)
        throw InputError(
            place, "there are " + std::to_string(text.size()) + " bytes", "at most " + std::to_string(longest));
}

/// Texts that a window would have to lay out.
void checkTexts(const Experiment &experiment)
{
    checkLength(experiment.title, longestTitle, "title");
    checkLength(experiment.note, longestNote, "note");
    if (const auto *text = std::get_if<TextSource>(&experiment.data.kind))
        checkLength(text->text, longestText, "data.text");
}

std::string timeInWords(double seconds)
{
    constexpr double hour = 3600;
    constexpr double year = 24 * 365 * hour;
    std::array<char, 40> text{};
    if (seconds >= 1000 * year)
        return "more than 1000 years";
    if (seconds >= year)
        std::snprintf(text.data(), text.size(), "%.0f years", std::ceil(seconds / year));
    else if (seconds >= 48 * hour)
        std::snprintf(text.data(), text.size(), "%.0f days", seconds / (24 * hour));
    else if (seconds >= 2 * hour)
        std::snprintf(text.data(), text.size(), "%.0f hours", seconds / hour);
    else
        std::snprintf(text.data(), text.size(), "%.0f minutes", seconds / 60);
    return text.data();
}

} // namespace

Checked check(const Experiment &experiment)
{
    Checked checked;
    checkTexts(experiment);
    checked.circuit = circuitOf(experiment);
    validate(checked.circuit);
    checked.parameters = parametersOf(checked.circuit);
    checkSequence(experiment, checked.circuit);
    checked.steps = stepsOf(experiment, checked.circuit);
    checkMemory(checked.circuit, checked.parameters, checked.steps);
    checkTime(checked.circuit, checked.parameters, checked.steps);
    checkInitial(experiment, checked.circuit);
    checkParameters(experiment, checked.parameters);
    checkInitialisation(experiment.initialisation, checked.parameters);
    checkFinite(experiment.gain, "gain");
    if (experiment.loss)
        checkLoss(*experiment.loss, checked.circuit, checked.steps);
    return checked;
}

void checkMemory(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, int steps)
{
    const double bytes = bytesNeeded(circuit, parameters, steps);
    if (bytes > mostBytes)
        throw InputError("circuit",
            "a run of this circuit over " + std::to_string(steps) + " steps needs " + sizeInWords(bytes) + " of memory",
            "at most " + sizeInWords(mostBytes) + ": smaller sizes or fewer steps");
}

void checkTime(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, int steps)
{
    double operations = 0;
    for (const ParameterInfo &info : parameters)
        operations += operationsPerSpectrum * info.rows * info.cols * std::min(info.rows, info.cols);
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            operations += operationsPerStep * steps * node.size
                * (term.parameter.empty() ? 1
                                          : circuit.nodes[static_cast<std::size_t>(circuit.indexOf(term.source))].size);
    const double seconds = operations / operationsPerSecond;
    if (seconds > mostSeconds)
        throw InputError("circuit",
            "a run of this circuit over " + std::to_string(steps) + " steps would take about " + timeInWords(seconds),
            "at most " + timeInWords(mostSeconds) + ": smaller sizes or fewer steps");
}

const Node &nodeNamed(const Circuit &circuit, const std::string &name, const std::string &place)
{
    const int index = circuit.indexOf(name);
    if (index < 0)
        throw InputError(place, "the circuit has no node called " + quoted(name), "one of " + namesOf(circuit));
    return circuit.nodes[static_cast<std::size_t>(index)];
}

const ParameterInfo &parameterNamed(
    const std::vector<ParameterInfo> &parameters, const std::string &name, const std::string &place)
{
    if (const int index = indexOf(parameters, name); index >= 0)
        return parameters[static_cast<std::size_t>(index)];
    std::string names;
    for (const ParameterInfo &info : parameters)
        names += (names.empty() ? "" : ", ") + info.name;
    throw InputError(place, "the circuit has no parameter called " + quoted(name),
        names.empty() ? "none, as this circuit has no parameters" : "one of " + names);
}

double bytesNeeded(const Circuit &circuit, const std::vector<ParameterInfo> &parameters, double steps)
{
    double numbers = 0;
    for (const ParameterInfo &info : parameters)
        numbers += 3.0 * info.rows * info.cols; // at gain 1, as used, gradient
    const std::vector<double> outside = columnsOutside(circuit);
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n) {
        const Node &node = circuit.nodes[n];
        numbers += 3.0 * node.size * (steps + outside[n]); // value and both gradients
        for (const Term &term : node.terms)
            if (!term.gate.empty() && !term.parameter.empty()) // the product is kept, and its gradient
                numbers += 2.0 * circuit.nodes[static_cast<std::size_t>(circuit.indexOf(term.source))].size * steps;
    }
    return numbers * sizeof(double);
}

std::string sizeInWords(double bytes)
{
    if (bytes >= 1e21)
        return "more than 1000 EB";
    constexpr std::array<std::string_view, 7> units{"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    std::size_t unit = 0;
    for (; bytes >= 1000 && unit + 1 < units.size(); ++unit)
        bytes /= 1000;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), bytes < 10 ? "%.1f " : "%.0f ", bytes);
    return text.data() + std::string(units[unit]);
}

} // namespace unfold
