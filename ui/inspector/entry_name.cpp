#include "ui/inspector/entry_name.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct EntryNameText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// An entry of a transposed matrix is called what it is called in the matrix itself.
QString parameterEntry(const InspectedRun &run, const Quantity &quantity, int row, int column)
{
    const ParameterInfo &info = run.program().parameters[static_cast<size_t>(quantity.index)];
    const QString name = QString::fromStdString(run.circuit().names.parameter(info.name));
    if (info.bias)
        return QStringLiteral("%1[%2]").arg(name).arg(row + 1);
    const auto [i, j] = quantity.transposed ? std::pair(column, row) : std::pair(row, column);
    return QStringLiteral("%1[%2,%3]").arg(name).arg(i + 1).arg(j + 1);
}

} // namespace

QString entryName(const InspectedRun &run, const Quantity &quantity, int row, int column)
{
    if (quantity.kind == Quantity::Kind::Parameter)
        return parameterEntry(run, quantity, row, column);
    const Node &node = run.circuit().nodes[static_cast<size_t>(quantity.index)];
    const QString entry = QStringLiteral("[%1]").arg(row + 1);
    const Names &names = run.circuit().names;
    const QString unit = QString::fromStdString(names.node(node.name)) + entry;
    const int step = quantity.step - names.delayOf(node.name);
    switch (quantity.kind) {
    case Quantity::Kind::Slope: return EntryNameText::tr("slope of %1 at step %2").arg(unit).arg(step);
    case Quantity::Kind::ArgumentGradient:
        return EntryNameText::tr("gradient at the argument of %1 at step %2").arg(unit).arg(step);
    case Quantity::Kind::Gradient: return EntryNameText::tr("gradient at %1 at step %2").arg(unit).arg(step);
    case Quantity::Kind::Probability: return EntryNameText::tr("ŷ%1 at step %2").arg(entry).arg(quantity.step);
    case Quantity::Kind::Target: return EntryNameText::tr("y%1 at step %2").arg(entry).arg(quantity.step);
    default: break;
    }
    return quantity.step < 1 || quantity.step > run.trace.steps() ? EntryNameText::tr("initial %1 at step %2").arg(unit).arg(step)
                                                : EntryNameText::tr("%1 at step %2").arg(unit).arg(step);
}

} // namespace unfold
