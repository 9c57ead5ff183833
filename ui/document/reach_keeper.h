#pragma once
// Keeps the reach of the gradient over the gains (core/analysis/gain_reach.h) of the present experiment. It is computed
// once for everything but the gain: at once where that fits into a frame, else beside the GUI thread.
#include "core/analysis/gain_reach.h"
#include "ui/document/runner.h"

#include <memory>

namespace unfold {

class ReachKeeper : public QObject
{
    Q_OBJECT

public:
    explicit ReachKeeper(QObject *parent = nullptr);

    /// prepared: of `experiment`. Does nothing where the gain alone is another.
    void follow(const Experiment &experiment, const std::shared_ptr<const Prepared> &prepared, int node);
    /// Null: not computed yet.
    std::shared_ptr<const GainReach> reach() const { return m_reach; }

signals:
    void arrived(); ///< from beside the GUI thread

private:
    Experiment m_experiment;
    std::shared_ptr<const Prepared> m_prepared; ///< null: nothing followed yet
    int m_node = -1;
    std::shared_ptr<const GainReach> m_reach;
    Runner m_runner;
};

} // namespace unfold
