#include "ui/scenes/motion/motion_path.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double same = 1e-4; ///< shares of a length; nearer cuts are one

/// The share of the length at the end of every piece.
std::vector<double> endsOf(const std::vector<Curve> &pieces)
{
    std::vector<double> ends;
    double sum = 0;
    for (const Curve &piece : pieces)
        ends.push_back(sum += std::max(1e-9, piece.length()));
    for (double &end : ends)
        end /= sum;
    ends.back() = 1;
    return ends;
}

std::vector<Curve> cutAt(const std::vector<Curve> &pieces, const std::vector<double> &cuts)
{
    std::vector<Curve> cut;
    const std::vector<double> ends = endsOf(pieces);
    for (size_t i = 0; i < pieces.size(); ++i) {
        const double begin = i == 0 ? 0 : ends[i - 1];
        Curve rest = pieces[i];
        double from = begin;
        for (const double at : cuts)
            if (at > begin + same && at < ends[i] - same) {
                const double t = (at - from) / (ends[i] - from);
                cut.push_back(rest.upTo(t));
                rest = rest.from(t);
                from = at;
            }
        cut.push_back(rest);
    }
    return cut;
}

} // namespace

MotionPath MotionPath::of(const std::vector<Curve> &pieces)
{
    MotionPath path;
    const std::vector<double> ends = endsOf(pieces);
    path.points.push_back(pieces.front().start);
    path.along.push_back(0);
    for (size_t i = 0; i < pieces.size(); ++i) {
        const double begin = path.along.back();
        path.points.insert(path.points.end(), {pieces[i].control0, pieces[i].control1, pieces[i].end});
        path.along.insert(
            path.along.end(), {begin + (ends[i] - begin) / 3, begin + (ends[i] - begin) * 2 / 3, ends[i]});
    }
    return path;
}

std::vector<Curve> MotionPath::pieces() const
{
    std::vector<Curve> all;
    for (size_t i = 0; i + 3 < points.size(); i += 3)
        all.push_back({points[i], points[i + 1], points[i + 2], points[i + 3]});
    return all;
}

MotionPath MotionPath::dragged(QPointF atStart, QPointF atEnd) const
{
    MotionPath path = *this;
    for (size_t i = 0; i < points.size(); ++i)
        path.points[i] += (1 - along[i]) * atStart + along[i] * atEnd;
    return path;
}

MotionPath mixed(const MotionPath &a, const MotionPath &b, double share)
{
    MotionPath path = a;
    for (size_t i = 0; i < a.points.size(); ++i)
        path.points[i] = (1 - share) * a.points[i] + share * b.points[i];
    return path;
}

void cutAlike(std::vector<Curve> &a, std::vector<Curve> &b)
{
    std::vector<double> cuts = endsOf(a);
    for (const double end : endsOf(b))
        if (std::none_of(cuts.begin(), cuts.end(), [&](double cut) { return std::abs(cut - end) <= same; }))
            cuts.push_back(end);
    std::sort(cuts.begin(), cuts.end());
    a = cutAt(a, cuts);
    b = cutAt(b, cuts);
    // Where a cut was too near to one of its own, the longest piece is halved.
    while (a.size() != b.size()) {
        std::vector<Curve> &fewer = a.size() < b.size() ? a : b;
        const auto longest = std::max_element(
            fewer.begin(), fewer.end(), [](const Curve &p, const Curve &q) { return p.length() < q.length(); });
        const Curve whole = *longest;
        *longest = whole.from(0.5);
        fewer.insert(longest, whole.upTo(0.5));
    }
}

size_t cutNear(std::vector<Curve> &pieces, QPointF point)
{
    constexpr int samples = 64;
    size_t best = 0;
    double at = 0, nearest = 1e300;
    for (size_t i = 0; i < pieces.size(); ++i)
        for (int k = 0; k <= samples; ++k)
            if (const double d = distance(pieces[i].at(double(k) / samples), point); d < nearest) {
                nearest = d;
                best = i;
                at = double(k) / samples;
            }
    double low = std::max(0.0, at - 1.0 / samples), high = std::min(1.0, at + 1.0 / samples);
    while (high - low > 1e-12) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        if (distance(pieces[best].at(a), point) < distance(pieces[best].at(b), point))
            high = b;
        else
            low = a;
    }
    if (at > 0 && at < 1)
        at = (low + high) / 2;
    if (at <= 0 || at >= 1)
        return at <= 0 ? best : best + 1;
    const Curve whole = pieces[best];
    pieces[best] = whole.from(at);
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(best), whole.upTo(at));
    return best + 1;
}

} // namespace unfold
