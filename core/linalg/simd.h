#pragma once
// A few doubles that the processor handles at once: as many as fit a register of the machine that is compiled for.
#include <bit>
#include <cstdint>
#include <cstring>

namespace unfold {

#if defined(__AVX512F__)
constexpr int simdCount = 8;
#elif defined(__AVX__)
constexpr int simdCount = 4;
#else
constexpr int simdCount = 2;
#endif

typedef double Simd __attribute__((vector_size(simdCount * sizeof(double))));
typedef std::int64_t SimdBits __attribute__((vector_size(simdCount * sizeof(double))));

inline Simd load(const double *from)
{
    Simd several;
    std::memcpy(&several, from, sizeof several);
    return several;
}

inline void store(Simd several, double *to)
{
    std::memcpy(to, &several, sizeof several);
}

inline Simd everywhere(double x)
{
    return x - Simd{}; // a scalar with a vector of zeros: the compiler's own broadcast
}

} // namespace unfold
