#include "core/import/weight_norm.h"

#include "core/circuit/input_error.h"

namespace unfold {
namespace {

/// What the parts of one weight are called.
struct Parts {
    std::string whole; ///< "rnn.weight_hh_l0"
    std::string first; ///< g, or w₀
    std::string second; ///< v, or u
    std::string third; ///< v of spectral norm; empty: weight norm
};

/// "rnn.parametrizations.weight_hh_l0.original0" → "rnn.weight_hh_l0".
std::string withoutParametrizations(const std::string &stem)
{
    constexpr std::string_view word = "parametrizations.";
    const std::size_t at = stem.find(word);
    return stem.substr(0, at) + stem.substr(at + word.size());
}

std::vector<Parts> partsIn(const Arrays &arrays)
{
    std::vector<Parts> all;
    const auto add = [&](const Parts &parts) {
        const auto second = arrays.find(parts.second);
        if (second == arrays.end())
            return;
        const auto &shape = second->second.shape; // W_g beside W_v may also be a gate beside an output
        const bool fits = parts.third.empty()
            ? shape.size() == 2 && entriesOf(arrays.at(parts.first).shape) == static_cast<std::size_t>(shape[0])
            : arrays.contains(parts.third);
        if (fits)
            all.push_back(parts);
    };
    for (const auto &[name, array] : arrays) {
        const auto stem
            = [&, &named = name](std::string_view end) { return named.substr(0, named.size() - end.size()); };
        const bool isNew = name.find("parametrizations.") != std::string::npos;
        if (isNew && name.ends_with(".original0"))
            add({withoutParametrizations(stem(".original0")), name, stem("0") + "1", {}});
        else if (isNew && name.ends_with(".original"))
            add({withoutParametrizations(stem(".original")), name, stem("original") + "0._u",
                stem("original") + "0._v"});
        else if (name.ends_with("_g"))
            add({stem("_g"), name, stem("_g") + "_v", {}});
        else if (name.ends_with("_orig"))
            add({stem("_orig"), name, stem("_orig") + "_u", stem("_orig") + "_v"});
    }
    return all;
}

Matrix byRows(const Renaming &renaming, const Parts &parts)
{
    const Matrix v = renaming.matrix(parts.second);
    const Vector g = renaming.vector(parts.first, v.rows());
    const Vector norms = v.rowwise().norm();
    if (norms.minCoeff() == 0)
        throw InputError(parts.second, "a row has the norm 0", "the direction of a row of " + parts.whole);
    return g.cwiseQuotient(norms).asDiagonal() * v;
}

Matrix bySpectrum(const Renaming &renaming, const Parts &parts)
{
    const Matrix w = renaming.matrix(parts.first);
    const Vector u = renaming.vector(parts.second, w.rows());
    const Vector v = renaming.vector(parts.third, w.cols());
    const double sigma = u.dot(w * v);
    if (sigma == 0)
        throw InputError(parts.first, "its spectral norm is 0", "a weight that was normalised");
    return w / sigma;
}

} // namespace

void putTogether(Renaming &renaming)
{
    for (const Parts &parts : partsIn(renaming.result.arrays)) {
        const Matrix weight = parts.third.empty() ? byRows(renaming, parts) : bySpectrum(renaming, parts);
        std::vector<std::string> names{parts.first, parts.second};
        if (!parts.third.empty())
            names.push_back(parts.third);
        renaming.replace(names, parts.whole, weight);
    }
}

} // namespace unfold
