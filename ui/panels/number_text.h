#pragma once
// Moved to ui/number_text.h.
#include "ui/number_text.h"
