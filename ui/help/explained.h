#pragma once
// What is known about a thing on the screen that somebody asks about. A value.
#include <QRect>
#include <QString>
#include <QStringList>

namespace unfold {

struct Explained {
    QStringList terms; ///< ids of the glossary, the most telling first; empty: none, the sentence says it all
    QString title; ///< where there is no term
    QString here; ///< about this very thing, plain text; empty: nothing more is known
    QRect place; ///< where it is, in the coordinates of the widget or window that was asked

    bool isEmpty() const { return terms.isEmpty() && here.isEmpty(); }
};

} // namespace unfold
