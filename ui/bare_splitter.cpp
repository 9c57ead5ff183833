#include "ui/bare_splitter.h"

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

QSplitterHandle *BareSplitter::createHandle()
{
    return new BareHandle(orientation(), this);
}

} // namespace unfold
