#include "core/tasks/generator.h"

#include <array>

namespace unfold {
namespace {

enum Letter { B, T, S, X, P, V, E };

struct Arc {
    Letter letter;
    int to;
};

/// Reber's finite automaton: two arcs from each inner node; node 6 is the end.
constexpr std::array<std::array<Arc, 2>, 6> arcs{{
    {{{T, 1}, {P, 2}}},
    {{{S, 1}, {X, 3}}},
    {{{T, 2}, {V, 4}}},
    {{{X, 2}, {S, 5}}},
    {{{P, 3}, {V, 5}}},
    {{{E, 6}, {E, 6}}},
}};

} // namespace

std::vector<int> reberWord(RandomStream &random)
{
    std::vector<int> word{B};
    for (int node = 0; node < 6;) {
        const Arc &arc = arcs[static_cast<std::size_t>(node)][random.below(2)];
        word.push_back(arc.letter);
        node = arc.to;
    }
    return word;
}

std::vector<int> embeddedReberWord(RandomStream &random)
{
    const int frame = random.below(2) == 0 ? T : P;
    std::vector<int> word{B, frame};
    const std::vector<int> inner = reberWord(random);
    word.insert(word.end(), inner.begin(), inner.end());
    word.push_back(frame);
    word.push_back(E);
    return word;
}

} // namespace unfold
