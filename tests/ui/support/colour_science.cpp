#include "tests/ui/support/colour_science.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace unfold::test {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix toXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};

Triple linear(const QColor &colour)
{
    const auto decoded = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {decoded(colour.redF()), decoded(colour.greenF()), decoded(colour.blueF())};
}

QColor encoded(const Triple &rgb)
{
    const auto one = [](double c) {
        c = std::clamp(c, 0.0, 1.0);
        return static_cast<float>(
            std::clamp(c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055, 0.0, 1.0));
    };
    return QColor::fromRgbF(one(rgb[0]), one(rgb[1]), one(rgb[2]));
}

Triple times(const Matrix &m, const Triple &v)
{
    Triple result{};
    for (size_t i = 0; i < 3; ++i)
        result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return result;
}

double luminance(const QColor &colour)
{
    const Triple rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

double cosine(double angle)
{
    return std::cos(angle / 180 * std::numbers::pi);
}

double sine(double angle)
{
    return std::sin(angle / 180 * std::numbers::pi);
}

double hue(double a, double b)
{
    const double angle = a == 0 && b == 0 ? 0 : degrees(std::atan2(b, a));
    return angle < 0 ? angle + 360 : angle;
}

/// sqrt(c⁷ / (c⁷ + 25⁷))
double seventh(double c)
{
    return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
}

double meanHue(double one, double other)
{
    if (std::abs(one - other) <= 180)
        return (one + other) / 2;
    return (one + other) / 2 + (one + other < 360 ? 180 : -180);
}

double hueDifference(double one, double other)
{
    const double turn = other - one;
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Lab labOf(const QColor &colour)
{
    const Triple xyz = times(toXyz, linear(colour));
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab &one, const Lab &other)
{
    const double stretch = 1 + 0.5 * (1 - seventh((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2));
    const double c1 = std::hypot(stretch * one.a, one.b);
    const double c2 = std::hypot(stretch * other.a, other.b);
    const double h1 = hue(stretch * one.a, one.b);
    const double h2 = hue(stretch * other.a, other.b);
    const bool grey = c1 * c2 == 0;
    const double lightness = other.lightness - one.lightness;
    const double chroma = c2 - c1;
    const double tint = grey ? 0 : 2 * std::sqrt(c1 * c2) * sine(hueDifference(h1, h2) / 2);
    const double l = (one.lightness + other.lightness) / 2 - 50;
    const double c = (c1 + c2) / 2;
    const double h = grey ? h1 + h2 : meanHue(h1, h2);
    const double t
        = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63);
    const double x = lightness / (1 + 0.015 * l * l / std::sqrt(20 + l * l));
    const double y = chroma / (1 + 0.045 * c);
    const double z = tint / (1 + 0.015 * c * t);
    const double turn = -2 * seventh(c) * sine(60 * std::exp(-std::pow((h - 275) / 25, 2)));
    return std::sqrt(x * x + y * y + z * z + turn * y * z);
}

double difference(const QColor &one, const QColor &other)
{
    return difference(labOf(one), labOf(other));
}

QColor seenBy(Sight sight, const QColor &colour)
{
    if (sight == Sight::Full)
        return colour;
    return encoded(times(sight == Sight::Deuteranopia ? deuteranopia : protanopia, linear(colour)));
}

QColor blended(const QColor &over, const QColor &ground)
{
    const auto mix = [alpha = over.alphaF()](float a, float b) { return alpha * a + (1 - alpha) * b; };
    return QColor::fromRgbF(
        mix(over.redF(), ground.redF()), mix(over.greenF(), ground.greenF()), mix(over.blueF(), ground.blueF()));
}

} // namespace unfold::test
