#include "ui/diagram/unrolled/target_tip.h"

#include "core/experiment/experiment_summary.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct TargetTipText {
    Q_DECLARE_TR_FUNCTIONS(UnrolledView)
};

} // namespace

QString targetTip(const Result &result, int step)
{
    const std::optional<Loss> &loss = result.prepared->loss;
    if (!loss || !loss->at.in(result.steps()).contains(step))
        return {};
    const auto index = static_cast<size_t>(step - loss->at.in(result.steps()).first);
    if (loss->kind != LossKind::CrossEntropy || index >= loss->classes.size())
        return TargetTipText::tr("y: the target at step %1, a vector").arg(step);
    const int right = loss->classes[index];
    const std::vector<std::string> names = classNamesOf(result.experiment);
    const QString source = QString::fromStdString(result.circuit().names.node(loss->source));
    if (static_cast<size_t>(right) >= names.size())
        return TargetTipText::tr("y: the target at step %1 is class %2, entry %3 of %4.\nClasses are counted from 0, "
                                 "entries from 1.")
            .arg(step)
            .arg(right)
            .arg(right + 1)
            .arg(source);
    return TargetTipText::tr("y: the target at step %1 is “%2”: class %3, entry %4 of %5.\nClasses are counted from 0, "
                             "entries from 1.")
        .arg(step)
        .arg(QString::fromStdString(names[static_cast<size_t>(right)]))
        .arg(right)
        .arg(right + 1)
        .arg(source);
}

} // namespace unfold
