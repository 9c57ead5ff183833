#include "core/file/json_numbers.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace unfold {

void writeVector(JsonWriter &json, const Eigen::Ref<const Vector> &v)
{
    json.beginArray(JsonWriter::Layout::Line);
    for (const double value : v)
        json.number(value);
    json.end();
}

void writeMatrix(JsonWriter &json, const Matrix &m)
{
    json.beginArray(JsonWriter::Layout::Block);
    for (Eigen::Index i = 0; i < m.rows(); ++i)
        writeVector(json, m.row(i).transpose());
    json.end();
}

std::string decimal(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.17g", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

void writeDecimal(JsonWriter &json, double value)
{
    if (std::isfinite(value))
        json.raw(decimal(value));
    else
        json.string(decimal(value));
}

} // namespace unfold
