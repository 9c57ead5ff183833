#pragma once
// A splitter whose handles are empty room: they can be dragged, and draw nothing.
#include <QSplitter>

namespace unfold {

class BareSplitter : public QSplitter
{
    Q_OBJECT

public:
    using QSplitter::QSplitter;

    /// Puts it last, also for a screen reader: QSplitter by itself has its parts read from the last to the first.
    void addPart(QWidget *part);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace unfold
