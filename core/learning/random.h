#pragma once
// Random numbers that are the same with every compiler, standard library and machine.
//
// Generator: xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64 (Steele, Lea and Flood 2014).
// Uniform numbers: the upper 53 bits. Normal numbers: Marsaglia's polar method (1964), with a logarithm written out,
// since that of the C library may differ in its last digit. Nothing here is allowed to fuse a product and a sum (see
// CMakeLists.txt).
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace unfold {

/// SplitMix64: advances `state` and returns the next of its numbers.
std::uint64_t splitMix64(std::uint64_t &state);

/// FNV-1a, 64 bits, of the bytes of a name.
std::uint64_t fnv1a(std::string_view name);

/// Natural logarithm of x > 0 (normal, finite) in basic arithmetic; within 2 units of the last place.
double portableLog(double x);

/// xoshiro256**.
class Xoshiro256
{
public:
    explicit Xoshiro256(const std::array<std::uint64_t, 4> &state)
        : m_state(state)
    {
    }
    std::uint64_t next();

private:
    std::array<std::uint64_t, 4> m_state;
};

/// One independent stream for every (seed, name).
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, std::string_view name);

    double uniform(); ///< in [0, 1), a multiple of 2⁻⁵³
    double uniform(double from, double to); ///< in [from, to)
    double normal(); ///< mean 0, variance 1
    std::uint64_t below(std::uint64_t count); ///< each of 0 … count − 1 alike; count ≥ 1

private:
    Xoshiro256 m_generator;
    std::optional<double> m_spare; ///< the polar method makes two at a time
};

} // namespace unfold
