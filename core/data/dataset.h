#pragma once
// A source turned into numbers: inputs, targets, and what to call each step.
#include "core/data/source.h"
#include "core/linalg/matrix.h"

namespace unfold {

/// How a series was scaled: x = (value − mean) / deviation; mean 0 and deviation 1 where it was not.
struct Scaling {
    double mean = 0;
    double deviation = 1;
};

struct Dataset {
    Matrix x; ///< size × T, already multiplied by the source's scale
    std::vector<int> nextClasses; ///< T classes (text, random), else empty
    Matrix nextValues; ///< size × T (series), else empty
    std::vector<std::string> stepLabels; ///< T labels: the character, the word, the year; else empty
    std::vector<std::string> vocabulary; ///< text: symbol of each class, in order of first appearance
    Scaling scaling;
};

/// At most `steps` steps of the source (fewer where it is shorter: a text of n symbols gives n − 1).
/// inputSize and classCount are read for random and zero input only; text and series fix their own.
/// Throws InputError: a text with fewer than two symbols, a series with fewer than two values or one that is not
/// finite.
Dataset makeDataset(const DataSource &source, int steps, int inputSize, int classCount);

/// The number of steps that the source can give, or −1 where it can give any (or is fixed by the file).
/// Throws as makeDataset does.
int longestSequence(const DataSource &source);

} // namespace unfold
