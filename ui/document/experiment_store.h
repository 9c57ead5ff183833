#pragma once
// Experiment files on disk.
#include "core/experiment/experiment.h"
#include "core/experiment/twins.h"
#include "core/file/view_state.h"

#include <QString>
#include <QStringList>

namespace unfold {

struct StoredExperiment {
    Experiment experiment;
    ViewState view;
    QStringList warnings;
    std::optional<TwinExperiment> twin = std::nullopt;
};

/// Throws InputError; its sentence begins with the file's name. Refuses files above 64 MB unread, and devices and
/// pipes, which may never end.
StoredExperiment loadExperiment(const QString &path);

/// Written aside and renamed, so that a failure leaves the old file whole. Throws InputError.
void saveExperiment(const Experiment &experiment, const ViewState &view, const QString &path,
    const std::optional<TwinExperiment> &twin = std::nullopt);

} // namespace unfold
