#pragma once
// What a measurement waits for.
#include "ui/document/document.h"

#include <QApplication>

namespace unfold {

/// Everything that was asked for happens: what is computed beside, queued replots, layout, painting.
inline void settle(const Document &document)
{
    do {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    } while (document.computing());
}

} // namespace unfold
