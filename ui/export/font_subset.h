#pragma once
// A font file cut down to what a text needs. The one user of HarfBuzz.
#include <QByteArray>

#include <set>

namespace unfold {

/// The OpenType font with the glyphs of `characters` alone, kerning and ligatures included; no table for typesetting
/// mathematics. Empty where `font` is no font.
QByteArray fontSubset(const QByteArray &font, const std::set<char32_t> &characters);

} // namespace unfold
