#pragma once
// The bytes of a text file → UTF-8, by the encoding that they are in.
//
// Told apart by a byte order mark, by the zeros of UTF-16, and by whether the bytes are valid UTF-8. Anything left is
// Western European: Latin-1, or Windows-1252 where a byte is used that Latin-1 has not.
#include "core/data/table_warning.h"

#include <string>
#include <string_view>

namespace unfold {

struct DecodedText {
    std::string text; ///< UTF-8, without a mark
    std::string encoding; ///< "UTF-8", "UTF-16 LE", "UTF-16 BE", "Latin-1", "Windows-1252"
    TableWarnings warnings; ///< where it was guessed, or a character could not be read
};

/// asked: a name of an encoding, in any of its usual spellings; empty: by the bytes. Throws InputError for a name that
/// is not known, and for bytes that are not of the encoding that was asked for.
DecodedText decodeText(std::string_view bytes, const std::string &asked = {});

} // namespace unfold
