#pragma once
// The three sets of colours. Every number in them is measured by tests/ui/theme_palettes_test.cpp: contrast of text and
// lines, and what is left of the differences for colour-blind people and on a grey printer.
#include "ui/style/theme.h"

namespace unfold {

extern const Theme lightTheme;
extern const Theme darkTheme;
extern const Theme printTheme; ///< white paper; parameters differ in lightness too, backgrounds are not tinted

} // namespace unfold
