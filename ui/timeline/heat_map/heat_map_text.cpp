#include "ui/timeline/heat_map/heat_map_text.h"

#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"
#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_marks.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace unfold {
namespace {

struct HeatMapText {
    Q_DECLARE_TR_FUNCTIONS(HeatMapView)
};

/// "h", "h and g", "h, g and s"
QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return HeatMapText::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

bool isState(const Program &program, int node)
{
    return program.circuit.nodes[static_cast<size_t>(node)].role == Role::State;
}

bool isCell(const Program &program, int node)
{
    return isState(program, node) && stateKindOf(program, node) == StateKind::Cell;
}

/// What the names have in common: cell states, hidden states, or just values.
struct Groups {
    QStringList cells;
    QStringList hidden;
    QStringList others;
};

Groups groupsOf(const Program &program, const std::vector<int> &nodes)
{
    Groups groups;
    for (const int node : nodes) {
        QStringList &group = isCell(program, node) ? groups.cells
            : isState(program, node)               ? groups.hidden
                                                   : groups.others;
        group << nodeText(program.circuit, node);
    }
    return groups;
}

QString upperFirst(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

/// What there is to know about a state's values.
QString slopeSentence(StateKind kind)
{
    switch (kind) {
    case StateKind::Cell:
        return HeatMapText::tr("A cell state is a sum that gates keep and add to: its values are not bounded, and no "
                               "activation bends them.");
    case StateKind::Gated: return HeatMapText::tr("A gate decides for each unit how much of the old value is kept.");
    case StateKind::Tanh:
        return HeatMapText::tr("Near ±1 the slope of tanh is near 0, and hardly any gradient passes.");
    case StateKind::Sigmoid:
        return HeatMapText::tr("Near 0 and near 1 the slope of the sigmoid is near 0, and hardly any gradient passes.");
    case StateKind::Relu: return HeatMapText::tr("Where relu gives 0 its slope is 0, and no gradient passes.");
    case StateKind::Linear: break;
    }
    return HeatMapText::tr("No activation bounds the values; the slope is 1.");
}

} // namespace

QString gradientNames(const Circuit &circuit, const std::vector<int> &nodes)
{
    QStringList names;
    for (const int node : nodes)
        names << QStringLiteral("∂L/∂%1").arg(nodeText(circuit, node, QStringLiteral("t")));
    return listed(names);
}

QString noRoomTip(const Circuit &circuit, const std::vector<int> &nodes)
{
    if (nodes.empty())
        return {};
    QStringList names;
    for (const int node : nodes)
        names << nodeText(circuit, node);
    return HeatMapText::tr("There is no room for %1: drag the border below this part, or select it in the circuit.")
        .arg(listed(names));
}

QString heatMapTitle(const Program &program, const std::vector<int> &nodes, bool gradient)
{
    if (gradient) {
        QStringList names;
        for (const int node : nodes)
            names << QStringLiteral("∂L/∂%1").arg(nodeText(program.circuit, node));
        return (names.size() == 1 ? HeatMapText::tr("Gradient %1") : HeatMapText::tr("Gradients %1"))
            .arg(listed(names));
    }
    const Groups groups = groupsOf(program, nodes);
    QStringList parts;
    if (!groups.cells.isEmpty())
        parts << (groups.cells.size() == 1 ? HeatMapText::tr("cell state %1") : HeatMapText::tr("cell states %1"))
                     .arg(listed(groups.cells));
    if (!groups.hidden.isEmpty())
        parts << (groups.hidden.size() == 1 ? HeatMapText::tr("hidden state %1") : HeatMapText::tr("hidden states %1"))
                     .arg(listed(groups.hidden));
    if (!groups.others.isEmpty())
        parts << HeatMapText::tr("values of %1").arg(listed(groups.others));
    return upperFirst(parts.join(QStringLiteral(", ")));
}

QString heatMapTip(const Program &program, const std::vector<int> &nodes)
{
    std::vector<std::pair<StateKind, QStringList>> kinds;
    for (const int node : nodes) {
        if (!isState(program, node))
            continue;
        const StateKind kind = stateKindOf(program, node);
        const auto known
            = std::find_if(kinds.begin(), kinds.end(), [kind](const auto &entry) { return entry.first == kind; });
        QStringList &names = known != kinds.end() ? known->second : kinds.emplace_back(kind, QStringList()).second;
        names << nodeText(program.circuit, node);
    }
    QString tip = kinds.empty() ? HeatMapText::tr("One row per unit, one column per step.")
                                : HeatMapText::tr("What the network remembers: one row per unit, one column per step.");
    for (const auto &[kind, names] : kinds)
        tip += u' '
            + (kinds.size() == 1 ? slopeSentence(kind)
                                 : HeatMapText::tr("%1: %2").arg(listed(names), slopeSentence(kind)));
    return tip;
}

QString cellTip(const Result &result, const Cursor &cursor, const HeatMapBand &band, const HeatMapLayout::Place &place)
{
    const NodeTrace &node = result.trace->nodes[static_cast<size_t>(band.node)];
    const QString name = nodeText(result.circuit(), band.node);
    const StepRange units = band.layout.unitsOf(place.row);
    const StepRange steps = band.layout.stepsOf(band.layout.columnOf(place.step));
    const bool grouped = units.count() > 1 || steps.count() > 1;
    const auto numberOf = [&](const Matrix &m) {
        const QString number = numberHtml(cellValue(band.layout, node, m, place.row, steps));
        return grouped ? HeatMapText::tr("mean %1").arg(number) : number;
    };
    QString tip
        = rangeName({units.first + 1, units.last + 1}, HeatMapText::tr("unit %1"), HeatMapText::tr("units %1–%2"))
        + QStringLiteral(", ") + rangeName(steps, HeatMapText::tr("step %1"), HeatMapText::tr("steps %1–%2"));
    tip += QStringLiteral("<br>%1 = ").arg(name.toHtmlEscaped())
        + (cursor.valueShown(place.step) ? numberOf(node.value) : HeatMapText::tr("not computed yet"));
    if (cursor.pass == Pass::Backward && result.trace->hasGradient)
        tip += QStringLiteral("<br>∂L/∂%1 = ").arg(name.toHtmlEscaped())
            + (cursor.gradientShown(place.step) ? numberOf(node.gradient) : HeatMapText::tr("not computed yet"));
    return tip;
}

} // namespace unfold
