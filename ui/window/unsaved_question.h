#pragma once
// The questions before somebody's changes would be lost: those made here, or those made elsewhere to the same file.
#include <QString>

class QWidget;

namespace unfold {

enum class Unsaved { Save, Discard, Stay };

/// Asks what is to become of the changes to `name` (empty: untitled), and waits. Escape: Stay.
Unsaved askAboutUnsaved(const QString &name, QWidget *window);

enum class ChangedFile { Overwrite, SaveElsewhere, Stay };

/// Asks what to do where another program has changed the file `name` meanwhile, and waits. Escape: Stay.
ChangedFile askAboutChangedFile(const QString &name, QWidget *window);

} // namespace unfold
