#pragma once
// The switch between a gated cell as one block and opened with its gates; in sight only where the circuit has cells.
class QWidget;

namespace unfold {

class Document;
class SectionHeader;

/// Adds the switch to a header. Returns it.
QWidget *addCellsToggle(SectionHeader *header, Document *document);

} // namespace unfold
