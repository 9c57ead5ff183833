#pragma once
// Which array is the output layer of a recurrent network, and which is in front of it: by shape, name and place.
//
// It reads what the last recurrent layer gives. An embedding or a projection in front of that, an attention layer and a
// normalisation may have the same width; their names and their place tell them apart.
#include "core/import/array.h"

namespace unfold {

struct HeadPlace {
    std::int64_t width = 0; ///< numbers that the head reads: hidden · directions
    std::int64_t input = 0; ///< numbers that the recurrent layer reads
};

struct HeadChoice {
    std::string name; ///< of its weight; empty: there is none
    std::vector<std::string> others; ///< that would fit as well, and are no embedding by name
};

/// asked: the name of a weight or of its layer, "none", or empty. Throws InputError where `asked` is not in the file or
/// does not fit.
HeadChoice chooseHead(const Arrays &arrays, const HeadPlace &place, const std::string &asked);

/// Where in the file the recurrent arrays are.
struct FileOrder {
    bool tells = false; ///< the arrays are in another order than that of the alphabet: that of the network
    std::size_t first = 0; ///< place of the first recurrent array
    std::size_t last = 0;
};
FileOrder orderOf(const Arrays &arrays);

/// Whether the name is that of a weight of a layer that is neither recurrent nor an embedding.
bool couldBeLinear(const std::string &name);

/// Whether an array is in front of the recurrent layers, by its name or its place.
bool isEmbeddingInFront(const Arrays &arrays, const std::string &name, const FileOrder &order);
bool isProjectionInFront(const Arrays &arrays, const std::string &name, const FileOrder &order);

/// fc1 before fc2, head.0 before head.2: the same name with a smaller number.
bool isNumberedBefore(const std::string &name, const std::string &other);

/// fc.weight → fc.bias.
std::string biasNameOf(const std::string &weight);

} // namespace unfold
