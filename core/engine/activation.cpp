#include "core/engine/activation.h"

#include "core/linalg/simd.h"

#include <algorithm>

namespace unfold {
namespace {

// exp(x) = 2^k · exp(r) with k = x / ln 2 rounded and |r| ≤ ln 2 / 2. ln 2 is taken in two parts, the first short
// enough that k times it is exact (Cody and Waite).
constexpr double perLog2 = 1.4426950408889634074;
constexpr double log2High = 6.93147180369123816490e-01;
constexpr double log2Low = 1.90821492927058770002e-10;
constexpr double rounder = 0x1.8p52; ///< added and taken away, it leaves the nearest whole number

Simd rounded(Simd x)
{
    return (x + rounder) - rounder;
}

/// 2^k for whole −1022 ≤ k ≤ 1023: k is put where a double keeps its exponent.
Simd powerOfTwo(Simd k)
{
    const SimdBits bits = std::bit_cast<SimdBits>(k + rounder);
    return std::bit_cast<Simd>((bits + 1023) << 52);
}

/// exp(r) − 1 for |r| ≤ ln 2 / 2, by its Taylor series to the 13th power (the rest is below 5e-18 of it).
Simd expMinusOne(Simd r)
{
    const Simd r2 = r * r;
    const Simd r4 = r2 * r2;
    const Simd p01 = 1.0 / 2 + r * (1.0 / 6);
    const Simd p23 = 1.0 / 24 + r * (1.0 / 120);
    const Simd p45 = 1.0 / 720 + r * (1.0 / 5040);
    const Simd p67 = 1.0 / 40320 + r * (1.0 / 362880);
    const Simd p89 = 1.0 / 3628800 + r * (1.0 / 39916800);
    const Simd pAB = 1.0 / 479001600 + r * (1.0 / 6227020800);
    const Simd low = p01 + r2 * p23 + r4 * (p45 + r2 * p67);
    const Simd high = p89 + r2 * pAB;
    return r + r2 * (low + r4 * r4 * high);
}

Simd exponential(Simd x)
{
    x = x > 710.0 ? everywhere(710.0) : x; // beyond: infinity all the same
    x = x < -750.0 ? everywhere(-750.0) : x; // beyond: 0 all the same
    const Simd k = rounded(x * perLog2);
    const Simd r = (x - k * log2High) - k * log2Low;
    const Simd half = rounded(k * 0.5); // in two factors, since 2^k alone may be out of range
    return (1.0 + expMinusOne(r)) * powerOfTwo(half) * powerOfTwo(k - half);
}

/// tanh |x| = e / (e + 2), e = exp(2|x|) − 1 = 2^k (exp(r) − 1) + (2^k − 1): exact to the last places near 0 as well.
Simd hyperbolicTangent(Simd x)
{
    constexpr std::int64_t signBit = std::int64_t{1} << 63;
    const SimdBits sign = std::bit_cast<SimdBits>(x) & signBit;
    Simd size = std::bit_cast<Simd>(std::bit_cast<SimdBits>(x) & ~signBit);
    size = size > 20.0 ? everywhere(20.0) : size; // 1 from there on
    const Simd y = 2.0 * size;
    const Simd k = rounded(y * perLog2);
    const Simd r = (y - k * log2High) - k * log2Low;
    const Simd scale = powerOfTwo(k);
    const Simd e = scale * expMinusOne(r) + (scale - 1.0);
    return std::bit_cast<Simd>(std::bit_cast<SimdBits>(e / (e + 2.0)) | sign);
}

/// With e = exp(−|x|): 1 / (1 + e) right of 0, e / (1 + e) left of it.
Simd logistic(Simd x)
{
    const Simd e = exponential(x > 0.0 ? -x : x);
    return (x > 0.0 ? everywhere(1.0) : e) / (1.0 + e);
}

template <typename Function> void forEach(double *values, std::ptrdiff_t count, Function function)
{
    std::ptrdiff_t i = 0;
    for (; i + simdCount <= count; i += simdCount)
        store(function(load(values + i)), values + i);
    if (i == count)
        return;
    double rest[simdCount] = {};
    std::copy(values + i, values + count, rest);
    store(function(load(rest)), rest);
    std::copy(rest, rest + (count - i), values + i);
}

/// One column, without overflow.
void softmaxColumn(double *values, std::ptrdiff_t size)
{
    const double largest = *std::max_element(values, values + size);
    for (std::ptrdiff_t i = 0; i < size; ++i)
        values[i] -= largest;
    forEach(values, size, exponential);
    double sum = 0;
    for (std::ptrdiff_t i = 0; i < size; ++i)
        sum += values[i];
    for (std::ptrdiff_t i = 0; i < size; ++i)
        values[i] /= sum;
}

/// (diag(v) − v vᵀ) dValue
void softmaxBackward(const double *dValue, const double *value, double *da, std::ptrdiff_t size)
{
    double dot = 0;
    for (std::ptrdiff_t i = 0; i < size; ++i)
        dot += value[i] * dValue[i];
    for (std::ptrdiff_t i = 0; i < size; ++i)
        da[i] = value[i] * (dValue[i] - dot);
}

} // namespace

void activate(Activation activation, double *values, std::ptrdiff_t count, std::ptrdiff_t size)
{
    switch (activation) {
    case Activation::Tanh: forEach(values, count, hyperbolicTangent); break;
    case Activation::Sigmoid: forEach(values, count, logistic); break;
    case Activation::Relu: forEach(values, count, [](Simd x) { return x < 0.0 ? Simd{} : x; }); break;
    case Activation::Softmax:
        for (std::ptrdiff_t i = 0; i < count; i += size)
            softmaxColumn(values + i, size);
        break;
    case Activation::Identity: break;
    }
}

void slopeBackward(Activation activation, const double *dValue, const double *value, double *da, std::ptrdiff_t count,
    std::ptrdiff_t size)
{
    switch (activation) {
    case Activation::Tanh:
        for (std::ptrdiff_t i = 0; i < count; ++i)
            da[i] = dValue[i] * (1 - value[i] * value[i]);
        break;
    case Activation::Sigmoid:
        for (std::ptrdiff_t i = 0; i < count; ++i)
            da[i] = dValue[i] * (value[i] * (1 - value[i]));
        break;
    case Activation::Relu:
        for (std::ptrdiff_t i = 0; i < count; ++i)
            da[i] = value[i] > 0 ? dValue[i] : 0;
        break;
    case Activation::Softmax:
        for (std::ptrdiff_t i = 0; i < count; i += size)
            softmaxBackward(dValue + i, value + i, da + i, size);
        break;
    case Activation::Identity: std::copy(dValue, dValue + count, da); break;
    }
}

void exponentiate(double *values, std::ptrdiff_t count)
{
    forEach(values, count, exponential);
}

} // namespace unfold
