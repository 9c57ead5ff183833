#pragma once
// Taking arrays under one name and giving them another: what the readers of foreign names share.
#include "core/import/foreign_names.h"
#include "core/linalg/matrix.h"

#include <optional>

namespace unfold {

class Renaming
{
public:
    explicit Renaming(const Arrays &arrays);

    /// The arrays in front of whose last part is `prefix`, by that part in small letters without underscores: "wxh".
    /// Keras ends names in ":0".
    using Keys = std::map<std::string, std::string>; ///< key → name in the file
    std::map<std::string, Keys> groups() const; ///< by prefix: "rnn.", "lstm/cell/"

    /// A matrix of the file, as it is. Throws InputError where it is not one.
    Matrix matrix(const std::string &name) const;
    /// A list of `size` numbers, whatever its shape (8, 8 × 1, 1 × 8).
    Vector vector(const std::string &name, Eigen::Index size) const;

    /// Replaces the arrays called `from` by one.
    void replace(const std::vector<std::string> &from, const std::string &to, const Matrix &value);
    void replaceVector(const std::vector<std::string> &from, const std::string &to, const Vector &value);

    ForeignNames result; ///< what has become of them

private:
    std::map<std::string, std::size_t> m_places; ///< in the file, of what is replaced as well
};

} // namespace unfold
