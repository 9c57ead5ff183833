#include "ui/document/runner.h"
