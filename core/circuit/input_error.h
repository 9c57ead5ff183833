#pragma once
// What is wrong with something a person gave us, where, and what was expected.
#include <stdexcept>
#include <string>

namespace unfold {

/// Thrown for bad input, never for a fault of the program. `what()` reads "place: wrong; expected …", on one line and
/// of a length that can be shown, whatever names the input is made of.
class InputError : public std::runtime_error
{
public:
    /// expected: a phrase that goes on from "expected ", such as "a whole number from 1"; may be empty.
    /// place: path in the experiment, such as "circuit.nodes[1].terms[0].source"; may be empty.
    /// A control character becomes "\u000a"; what is longer than 600 bytes is cut.
    InputError(const std::string &place, const std::string &wrong, const std::string &expected);

    const std::string place;
    const std::string wrong;
    const std::string expected;
};

} // namespace unfold
