#include "ui/editor/loop_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace unfold {
namespace {

struct LoopText {
    Q_DECLARE_TR_FUNCTIONS(CircuitEditor)
};

/// "h reads o", with its delay where there is one.
QString arrowText(const LoopArrow &arrow, const Circuit &circuit)
{
    const auto name
        = [&](int node) { return QString::fromStdString(circuit.nodes[static_cast<std::size_t>(node)].name); };
    const QString source = arrow.from == arrow.to ? LoopText::tr("itself") : name(arrow.from);
    switch (arrow.delay) {
    case 0: return LoopText::tr("%1 reads %2").arg(name(arrow.to), source);
    case 1: return LoopText::tr("%1 reads %2 one step before").arg(name(arrow.to), source);
    case -1: return LoopText::tr("%1 reads %2 one step ahead").arg(name(arrow.to), source);
    default: break;
    }
    return arrow.delay > 0
        ? LoopText::tr("%1 reads %2 %3 steps before").arg(name(arrow.to), source, QString::number(arrow.delay))
        : LoopText::tr("%1 reads %2 %3 steps ahead").arg(name(arrow.to), source, QString::number(-arrow.delay));
}

/// "h reads o, g reads h and o reads g"
QString arrowsText(const std::vector<LoopArrow> &arrows, const Circuit &circuit)
{
    QStringList all;
    for (const LoopArrow &arrow : arrows)
        all << arrowText(arrow, circuit);
    if (all.size() == 1)
        return all.front();
    const QString last = all.takeLast();
    return LoopText::tr("%1 and %2").arg(all.join(QStringLiteral(", ")), last);
}

} // namespace

QString loopText(const LoopError &loop, const Circuit &circuit)
{
    const QString arrows = arrowsText(loop.arrows, circuit);
    if (loop.kind == LoopError::Kind::PastAndFuture)
        return LoopText::tr("%1: a loop through past and future has no first step. Give all its delays the same "
                            "direction.")
            .arg(arrows);
    switch (loop.arrows.size()) {
    case 1:
        return LoopText::tr("%1 at the same step, so it would depend on itself: give this arrow a delay.").arg(arrows);
    case 2:
        return LoopText::tr("%1 at the same step, so neither can be computed first: give one of these arrows a delay.")
            .arg(arrows);
    default:
        return LoopText::tr("%1 at the same step, so none can be computed first: give one of these arrows a delay.")
            .arg(arrows);
    }
}

} // namespace unfold
