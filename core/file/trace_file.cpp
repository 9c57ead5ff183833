#include "core/file/trace_file.h"

#include "core/analysis/jacobian.h"
#include "core/analysis/norms.h"
#include "core/file/json_numbers.h"
#include "core/linalg/spectrum.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

void writeDecimals(JsonWriter &json, const Eigen::Ref<const Vector> &v)
{
    json.beginArray(Layout::Line);
    for (const double value : v)
        writeDecimal(json, value);
    json.end();
}

/// A bias as a flat list, a matrix as a list of rows.
void writeParameter(JsonWriter &json, const Matrix &m, bool bias)
{
    if (bias)
        return writeDecimals(json, m.col(0));
    json.beginArray(Layout::Block);
    for (Eigen::Index i = 0; i < m.rows(); ++i)
        writeDecimals(json, m.row(i).transpose());
    json.end();
}

void writeSeries(JsonWriter &json, const StepSeries &series)
{
    json.beginArray(Layout::Line);
    for (const std::optional<double> &value : series)
        if (value)
            writeDecimal(json, *value);
        else
            json.raw("null");
    json.end();
}

/// m: one of the matrices of `node`; one row per step, null where the node does not exist.
void writeOverTime(JsonWriter &json, const NodeTrace &node, const Matrix &m, int steps)
{
    json.beginArray(Layout::Block);
    for (int t = 1; t <= steps; ++t)
        if (node.exists(t))
            writeDecimals(json, node.at(m, t).col(0));
        else
            json.raw("null");
    json.end();
}

std::vector<bool> nodesOnLoops(const Program &program)
{
    std::vector<bool> onLoop(program.nodes.size());
    for (const Group &group : program.groups)
        for (const int node : group.nodes)
            onLoop[static_cast<std::size_t>(node)] = group.walk != Walk::WholeSequence;
    return onLoop;
}

void writeNode(JsonWriter &json, const Trace &trace, int index, bool onLoop)
{
    const NodeTrace &node = trace.nodes[static_cast<std::size_t>(index)];
    const bool computed = trace.circuit().nodes[static_cast<std::size_t>(index)].role != Role::Input;
    json.beginObject(Layout::Block);
    writeOverTime(json.key("value"), node, node.value, trace.steps());
    if (trace.hasGradient) {
        writeOverTime(json.key("gradient"), node, node.gradient, trace.steps());
        writeSeries(json.key("gradientNorm"), gradientNorms(trace, index));
        if (computed) // an input has no pre-activation
            writeOverTime(json.key("preActivationGradient"), node, node.preActivationGradient, trace.steps());
    }
    if (onLoop)
        writeSeries(json.key("jacobianNorm"), jacobianNorms(trace, index));
    json.end();
}

void writeParameterTrace(JsonWriter &json, const Trace &trace, int index)
{
    const auto i = static_cast<std::size_t>(index);
    const bool bias = trace.program->parameters[i].bias;
    json.beginObject(Layout::Block);
    writeParameter(json.key("value"), trace.parameters[i], bias);
    if (trace.hasGradient) {
        writeParameter(json.key("gradient"), trace.gradients[i], bias);
        writeSeries(json.key("stepNorm"), parameterStepNorms(trace, index));
    }
    if (!bias) {
        const Spectrum spectrum = spectrumOf(trace.parameters[i]);
        if (spectrum.radius)
            writeDecimal(json.key("spectralRadius"), *spectrum.radius);
        writeDecimal(json.key("largestSingularValue"), spectrum.sigmaMax);
    }
    json.end();
}

void writeLossOf(JsonWriter &json, const Trace &trace)
{
    json.beginObject(Layout::Block);
    writeDecimal(json.key("total"), trace.totalLoss);
    writeSeries(json.key("steps"), trace.stepLoss);
    json.end();
}

/// Quoted as RFC 4180 says where it must be.
std::string csvCell(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string csvCell(const std::optional<double> &value)
{
    return value ? decimal(*value) : "";
}

} // namespace

std::string writeTrace(const Trace &trace)
{
    JsonWriter json;
    json.beginObject(Layout::Block);
    json.key("format").string("unfold-trace");
    json.key("version").whole(1);
    json.key("steps").whole(trace.steps());
    if (trace.hasGradient)
        writeLossOf(json.key("loss"), trace);
    const std::vector<bool> onLoop = nodesOnLoops(*trace.program);
    json.key("nodes").beginObject(Layout::Block);
    for (std::size_t n = 0; n < trace.nodes.size(); ++n)
        writeNode(json.key(trace.circuit().nodes[n].name), trace, static_cast<int>(n), onLoop[n]);
    json.end();
    json.key("parameters").beginObject(Layout::Block);
    for (std::size_t p = 0; p < trace.parameters.size(); ++p)
        writeParameterTrace(json.key(trace.program->parameters[p].name), trace, static_cast<int>(p));
    json.end();
    json.end();
    return json.take();
}

std::string writeTraceCsv(const Trace &trace)
{
    std::string csv = "node,step,norm,gradient_norm\n";
    for (std::size_t n = 0; n < trace.nodes.size(); ++n) {
        const StepSeries norm = valueNorms(trace, static_cast<int>(n));
        const StepSeries gradientNorm = gradientNorms(trace, static_cast<int>(n));
        const std::string name = csvCell(trace.circuit().nodes[n].name);
        for (std::size_t t = 0; t < norm.size(); ++t)
            csv += name + "," + std::to_string(t + 1) + "," + csvCell(norm[t]) + "," + csvCell(gradientNorm[t]) + "\n";
    }
    return csv;
}

} // namespace unfold
