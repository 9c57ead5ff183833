#pragma once
// The places of the window that help speaks about, by name.
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

class QWidget;

namespace unfold {

/// circuit, gain, equations, network, data; graph, heatmap, plot, axis, sentence; inspector; transport, scenes.
const QStringList &screenPlaces();

/// In the coordinates of `window`, cut to what can be seen. A page behind another one is found at its tab. Empty where
/// it is hidden, as in a closed column.
QRect placeOf(const QWidget &window, const QString &name);

} // namespace unfold
