#include "ui/export/figure_request.h"

#include <QSettings>

#include <algorithm>
#include <cmath>
#include <string>

namespace unfold {
namespace {

constexpr QLatin1String viewKey("figure/view");
constexpr QLatin1String formatKey("figure/format");
constexpr QLatin1String themeKey("figure/theme");
constexpr QLatin1String sizeKey("figure/size");
constexpr QLatin1String widthKey("figure/width");
constexpr QLatin1String heightKey("figure/height");
constexpr QLatin1String scaleKey("figure/scale");

QLatin1String keyOf(SizeChoice choice)
{
    switch (choice) {
    case SizeChoice::Usual: return QLatin1String("usual");
    case SizeChoice::Slide: return QLatin1String("slide");
    case SizeChoice::HalfPage: return QLatin1String("halfPage");
    case SizeChoice::Screen: return QLatin1String("screen");
    case SizeChoice::Own: break;
    }
    return QLatin1String("own");
}

/// The number under `key`, or `otherwise` where there is none from `least` to `most`.
int number(const QSettings &settings, QLatin1String key, int least, int most, int otherwise)
{
    bool good = false;
    const int value = settings.value(key).toInt(&good);
    return good && value >= least && value <= most ? value : otherwise;
}

} // namespace

QSize pixelsOf(QSize size, double scale)
{
    return {static_cast<int>(std::lround(size.width() * scale)), static_cast<int>(std::lround(size.height() * scale))};
}

std::optional<InputError> pixelsFault(const FigureRequest &request)
{
    if (request.format != FigureFormat::Png)
        return std::nullopt;
    constexpr int mostOfASide = 32767; // QPainter's on pictures
    constexpr double most = 256e6; // 1 GB while it is drawn
    const QSize pixels = pixelsOf(request.size, request.scale);
    if (std::max(pixels.width(), pixels.height()) <= mostOfASide && 1.0 * pixels.width() * pixels.height() <= most)
        return std::nullopt;
    return InputError("size",
        std::to_string(pixels.width()) + " × " + std::to_string(pixels.height()) + " pixels are too many for a PNG",
        "at most 32767 each way and 256 million in all; SVG and PDF have no pixels");
}

QSize fixedSize(SizeChoice choice)
{
    switch (choice) {
    case SizeChoice::Slide: return {960, 540};
    case SizeChoice::HalfPage: return {604, 416}; // 160 × 110 mm
    default: return {};
    }
}

FigureRequest recallFigure(const QSettings &settings)
{
    FigureRequest request;
    request.view = figureViewOf(settings.value(viewKey).toString()).value_or(request.view);
    request.format = figureFormatOf(settings.value(formatKey).toString()).value_or(request.format);
    request.theme = themeKindOf(settings.value(themeKey).toString()).value_or(request.theme);
    const QString size = settings.value(sizeKey).toString();
    const auto choice
        = std::find_if(sizeChoices.begin(), sizeChoices.end(), [&](SizeChoice c) { return keyOf(c) == size; });
    request.sizeChoice = choice == sizeChoices.end() ? request.sizeChoice : *choice;
    const QSize usual = usualSize(request.view);
    request.size = {number(settings, widthKey, smallestSide, largestSide, usual.width()),
        number(settings, heightKey, smallestSide, largestSide, usual.height())};
    request.scale = number(settings, scaleKey, 1, largestScale, 1);
    return request;
}

void rememberFigure(QSettings &settings, const FigureRequest &request)
{
    settings.setValue(viewKey, keyOf(request.view));
    settings.setValue(formatKey, keyOf(request.format));
    settings.setValue(themeKey, keyOf(request.theme));
    settings.setValue(sizeKey, QString(keyOf(request.sizeChoice)));
    settings.setValue(widthKey, request.size.width());
    settings.setValue(heightKey, request.size.height());
    settings.setValue(scaleKey, static_cast<int>(request.scale));
}

} // namespace unfold
