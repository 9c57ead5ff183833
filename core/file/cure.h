#pragma once
// A cure: one network before and after one change that mends its gradient. In a file the second is a patch of the first
// (JSON merge patch, RFC 7386), so that whatever it does not name is the same in both.
//
//     {"title": "Gating", "cause": "…", "effect": "…", "shows": "clipping" | "recipes" (or absent),
//      "before": {an experiment}, "after": {what differs}}
#include "core/experiment/experiment.h"

namespace unfold {

struct Cure {
    enum class Shows { Gradient, Clipping, Recipes }; ///< what the card holds beside the two versions

    std::string title; ///< "Gating"; the experiments are called "Gating: before", "Gating: after"
    std::string cause; ///< one sentence: what is wrong before
    std::string effect; ///< one sentence: what the change does
    Shows shows = Shows::Gradient;
    Experiment before; ///< its note is the cause
    Experiment after; ///< its note is the effect

    /// nullopt: an experiment that has nothing to do with this cure.
    std::optional<bool> isAfter(const Experiment &experiment) const;
    /// The other version as it is to be compared with `present`: at its gain, unless the gain is what the cure changes.
    Experiment version(bool afterwards, const Experiment &present) const;
};

/// Throws InputError with the path in the JSON.
Cure readCure(const std::string &json);

} // namespace unfold
