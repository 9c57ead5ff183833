#include "ui/document/document.h"
