#pragma once
// Where the gain stands on its slider: pure geometry.

namespace unfold {

struct GainScale {
    static constexpr double usualLow = 0;
    static constexpr double usualHigh = 1.7;
    static constexpr double edge = 1; ///< W as it was made: neither shrunk nor grown
    static constexpr double widest = 4; ///< the slider never reaches further; a value beyond is shown at its end

    double low = usualLow;
    double high = usualHigh;
    double left = 0; ///< px of low
    double right = 1; ///< px of high

    /// The usual range, grown by halves to hold `gain`, at most −widest … widest.
    static GainScale holding(double gain);

    /// Cut to the ends.
    double x(double gain) const;
    /// Rounded to hundredths, cut to the ends.
    double gainAt(double x) const;
    bool beyondLow(double gain) const { return gain < low; }
    bool beyondHigh(double gain) const { return gain > high; }
};

} // namespace unfold
