#pragma once
// A few doubles that the processor handles at once: as many as fit a register of the machine that is compiled for.
#include <bit>
#include <cstdint>
#include <cstring>

namespace unfold {

#if defined(__AVX512F__)
constexpr int laneCount = 8;
#elif defined(__AVX__)
constexpr int laneCount = 4;
#else
constexpr int laneCount = 2;
#endif

typedef double Lanes __attribute__((vector_size(laneCount * sizeof(double))));
typedef std::int64_t LaneBits __attribute__((vector_size(laneCount * sizeof(double))));

inline Lanes load(const double *from)
{
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

inline void store(Lanes lanes, double *to)
{
    std::memcpy(to, &lanes, sizeof lanes);
}

inline Lanes everywhere(double x)
{
    return x - Lanes{}; // a scalar with a vector of zeros: the compiler's own broadcast
}

} // namespace unfold
