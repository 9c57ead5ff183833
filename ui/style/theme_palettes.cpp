#include "ui/style/theme_palettes.h"

namespace unfold {

// The hues began as those of Okabe–Ito and of ColorBrewer's BrBG and PuRd, which were made to be told apart by
// colour-blind people. Under a text's demands on contrast blue and violet, and red and olive, came too close for them;
// these pairs are now apart in lightness.
const Theme lightTheme{
    .kind = ThemeKind::Light,
    .window = QColor(0xf5f6f8),
    .card = QColor(0xffffff),
    .border = QColor(0xdfe2e7),
    .text = QColor(0x14171c),
    .muted = QColor(0x5b6270),
    .grid = QColor(0xdcdfe5),
    .cursorLine = QColor(0x4a2be8),
    .cursorBand = QColor(0xeef1ff),
    .highlight = QColor(0xffc93c),
    .glow = QColor(0xfff4cc),
    .notComputed = QColor(0x8a919d),
    .loss = QColor(0x8c180b),
    .nodeFill = QColor(0xffffff),
    .stateFill = QColor(0xe3f2ef),
    .lossFill = QColor(0xfbe6e4),
    .nodeLine = QColor(0x1d2127),
    .inputParameter = QColor(0x0b6fc6),
    .recurrentParameter = QColor(0xc41e62),
    .outputParameter = QColor(0x43168c),
    .bias = QColor(0x826c00),
    .fadedAlpha = 0.75F,
    .diverging = {QColor(0x8c510a), QColor(0xcfa55f), QColor(0xf4f4f2), QColor(0x6fb9b0), QColor(0x01665e)},
    .sequential = {QColor(0xf3eef7), QColor(0xd4b9da), QColor(0xdf65b0), QColor(0xb8005f), QColor(0x67001f)},
};

const Theme darkTheme{
    .kind = ThemeKind::Dark,
    .window = QColor(0x14161b),
    .card = QColor(0x1d2026),
    .border = QColor(0x343943),
    .text = QColor(0xf0f2f5),
    .muted = QColor(0xa5adba),
    .grid = QColor(0x383e49),
    .cursorLine = QColor(0x9b7dff),
    .cursorBand = QColor(0x2a2d4a),
    .highlight = QColor(0xd9a400),
    .glow = QColor(0x3d3312),
    .notComputed = QColor(0x727b89),
    .loss = QColor(0xf97552),
    .nodeFill = QColor(0x252932),
    .stateFill = QColor(0x1f3f3a),
    .lossFill = QColor(0x40201d),
    .nodeLine = QColor(0xd8dce3),
    .inputParameter = QColor(0x8adcff),
    .recurrentParameter = QColor(0xff7f9f),
    .outputParameter = QColor(0xbd8bd0),
    .bias = QColor(0xece25e),
    .fadedAlpha = 0.62F,
    .diverging = {QColor(0xe0a050), QColor(0x94642a), QColor(0x2b2f37), QColor(0x2f857b), QColor(0x62d6c6)},
    .sequential = {QColor(0x2a2530), QColor(0x5a2a52), QColor(0xa83279), QColor(0xf06aa6), QColor(0xffd3e2)},
};

// On a grey printer only lightness is left: the parameters stand on steps of it, and the signed map runs from dark
// (negative) to light (positive) instead of being darkest at both ends.
const Theme printTheme{
    .kind = ThemeKind::Print,
    .window = QColor(0xffffff),
    .card = QColor(0xffffff),
    .border = QColor(0xb4b4b4),
    .text = QColor(Qt::black),
    .muted = QColor(0x484848),
    .grid = QColor(0xd0d0d0),
    .cursorLine = QColor(0x101010),
    .cursorBand = QColor(0xffffff),
    .highlight = QColor(0xb8b8b8),
    .glow = QColor(0xffffff),
    .notComputed = QColor(0x8a8a8a),
    .loss = QColor(0x5e1a0c),
    .nodeFill = QColor(0xffffff),
    .stateFill = QColor(0xffffff),
    .lossFill = QColor(0xffffff),
    .nodeLine = QColor(Qt::black),
    .inputParameter = QColor(0x0a4a80),
    .recurrentParameter = QColor(0xa3305c),
    .outputParameter = QColor(0x280a60),
    .bias = QColor(0x78732a),
    .fadedAlpha = 0.75F,
    .diverging = {QColor(0x402202), QColor(0x80571f), QColor(0xa8a49c), QColor(0xa5d3ca), QColor(0xeafaf6)},
    .sequential = {QColor(0xf7f7f7), QColor(0xd4b9da), QColor(0xdf65b0), QColor(0xa0005a), QColor(0x40001a)},
};

} // namespace unfold
