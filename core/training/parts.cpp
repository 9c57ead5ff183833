#include "core/training/parts.h"

#include <algorithm>
#include <tuple>

namespace unfold {

void splitBatch(const std::vector<TrainingExample> &list, std::vector<Member> &members, std::vector<Part> &parts)
{
    const auto lengthOf = [&](const Member &member) {
        const TrainingExample &example = list[static_cast<std::size_t>(member.example)];
        return std::pair(example.steps, example.encoderSteps);
    };
    std::sort(members.begin(), members.end(), [&](const Member &a, const Member &b) {
        return std::tuple(lengthOf(a), a.place) < std::tuple(lengthOf(b), b.place);
    });
    parts.clear();
    for (std::size_t first = 0; first < members.size();) {
        std::size_t end = first;
        while (end < members.size() && lengthOf(members[end]) == lengthOf(members[first]))
            ++end;
        const int count = static_cast<int>(end - first);
        const int pieces = (count + mostColumns - 1) / mostColumns;
        const auto [steps, encoderSteps] = lengthOf(members[first]);
        const auto border = [&](int piece) { return piece == pieces ? count : (count * piece / pieces + 3) / 4 * 4; };
        for (int piece = 0; piece < pieces; ++piece) {
            const int from = border(piece);
            const int to = border(piece + 1);
            parts.push_back({static_cast<int>(first) + from, to - from, steps, encoderSteps});
        }
        first = end;
    }
}

} // namespace unfold
