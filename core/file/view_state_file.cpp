#include "core/file/view_state_file.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"

#include <array>

namespace unfold {
namespace {

using Kind = ViewElement::Kind;

struct KindName {
    Kind kind;
    std::string_view name;
};
constexpr std::array<KindName, 5> kindNames{{{Kind::Node, "node"}, {Kind::Parameter, "parameter"}, {Kind::Edge, "edge"},
    {Kind::Loss, "loss"}, {Kind::Target, "target"}}};

int readBelow(const JsonValue &json, int end, const std::string &expected)
{
    const int value = json.integer(0);
    if (value >= end)
        json.refuse(json.description(), expected);
    return value;
}

int readStep(const JsonValue &json, int steps)
{
    const int step = json.integer(1);
    if (step > steps)
        json.refuse(json.description(), "a step from 1 to " + std::to_string(steps));
    return step;
}

bool readPass(const JsonValue &json)
{
    const std::string pass = json.string();
    if (pass != "forward" && pass != "backward")
        json.refuse("there is no pass called \"" + pass + "\"", "forward or backward");
    return pass == "backward";
}

ViewWindow readWindow(const JsonValue &json)
{
    const Vector edges = json.vector(2);
    if (edges[0] >= edges[1])
        json.refuse("the window ends before it begins", "the left edge and then the right one");
    return {edges[0], edges[1]};
}

std::string readWatched(const JsonValue &json, const Circuit &circuit)
{
    const Node &node = nodeNamed(circuit, json.string(), json.path());
    if (node.role == Role::Input)
        json.refuse("\"" + node.name + "\" is an input", "a node that is computed");
    return node.name;
}

GradientOf readGradientOf(const JsonValue &json)
{
    const std::string of = json.string();
    if (of != "last" && of != "all")
        json.refuse("there is no loss called \"" + of + "\"", "last or all");
    return of == "last" ? GradientOf::LastStep : GradientOf::AllSteps;
}

bool readAxis(const JsonValue &json)
{
    const std::string axis = json.string();
    if (axis != "fixed" && axis != "fit")
        json.refuse("there is no axis called \"" + axis + "\"", "fixed or fit");
    return axis == "fit";
}

Kind readKind(const JsonValue &json)
{
    for (const auto &[kind, name] : kindNames)
        if (json.string() == name)
            return kind;
    json.refuse(
        "nothing of the kind \"" + json.string() + "\" can be selected", "node, parameter, edge, loss or target");
}

void readNodeParts(const JsonValue &json, const Node &node, ViewElement &element)
{
    if (element.kind == Kind::Node && json.has("unit"))
        element.unit = readBelow(json.at("unit"), node.size, "a unit from 0 to " + std::to_string(node.size - 1));
    if (element.kind != Kind::Edge)
        return;
    element.term = readBelow(json.at("term"), static_cast<int>(node.terms.size()),
        "one of the " + std::to_string(node.terms.size()) + " terms of \"" + node.name + "\", from 0");
    element.gate = json.has("gate") && json.at("gate").boolean();
    if (element.gate && node.terms[static_cast<std::size_t>(element.term)].gate.empty())
        json.at("gate").refuse("the term has no gate", "false");
}

ViewElement readSelected(const JsonValue &json, const Circuit &circuit, int steps)
{
    ViewElement element;
    element.kind = readKind(json.at("kind"));
    if (element.kind == Kind::Node || element.kind == Kind::Edge || element.kind == Kind::Parameter)
        element.name = json.at("name").string();
    if (element.kind == Kind::Parameter)
        parameterNamed(parametersOf(circuit), element.name, json.at("name").path());
    if (element.kind == Kind::Node || element.kind == Kind::Edge)
        readNodeParts(json, nodeNamed(circuit, element.name, json.at("name").path()), element);
    if (json.has("step"))
        element.step = readStep(json.at("step"), steps);
    return element;
}

void writeSelected(const ViewElement &element, JsonWriter &json)
{
    json.beginObject(JsonWriter::Layout::Line);
    json.key("kind").string(kindNames[static_cast<std::size_t>(element.kind)].name);
    if (!element.name.empty())
        json.key("name").string(element.name);
    if (element.step > 0)
        json.key("step").whole(element.step);
    if (element.unit >= 0)
        json.key("unit").whole(element.unit);
    if (element.term >= 0)
        json.key("term").whole(element.term);
    if (element.gate)
        json.key("gate").boolean(true);
    json.end();
}

void writeWindow(const ViewWindow &window, JsonWriter &json)
{
    json.beginArray(JsonWriter::Layout::Line);
    json.number(window.from);
    json.number(window.to);
    json.end();
}

} // namespace

ViewState readViewState(const JsonValue &json, const Circuit &circuit, int steps, std::vector<std::string> &warnings)
{
    ViewState view;
    const auto guarded = [&](const auto &read) {
        try {
            read();
        } catch (const InputError &error) {
            warnings.push_back(std::string(error.what()) + "; it is ignored");
        }
    };
    const auto entry = [&](const char *key, const auto &read) {
        if (json.has(key))
            guarded([&] { read(json.at(key)); });
    };
    guarded([&] { json.members(); }); // says so where the view is no object
    entry("step", [&](const JsonValue &value) { view.step = readStep(value, steps); });
    entry("pass", [&](const JsonValue &value) { view.backward = readPass(value); });
    entry("window", [&](const JsonValue &value) { view.window = readWindow(value); });
    entry("watched", [&](const JsonValue &value) { view.watched = readWatched(value, circuit); });
    entry("gradient_of", [&](const JsonValue &value) { view.gradientOf = readGradientOf(value); });
    entry("selected", [&](const JsonValue &value) { view.selected = readSelected(value, circuit, steps); });
    entry("axis", [&](const JsonValue &value) { view.axisFitted = readAxis(value); });
    entry("gates", [&](const JsonValue &value) { view.cellsOpened = value.boolean(); });
    return view;
}

void writeViewState(const ViewState &view, JsonWriter &json)
{
    json.beginObject(JsonWriter::Layout::Block);
    if (view.step)
        json.key("step").whole(*view.step);
    if (view.backward)
        json.key("pass").string(*view.backward ? "backward" : "forward");
    if (view.window)
        writeWindow(*view.window, json.key("window"));
    if (view.watched)
        json.key("watched").string(*view.watched);
    if (view.gradientOf)
        json.key("gradient_of").string(*view.gradientOf == GradientOf::LastStep ? "last" : "all");
    if (view.selected)
        writeSelected(*view.selected, json.key("selected"));
    if (view.axisFitted)
        json.key("axis").string(*view.axisFitted ? "fit" : "fixed");
    if (view.cellsOpened)
        json.key("gates").boolean(*view.cellsOpened);
    json.end();
}

} // namespace unfold
