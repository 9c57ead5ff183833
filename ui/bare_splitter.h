#pragma once
// A splitter whose handles are empty room: they can be dragged, and draw nothing.
#include <QSplitter>

namespace unfold {

class BareSplitter : public QSplitter
{
    Q_OBJECT

public:
    using QSplitter::QSplitter;

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace unfold
