#include "ui/export/figure.h"

#include <QCoreApplication>

#include <algorithm>

namespace unfold {
namespace {

struct FigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

template <typename Value, size_t count>
std::optional<Value> withKey(const std::array<Value, count> &all, const QString &key)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](Value value) { return keyOf(value) == key; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

QString keyOf(FigureView view)
{
    switch (view) {
    case FigureView::Graph: return QStringLiteral("graph");
    case FigureView::Circuit: return QStringLiteral("circuit");
    case FigureView::States: return QStringLiteral("states");
    case FigureView::Gradient: return QStringLiteral("gradient");
    case FigureView::Equations: return QStringLiteral("equations");
    case FigureView::Window: break;
    }
    return QStringLiteral("all");
}

QString nameOf(FigureView view)
{
    switch (view) {
    case FigureView::Graph: return FigureText::tr("Unrolled graph");
    case FigureView::Circuit: return FigureText::tr("Circuit");
    case FigureView::States: return FigureText::tr("Hidden states");
    case FigureView::Gradient: return FigureText::tr("Gradient norm per step");
    case FigureView::Equations: return FigureText::tr("Equations");
    case FigureView::Window: break;
    }
    return FigureText::tr("Whole window");
}

QString keyOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Svg: return QStringLiteral("svg");
    case FigureFormat::Pdf: return QStringLiteral("pdf");
    case FigureFormat::Png: break;
    }
    return QStringLiteral("png");
}

QString keyOf(ThemeKind theme)
{
    switch (theme) {
    case ThemeKind::Light: return QStringLiteral("light");
    case ThemeKind::Dark: return QStringLiteral("dark");
    case ThemeKind::Print: break;
    }
    return QStringLiteral("print");
}

std::optional<ThemeKind> themeKindOf(const QString &key)
{
    return withKey(themeKinds, key);
}

std::optional<FigureView> figureViewOf(const QString &key)
{
    return withKey(figureViews, key);
}

std::optional<FigureFormat> figureFormatOf(const QString &key)
{
    return withKey(figureFormats, key);
}

QSize usualSize(FigureView view)
{
    switch (view) {
    case FigureView::Graph: return {960, 440};
    case FigureView::Circuit: return {440, 480};
    case FigureView::States: return {960, 320};
    case FigureView::Gradient: return {960, 440};
    case FigureView::Equations: return {440, 400};
    case FigureView::Window: break;
    }
    return {1456, 819};
}

} // namespace unfold
