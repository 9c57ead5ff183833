#pragma once
// Files of networks that were trained elsewhere, on disk.
#include "core/import/import_network.h"

#include <QString>

namespace unfold {

/// Whether a file is to be imported and not opened, by its name: .npz and .safetensors, and what else PyTorch, NumPy
/// and Keras write, so that loadNetwork can say what to do with it.
bool isNetworkFile(const QString &path);

/// Throws InputError; its sentence begins with the file's name. Refuses files above 256 MB unread, and devices and
/// pipes, which may never end.
ImportedNetwork loadNetwork(const QString &path);

} // namespace unfold
