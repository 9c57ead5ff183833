#include "core/file/read_circuit.h"

#include "core/file/drawing_file.h"

namespace unfold {
namespace {

using Warnings = std::vector<std::string>;

Activation readActivation(const JsonValue &json)
{
    if (const auto activation = activationNamed(json.string()))
        return *activation;
    json.refuse("there is no activation called \"" + json.string() + "\"", "tanh, sigmoid, relu, identity or softmax");
}

NamedCircuit readNamed(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"name", "sizes", "activation", "spans", "encoder_steps", "layers"}, warnings);
    NamedCircuit page;
    page.name = json.at("name").string();
    if (json.has("sizes"))
        for (const auto &[key, size] : json.at("sizes").members())
            page.sizes[key] = size.size();
    if (json.has("activation"))
        page.activation = readActivation(json.at("activation"));
    if (json.has("spans"))
        for (const auto &[node, span] : json.at("spans").members())
            page.spans[node] = readSpan(span);
    if (json.has("encoder_steps")) {
        page.encoderSteps = json.at("encoder_steps").size();
        if (!hasPhases(page))
            warnings.push_back(
                json.at("encoder_steps").path() + ": only an encoder-decoder has encoder steps; it is ignored");
    }
    if (json.has("layers"))
        page.layers = json.at("layers").integer();
    return page;
}

Role readRole(const JsonValue &json, Warnings &warnings)
{
    const std::string name = json.string();
    if (name == "input")
        return Role::Input;
    if (name == "state")
        return Role::State;
    if (name == "output")
        return Role::Output;
    if (name != "inner")
        warnings.push_back(json.path() + ": unknown role \"" + name + "\"; it is taken as \"inner\"");
    return Role::Inner;
}

Term readTerm(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"source", "parameter", "delay", "sign", "gate", "gateDelay", "recurrent"}, warnings);
    Term term;
    term.source = json.at("source").string();
    if (json.has("parameter"))
        term.parameter = json.at("parameter").string();
    if (json.has("delay"))
        term.delay = json.at("delay").integer();
    if (json.has("sign"))
        term.sign = json.at("sign").integer();
    if (term.sign != 1 && term.sign != -1)
        json.at("sign").refuse("the sign is " + std::to_string(term.sign), "1 or -1");
    if (json.has("gate"))
        term.gate = json.at("gate").string();
    if (json.has("gateDelay"))
        term.gateDelay = json.at("gateDelay").integer();
    if (json.has("recurrent"))
        term.recurrent = json.at("recurrent").boolean();
    return term;
}

Place readPlace(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"lane", "column"}, warnings);
    return {json.at("lane").number(), json.at("column").number()};
}

Node readNode(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"name", "role", "size", "activation", "bias", "terms", "span", "place"}, warnings);
    Node node;
    node.name = json.at("name").string();
    node.size = json.at("size").size();
    if (json.has("activation"))
        node.activation = readActivation(json.at("activation"));
    if (json.has("bias"))
        node.bias = json.at("bias").string();
    if (json.has("terms"))
        for (const JsonValue &term : json.at("terms").items())
            node.terms.push_back(readTerm(term, warnings));
    if (json.has("role"))
        node.role = readRole(json.at("role"), warnings);
    else // what nothing is said about: a node that reads nothing can only be an input
        node.role = node.terms.empty() && node.bias.empty() ? Role::Input : Role::State;
    if (json.has("span"))
        node.span = readSpan(json.at("span"));
    if (json.has("place"))
        node.place = readPlace(json.at("place"), warnings);
    return node;
}

} // namespace

std::variant<NamedCircuit, Circuit> readCircuit(const JsonValue &json, Warnings &warnings)
{
    if (!json.isObject())
        json.refuse(json.description(), "an object with \"name\" and \"sizes\", or with \"nodes\"");
    if (!json.has("nodes"))
        return readNamed(json, warnings);
    json.warnUnknown({"name", "nodes", "cells", "drawing"}, warnings);
    Circuit circuit;
    if (json.has("name"))
        circuit.name = json.at("name").string();
    for (const JsonValue &node : json.at("nodes").items())
        circuit.nodes.push_back(readNode(node, warnings));
    readDrawing(json, circuit, warnings);
    return circuit;
}

Span readSpan(const JsonValue &json)
{
    const std::string expected = R"("every", "first", "last", {"first": n}, {"last": n} or {"after": n})";
    if (json.isString()) {
        const std::string name = json.string();
        if (name == "every")
            return {};
        if (name == "first")
            return {Span::Kind::First, 1};
        if (name == "last")
            return {Span::Kind::Last, 1};
        json.refuse(json.description(), expected);
    }
    if (!json.isObject() || json.members().size() != 1)
        json.refuse(json.description(), expected);
    const auto [key, count] = json.members().front();
    if (key == "first")
        return {Span::Kind::First, count.integer(1)};
    if (key == "last")
        return {Span::Kind::Last, count.integer(1)};
    if (key == "after")
        return {Span::Kind::After, count.integer(0)};
    json.refuse("there is no span called \"" + key + "\"", expected);
}

Span readLossSteps(const JsonValue &json)
{
    if (!json.isList())
        return readSpan(json);
    Span span{Span::Kind::Listed, 1};
    for (const JsonValue &step : json.items())
        span.listed.push_back(step.integer(1));
    return span;
}

} // namespace unfold
