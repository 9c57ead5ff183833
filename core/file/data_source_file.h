#pragma once
// The "data" of an experiment file: how the app made the sequence. A key of the app alone; `unfold trace` needs none of
// it.
#include "core/data/source.h"
#include "core/file/json_value.h"
#include "core/file/json_writer.h"

namespace unfold {

/// Throws InputError with the path where it is not what writeDataSource writes.
DataSource readDataSource(const JsonValue &json, std::vector<std::string> &warnings);

/// {"kind": "text", "text": "hello", "unit": "characters", "scale": 1}
void writeDataSource(const DataSource &data, JsonWriter &json);

} // namespace unfold
