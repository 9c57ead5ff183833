#pragma once
// Phrases: how fast the gradient shrinks or grows through a loop, and whether the matrix or the slope decides it.
#include "core/analysis/explain_facts.h"

namespace unfold {

/// "shrinks by 0.82 a step on average"; needs the mean of both factors.
std::string ratePhrase(const ExplainFacts &facts);

/// "W multiplies it by 1.05, the slope of tanh by 0.78"; needs a self loop and both means.
std::string factorsPhrase(const ExplainFacts &facts);

/// "Saturation wins."; empty where there is one factor only. Needs what factorsPhrase needs.
std::string verdict(const ExplainFacts &facts);

} // namespace unfold
