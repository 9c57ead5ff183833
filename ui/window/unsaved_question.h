#pragma once
// The question before unsaved changes would be lost.
#include <QString>

class QWidget;

namespace unfold {

enum class Unsaved { Save, Discard, Stay };

/// Asks what is to become of the changes to `name` (empty: untitled), and waits. Escape: Stay.
Unsaved askAboutUnsaved(const QString &name, QWidget *window);

} // namespace unfold
