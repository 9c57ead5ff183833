#include "core/learning/random.h"

#include <bit>
#include <cmath>

namespace unfold {
namespace {

constexpr double ln2 = 0x1.62e42fefa39efp-1;

std::array<std::uint64_t, 4> stateOf(std::uint64_t seed, std::string_view name)
{
    std::uint64_t mixed = splitMix64(seed) ^ fnv1a(name);
    std::array<std::uint64_t, 4> state;
    for (std::uint64_t &word : state)
        word = splitMix64(mixed);
    return state;
}

} // namespace

std::uint64_t splitMix64(std::uint64_t &state)
{
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

std::uint64_t fnv1a(std::string_view name)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

double portableLog(double x)
{
    // x = m · 2ᵉ with m in [√½, √2); log m = 2 artanh z = 2 (z + z³/3 + z⁵/5 + …), z = (m − 1)/(m + 1), |z| < 0.172.
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < 0x1.6a09e667f3bcdp-1) {
        m *= 2;
        --exponent;
    }
    const double z = (m - 1) / (m + 1);
    const double square = z * z;
    double series = 0;
    for (int k = 23; k >= 3; k -= 2)
        series = (series + 1.0 / k) * square;
    return 2 * z + 2 * z * series + exponent * ln2;
}

std::uint64_t Xoshiro256::next()
{
    auto &s = m_state;
    const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
    const std::uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return result;
}

RandomStream::RandomStream(std::uint64_t seed, std::string_view name)
    : m_generator(stateOf(seed, name))
{
}

double RandomStream::uniform()
{
    return static_cast<double>(m_generator.next() >> 11) * 0x1p-53;
}

double RandomStream::uniform(double from, double to)
{
    return from + uniform() * (to - from);
}

double RandomStream::normal()
{
    if (m_spare) {
        const double spare = *m_spare;
        m_spare.reset();
        return spare;
    }
    double u = 0;
    double v = 0;
    double square = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        square = u * u + v * v;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * portableLog(square) / square);
    m_spare = v * factor;
    return u * factor;
}

std::uint64_t RandomStream::below(std::uint64_t count)
{
    // Numbers from the incomplete last round of `count` are drawn again, so that none is more likely.
    const std::uint64_t rejected = (0 - count) % count;
    std::uint64_t drawn = m_generator.next();
    while (drawn < rejected)
        drawn = m_generator.next();
    return drawn % count;
}

} // namespace unfold
