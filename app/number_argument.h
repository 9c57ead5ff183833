#pragma once
// Numbers behind the options of a command.
#include <cstdint>
#include <string>

namespace unfold {

/// Throw InputError with the option as the place: "--updates: "many" is none; expected a whole number from 0".
std::int64_t wholeNumberIn(const std::string &option, const std::string &value, std::int64_t least);
std::uint64_t seedIn(const std::string &option, const std::string &value);
double numberFromZeroIn(const std::string &option, const std::string &value);

} // namespace unfold
