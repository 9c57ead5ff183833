#pragma once
// What assistive technology is told of the views and sliders that paint themselves: Qt by itself knows of no thing
// inside them. A view with a KeyboardNavigator becomes a list with one entry per place in sight, a ValueControl a
// slider.
#include "ui/accessibility/walkable.h"

#include <QAccessible>

class QWidget;

namespace unfold {

/// Makes Qt ask here for these classes. May be called again and again.
void installAccessibility();

/// What a widget without a role of its own is: a heading, an equation, a picture.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

/// Sends `event` about the entry of `place`. The view must have a KeyboardNavigator.
void tellPlace(QWidget *view, WalkPlace place, QAccessible::Event event);

/// Says that every entry of the view that was ever asked for may have another name: assistive technology keeps names.
void tellNames(QWidget *view);

/// Says that a control's value is another now.
void tellValue(QWidget *control, double value);

} // namespace unfold
