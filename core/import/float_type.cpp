#include "core/import/float_type.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace unfold {
namespace {

std::uint64_t bitsAt(std::string_view bytes, bool bigEndian)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bits = bits << 8U | static_cast<unsigned char>(bytes[bigEndian ? i : bytes.size() - 1 - i]);
    return bits;
}

/// 1 bit of sign, 5 of exponent, 10 of fraction.
double halfOf(std::uint64_t bits)
{
    const int exponent = static_cast<int>(bits >> 10U & 0x1fU);
    const auto fraction = static_cast<double>(bits & 0x3ffU);
    const double sign = (bits & 0x8000U) != 0 ? -1 : 1;
    if (exponent == 0)
        return sign * std::ldexp(fraction, -24);
    if (exponent == 31)
        return fraction == 0 ? sign * std::numeric_limits<double>::infinity()
                             : std::numeric_limits<double>::quiet_NaN();
    return sign * std::ldexp(1024 + fraction, exponent - 25);
}

double floatOf(std::uint64_t bits, FloatType type)
{
    switch (type) {
    case FloatType::Half: return halfOf(bits);
    case FloatType::Single: return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    case FloatType::BrainHalf: return std::bit_cast<float>(static_cast<std::uint32_t>(bits << 16U));
    case FloatType::Double: break;
    }
    return std::bit_cast<double>(bits);
}

} // namespace

std::size_t bytesOf(FloatType type)
{
    return type == FloatType::Double ? 8 : type == FloatType::Single ? 4 : 2;
}

std::vector<double> floatsIn(std::string_view bytes, FloatType type, bool bigEndian)
{
    const std::size_t size = bytesOf(type);
    std::vector<double> values;
    values.reserve(bytes.size() / size);
    for (std::size_t at = 0; at + size <= bytes.size(); at += size)
        values.push_back(floatOf(bitsAt(bytes.substr(at, size), bigEndian), type));
    return values;
}

} // namespace unfold
