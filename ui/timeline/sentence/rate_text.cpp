#include "ui/timeline/sentence/rate_text.h"

#include "ui/timeline/sentence/plain_number.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct RateText {
    Q_DECLARE_TR_FUNCTIONS(GradientSentence)
};

/// Two decimals, three where the product of the factors is so near 1 that two would hide what it does.
QString factorNumber(const GradientRate &rate, double factor)
{
    return plainNumber(factor, std::abs(rate.both - 1) < 0.02 ? 3 : 2);
}

/// Part of a sentence: "is multiplied by 0.77 at every step back".
QString pace(const GradientRate &rate, bool toThePast)
{
    if (rate.delay != 1) {
        if (toThePast)
            return rate.even ? RateText::tr("every %1 steps back").arg(rate.delay)
                             : RateText::tr("every %1 steps back (geometric mean)").arg(rate.delay);
        return rate.even ? RateText::tr("every %1 steps forward").arg(rate.delay)
                         : RateText::tr("every %1 steps forward (geometric mean)").arg(rate.delay);
    }
    if (toThePast)
        return rate.even ? RateText::tr("at every step back") : RateText::tr("per step back (geometric mean)");
    return rate.even ? RateText::tr("at every step forward") : RateText::tr("per step forward (geometric mean)");
}

/// %1 what is multiplied, %2 by what, %3 how often, %4 … the parts.
QString factorSentence(const QString &what, const Explanation &e, const Emphasis &emphasis)
{
    const GradientRate &rate = *e.rate;
    const QString both = emphasis.gradient(factorNumber(rate, rate.both));
    const QString often = pace(rate, e.toThePast);
    const QString activation = QString::fromUtf8(nameOf(e.activation).data());
    if (!rate.selfLoop)
        return RateText::tr("%1 is multiplied by %2 %3, counting all paths through the loop.").arg(what, both, often);
    if (e.matrix.empty())
        return RateText::tr("%1 is multiplied by %2 %3: the slope of %4 alone does this, as no matrix is on the loop.")
            .arg(what, both, often, activation);
    const QString matrix = emphasis.name(e.matrix);
    if (e.activation == Activation::Identity)
        return RateText::tr("%1 is multiplied by %2 %3: %4 alone does this; the identity has slope 1.")
            .arg(what, both, often, matrix);
    const QString byMatrix = emphasis.matrix(factorNumber(rate, rate.matrix));
    const QString bySlope = emphasis.slope(factorNumber(rate, rate.slope));
    if (e.activation == Activation::Relu)
        return RateText::tr("%1 is multiplied by %2 %3: by %4 from %5 and %6 from the slope of %7 (%8 % of the units "
                            "are inactive).")
            .arg(what, both, often, byMatrix, matrix, bySlope, activation,
                QString::number(std::lround(100 * rate.inactive)));
    return RateText::tr("%1 is multiplied by %2 %3: by %4 from %5 and %6 from the slope of %7.")
        .arg(what, both, often, byMatrix, matrix, bySlope, activation);
}

QString slopeDecides(const Explanation &e, const QString &matrix)
{
    if (e.activation == Activation::Relu)
        return RateText::tr("Inactive units decide: the factor of %1 is close to 1.").arg(matrix);
    return e.rate->saturated ? RateText::tr("Saturation decides: the factor of %1 is close to 1.").arg(matrix)
                             : RateText::tr("The slope decides: the factor of %1 is close to 1.").arg(matrix);
}

QString slopeOutweighs(const Explanation &e, const QString &matrix)
{
    if (e.activation == Activation::Relu)
        return RateText::tr("Inactive units outweigh %1.").arg(matrix);
    return e.rate->saturated ? RateText::tr("Saturation outweighs %1.").arg(matrix)
                             : RateText::tr("The slope outweighs %1.").arg(matrix);
}

QString matrixOutweighs(const Explanation &e, const QString &matrix)
{
    if (e.activation == Activation::Relu)
        return RateText::tr("%1 outweighs the inactive units.").arg(matrix);
    return e.rate->saturated ? RateText::tr("%1 outweighs saturation.").arg(matrix)
                             : RateText::tr("%1 outweighs the slope.").arg(matrix);
}

QString verdict(const Explanation &e, const Emphasis &emphasis)
{
    const QString matrix = emphasis.name(e.matrix);
    switch (e.rate->balance) {
    case Balance::OneFactor: break;
    case Balance::SlopeOutweighs: return slopeOutweighs(e, matrix);
    case Balance::MatrixOutweighs: return matrixOutweighs(e, matrix);
    case Balance::MatrixAlone: return RateText::tr("%1 decides: the slope is close to 1.").arg(matrix);
    case Balance::SlopeAlone: return slopeDecides(e, matrix);
    case Balance::BothBelow: return RateText::tr("Both factors are below 1.");
    case Balance::BothSlightlyBelow: return RateText::tr("Both factors are slightly below 1.");
    case Balance::NearlyBalanced: return RateText::tr("It stays about the same: the two factors nearly balance.");
    case Balance::BothClose: return RateText::tr("It stays about the same: both factors are close to 1.");
    }
    return {};
}

} // namespace

QString rateText(const Explanation &e, const Emphasis &emphasis)
{
    const QString what
        = e.onlyState ? RateText::tr("The gradient") : RateText::tr("The gradient at %1").arg(emphasis.name(e.node));
    const QString text = factorSentence(what, e, emphasis);
    const QString decision = verdict(e, emphasis);
    return decision.isEmpty() ? text : text + u' ' + decision;
}

QString throughLoopText(const Explanation &e, const Emphasis &emphasis)
{
    const QString what = e.matrix.empty() ? RateText::tr("What comes through the loop")
                                          : RateText::tr("What comes through %1").arg(emphasis.name(e.matrix));
    return factorSentence(what, e, emphasis);
}

} // namespace unfold
