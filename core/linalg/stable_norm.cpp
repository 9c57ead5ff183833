#include "core/linalg/stable_norm.h"

#include <cmath>
#include <limits>

namespace unfold {

double stableNorm(const Eigen::Ref<const Matrix> &v)
{
    if (v.size() == 0)
        return 0;
    const double norm = v.norm();
    if (norm > 1e-140 && norm < 1e140)
        return norm; // no square was lost on the way
    if (v.hasNaN())
        return std::numeric_limits<double>::quiet_NaN();
    const double largest = v.cwiseAbs().maxCoeff();
    if (largest == 0 || !std::isfinite(largest))
        return largest;
    return largest * (v / largest).norm();
}

} // namespace unfold
