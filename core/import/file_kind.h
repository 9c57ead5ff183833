#pragma once
// What a file is, by its content: weights, a table or a text; what is none of them is named for what it is.
#include <string_view>

namespace unfold {

enum class FileKind { Weights, Table, Text };

/// What is known besides the bytes.
enum class TableHint { None, Likely }; ///< a name such as .csv, or an option for tables

/// Throws InputError for a file that Unfold cannot read: a spreadsheet, a web page, JSON, a pointer to another file …,
/// with what to do about it.
FileKind fileKindOf(std::string_view bytes, TableHint hint = TableHint::None);

} // namespace unfold
