#include "ui/document/reach_keeper.h"

#include "core/experiment/twins.h"

#include <exception>

namespace unfold {
namespace {

constexpr double frameBudget = 8e6; ///< multiply-adds of all runs together

std::shared_ptr<const GainReach> reachOf(const Prepared &prepared, int node, const std::stop_token &stop = {})
{
    const auto reach = gainReach(prepared, node, stop);
    return reach ? std::make_shared<const GainReach>(*reach) : nullptr;
}

} // namespace

ReachKeeper::ReachKeeper(QObject *parent)
    : QObject(parent)
{
}

void ReachKeeper::follow(const Experiment &experiment, const std::shared_ptr<const Prepared> &prepared, int node)
{
    if (prepared == m_prepared && node == m_node)
        return;
    // An undone gain and another notation are prepared anew.
    const bool same = m_prepared && node == m_node && differOnlyInGain(experiment, m_experiment);
    m_prepared = prepared;
    m_node = node;
    if (same)
        return;
    m_experiment = experiment;
    m_reach = nullptr;
    m_runner.cancel();
    const double cost = prepared->program->cost();
    if (!prepared->loss || cost * static_cast<double>(reachGains(cost).size()) <= frameBudget) {
        m_reach = reachOf(*prepared, node);
        return;
    }
    m_runner.start([this, prepared, node](const std::stop_token &stop) -> Runner::Delivery {
        std::shared_ptr<const GainReach> reach = std::make_shared<const GainReach>();
        try {
            reach = reachOf(*prepared, node, stop);
        } catch (const std::exception &) { // out of memory: the axis fits the curve
        }
        return [this, reach] {
            m_reach = reach;
            emit arrived();
        };
    });
}

} // namespace unfold
