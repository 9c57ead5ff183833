#pragma once
// What is wrong with something a person gave us, where, and what was expected.
#include <stdexcept>
#include <string>

namespace unfold {

/// Thrown for bad input, never for a fault of the program. `what()` reads "place: wrong; expected …".
class InputError : public std::runtime_error
{
public:
    /// expected: a phrase that goes on from "expected ", such as "a whole number from 1"; may be empty.
    /// place: path in the experiment, such as "circuit.nodes[1].terms[0].source"; may be empty.
    InputError(const std::string &place_, const std::string &wrong_, const std::string &expected_)
        : std::runtime_error(
            (place_.empty() ? "" : place_ + ": ") + wrong_ + (expected_.empty() ? "" : "; expected " + expected_))
        , place(place_)
        , wrong(wrong_)
        , expected(expected_)
    {
    }

    const std::string place;
    const std::string wrong;
    const std::string expected;
};

} // namespace unfold
