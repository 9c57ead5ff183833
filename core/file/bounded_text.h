#pragma once
// Text of unknown length, read no further than an experiment can be long.
#include <cstddef>
#include <iosfwd>
#include <string>

namespace unfold {

constexpr std::size_t mostBytesOfFile = std::size_t{64} * 1024 * 1024;

/// Everything up to the end. Throws InputError where that is more than `most` bytes, having read one more; what comes
/// after stays unread, so that a stream without end is refused as well. Where reading fails, the stream says bad().
std::string readBounded(std::istream &in, std::size_t most = mostBytesOfFile);

/// The refusal, for those who know the size before they read.
[[noreturn]] void refuseAsTooLarge(std::size_t most = mostBytesOfFile);

} // namespace unfold
