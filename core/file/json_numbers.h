#pragma once
// Numbers as JSON: vectors and matrices that read back bit for bit, and any double for a report.
#include "core/file/json_writer.h"
#include "core/linalg/matrix.h"

namespace unfold {

/// A list on one line. Finite.
void writeVector(JsonWriter &json, const Eigen::Ref<const Vector> &v);
/// A list of rows. Finite.
void writeMatrix(JsonWriter &json, const Matrix &m);

/// 17 significant digits; "Infinity", "-Infinity", "NaN".
std::string decimal(double value);
/// decimal() where it is finite, else the same as a string.
void writeDecimal(JsonWriter &json, double value);

} // namespace unfold
