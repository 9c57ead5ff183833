#include "core/file/drawing_file.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

constexpr double farthest = 1000; ///< lanes or columns

Place readPlace(const JsonValue &json)
{
    const Vector place = json.vector(2);
    if (std::abs(place[0]) > farthest || std::abs(place[1]) > farthest)
        json.refuse("the place is far away", "lane and column, each from -1000 to 1000");
    return {place[0], place[1]};
}

std::vector<Place> readPath(const JsonValue &json, const char *key)
{
    std::vector<Place> path;
    if (json.has(key))
        for (const JsonValue &place : json.at(key).items())
            path.push_back(readPlace(place));
    return path;
}

std::string readNodeName(const JsonValue &json, const Circuit &circuit)
{
    std::string name = json.string();
    if (circuit.indexOf(name) < 0)
        json.refuse("there is no node called \"" + name + "\"", "a node of the circuit");
    return name;
}

Cell readCell(const JsonValue &json, const Circuit &circuit, std::vector<std::string> &warnings)
{
    json.warnUnknown({"name", "nodes", "low", "high"}, warnings);
    Cell cell;
    cell.name = json.at("name").string();
    if (cell.name.empty() || circuit.indexOf(cell.name) >= 0)
        json.at("name").refuse("\"" + cell.name + "\" is no name for a cell", "a name that no node has");
    for (const JsonValue &node : json.at("nodes").items()) {
        cell.nodes.push_back(readNodeName(node, circuit));
        const bool twice = std::count(cell.nodes.begin(), cell.nodes.end(), cell.nodes.back()) > 1;
        if (twice || cellOf(circuit, cell.nodes.back()) >= 0)
            node.refuse("the node is in a cell already", "each node in one cell at most");
    }
    if (cell.nodes.empty())
        json.at("nodes").refuse("the cell is empty", "at least one node");
    if (json.has("low"))
        cell.low = readPlace(json.at("low"));
    if (json.has("high"))
        cell.high = readPlace(json.at("high"));
    return cell;
}

DrawnLine readLine(const JsonValue &json, const Circuit &circuit, std::vector<std::string> &warnings)
{
    json.warnUnknown({"source", "delay", "out", "loop", "in", "shift"}, warnings);
    DrawnLine line;
    line.source = readNodeName(json.at("source"), circuit);
    if (json.has("delay"))
        line.delay = json.at("delay").integer();
    line.out = readPath(json, "out");
    line.loop = readPath(json, "loop");
    line.in = readPath(json, "in");
    if (json.has("shift"))
        line.shift = std::clamp(json.at("shift").number(), -0.9, 0.9);
    return line;
}

Joint readJoint(const JsonValue &json, const Circuit &circuit, std::vector<std::string> &warnings)
{
    json.warnUnknown({"node", "term", "place"}, warnings);
    Joint joint;
    joint.node = readNodeName(json.at("node"), circuit);
    if (json.has("term"))
        joint.term = json.at("term").integer(0);
    joint.place = readPlace(json.at("place"));
    return joint;
}

void writePlace(const Place &place, JsonWriter &json)
{
    json.beginArray(Layout::Line);
    json.number(place.lane);
    json.number(place.column);
    json.end();
}

void writePath(const char *key, const std::vector<Place> &path, JsonWriter &json)
{
    if (path.empty())
        return;
    json.key(key).beginArray(Layout::Line);
    for (const Place &place : path)
        writePlace(place, json);
    json.end();
}

void writeCell(const Cell &cell, JsonWriter &json)
{
    json.beginObject(Layout::Line);
    json.key("name").string(cell.name);
    json.key("nodes").beginArray(Layout::Line);
    for (const std::string &node : cell.nodes)
        json.string(node);
    json.end();
    writePlace(cell.low, json.key("low"));
    writePlace(cell.high, json.key("high"));
    json.end();
}

void writeLine(const DrawnLine &line, JsonWriter &json)
{
    json.beginObject(Layout::Line);
    json.key("source").string(line.source);
    if (line.delay != 0)
        json.key("delay").whole(line.delay);
    writePath("out", line.out, json);
    writePath("loop", line.loop, json);
    writePath("in", line.in, json);
    if (line.shift != 0)
        json.key("shift").number(line.shift);
    json.end();
}

void writeJoint(const Joint &joint, JsonWriter &json)
{
    json.beginObject(Layout::Line);
    json.key("node").string(joint.node);
    if (joint.term >= 0)
        json.key("term").whole(joint.term);
    writePlace(joint.place, json.key("place"));
    json.end();
}

template <typename T, typename Write>
void writeList(const char *key, const std::vector<T> &list, JsonWriter &json, const Write &write)
{
    json.key(key).beginArray(Layout::Block);
    for (const T &entry : list)
        write(entry, json);
    json.end();
}

} // namespace

void readDrawing(const JsonValue &json, Circuit &circuit, std::vector<std::string> &warnings)
{
    if (json.has("cells"))
        for (const JsonValue &cell : json.at("cells").items())
            circuit.cells.push_back(readCell(cell, circuit, warnings));
    if (!json.has("drawing"))
        return;
    const JsonValue drawing = json.at("drawing");
    drawing.warnUnknown({"lines", "joints"}, warnings);
    if (drawing.has("lines"))
        for (const JsonValue &line : drawing.at("lines").items())
            circuit.drawing.lines.push_back(readLine(line, circuit, warnings));
    if (drawing.has("joints"))
        for (const JsonValue &joint : drawing.at("joints").items())
            circuit.drawing.joints.push_back(readJoint(joint, circuit, warnings));
}

void writeDrawing(const Circuit &circuit, JsonWriter &json)
{
    if (!circuit.cells.empty())
        writeList("cells", circuit.cells, json, writeCell);
    if (circuit.drawing.empty())
        return;
    json.key("drawing").beginObject(Layout::Block);
    writeList("lines", circuit.drawing.lines, json, writeLine);
    writeList("joints", circuit.drawing.joints, json, writeJoint);
    json.end();
}

} // namespace unfold
