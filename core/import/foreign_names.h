#pragma once
// Networks under the names of teaching code and of Keras → the same arrays under the names of PyTorch.
//
//   Wxh Whh Why bh by, Wax Waa Wya ba by, U W V b c, i2h h2h h2o      a plain recurrent network
//   i2h i2o over [x, h]                                                the same without an activation
//   Wf Wi Wc Wo over [h, x], or with Uf Ui Uc Uo, or Wxf Whf …         an LSTM
//   Wz Wr Wh in the same three forms                                   a GRU, reset before the matrix
//   kernel, recurrent_kernel, bias                                     Keras; its order of gates is another
//   weight_g, weight_v; weight_orig, weight_u, weight_v                weight norm and spectral norm of PyTorch
// Matrices may be written for columns (W x) or for rows (x W): the shapes tell.
#include "core/import/array.h"

namespace unfold {

/// What is put one after the other in W [h, x].
enum class Concatenated { Unsaid, HiddenFirst, InputFirst };

struct ForeignNames {
    Arrays arrays; ///< those that were renamed say so (Array::origin); all others as they were
    std::vector<std::string> assumed; ///< phrases for people
    std::vector<std::string> warnings;
    bool resetBefore = false; ///< a GRU whose reset gate acts before the matrix
    bool isLinear = false; ///< the recurrence has no activation
};

/// Arrays that are known by name and shape; without such names everything is as it was. Throws InputError where the
/// names are known and the shapes do not fit together.
ForeignNames withPlainNames(const Arrays &arrays, Concatenated concatenated = Concatenated::Unsaid);

} // namespace unfold
