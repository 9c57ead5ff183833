#pragma once
// How a control that is called otherwise than its term in the glossary names that term.
class QWidget;

namespace unfold {

constexpr const char *termProperty = "term"; ///< of a widget: an id of the glossary, or several separated by a space
constexpr int termRole = 0x0100 + 77; ///< the same, of an item of a list

/// Sets the property.
void explainBy(QWidget *widget, const char *terms);

} // namespace unfold
