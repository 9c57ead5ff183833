#pragma once
// How a command that cannot do what it was asked for says so.
#include "app/command_line.h"
#include "app/exit_status.h"
#include "core/circuit/input_error.h"

#include <iostream>
#include <new>
#include <string>

namespace unfold {

/// The status that `run` returns. Where it throws: the reason on standard error, behind `place` as it is by then, and
/// badInput. noMemory: the sentence for a run that the memory does not suffice for.
template <typename Run> int orReason(const Streams &streams, const std::string &place, const char *noMemory, Run run)
{
    const auto refuse = [&](const char *sentence) {
        streams.error << place << ": " << sentence << "\n";
        return badInput;
    };
    try {
        return run();
    } catch (const InputError &error) {
        return refuse(error.what());
    } catch (const std::bad_alloc &) {
        return refuse(noMemory);
    }
}

} // namespace unfold
