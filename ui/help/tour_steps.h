#pragma once
// What the tour says, and what it asks to try. Data.
#include <QString>
#include <QStringList>

#include <vector>

namespace unfold {

struct TourStep {
    /// What the user is asked to do, and may leave.
    enum class Task { Touch, Drag, Step, Pass, Open };
    Task task;
    QString title;
    QString text;
    QString tryThis;
    QStringList places; ///< of screen_places.h, the first is the one the card stands beside
};

const std::vector<TourStep> &tourSteps();

} // namespace unfold
