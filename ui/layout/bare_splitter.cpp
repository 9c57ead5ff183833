#include "ui/layout/bare_splitter.h"

namespace unfold {
namespace {
class BareHandle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override { }
};
} // namespace

void BareSplitter::addPart(QWidget *part)
{
    addWidget(part); // below its siblings, who are read from below
    part->raise();
}

QSplitterHandle *BareSplitter::createHandle()
{
    return new BareHandle(orientation(), this);
}

} // namespace unfold
