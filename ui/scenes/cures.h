#pragma once
// The cures that ship in the resources, each a network before and after one change.
#include "core/file/cure.h"

#include <QStringList>

#include <vector>

namespace unfold {

struct CureList {
    std::vector<Cure> cures; ///< by file name
    QStringList faults; ///< "2-initialisation.json: …", one for each file that cannot be read
};

/// Reads every *.json of a folder. A broken file is a fault of the list, no more.
CureList readCures(const QString &folder = QStringLiteral(":/cures"));

} // namespace unfold
