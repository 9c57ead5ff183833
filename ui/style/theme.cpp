#include "ui/style/theme.h"

#include "ui/style/quiet_style.h"
#include "ui/style/text_width.h"
#include "ui/style/theme_palettes.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

#include <algorithm>
#include <cmath>

// A static library's resources are linked in only where somebody asks for them; the macro must stand outside a
// namespace.
static void initResources()
{
    Q_INIT_RESOURCE(unfold);
}

namespace unfold {
namespace {

constexpr int designedPixels = 14; ///< the size of text that all measures are made for

QColor along(const Theme::Stops &stops, double fraction)
{
    const double scaled = std::clamp(fraction, 0.0, 1.0) * (stops.size() - 1);
    const auto lower = std::min(static_cast<size_t>(scaled), stops.size() - 2);
    const double f = scaled - static_cast<double>(lower);
    const QColor &a = stops[lower];
    const QColor &b = stops[lower + 1];
    return QColor::fromRgbF(static_cast<float>(a.redF() + f * (b.redF() - a.redF())),
        static_cast<float>(a.greenF() + f * (b.greenF() - a.greenF())),
        static_cast<float>(a.blueF() + f * (b.blueF() - a.blueF())));
}

/// What the parameter does, as far as its colour goes.
enum class Use { Bias, Recurrent, FromInput, ToOutput };

Use useOf(const Circuit &circuit, const std::string &name)
{
    Use use = Use::Bias;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            if (term.parameter != name)
                continue;
            const int source = circuit.indexOf(term.source);
            if (term.delay != 0 || term.recurrent.value_or(false))
                return Use::Recurrent;
            if (source >= 0 && circuit.nodes[static_cast<size_t>(source)].role == Role::Input)
                use = Use::FromInput;
            else
                use = Use::ToOutput;
        }
    return use;
}

} // namespace

QColor Theme::fill(Role role) const
{
    return role == Role::State ? stateFill : nodeFill;
}

QColor Theme::parameter(const Circuit &circuit, const std::string &name) const
{
    switch (useOf(circuit, name)) {
    case Use::Recurrent: return recurrentParameter;
    case Use::FromInput: return inputParameter;
    case Use::ToOutput: return outputParameter;
    case Use::Bias: break;
    }
    return bias;
}

Qt::PenStyle Theme::line(const Circuit &circuit, const std::string &name) const
{
    if (kind != ThemeKind::Print)
        return Qt::SolidLine;
    switch (useOf(circuit, name)) {
    case Use::FromInput: return Qt::CustomDashLine;
    case Use::ToOutput: return Qt::DashDotLine;
    case Use::Recurrent:
    case Use::Bias: break;
    }
    return Qt::SolidLine;
}

QColor Theme::signedValue(double value, double limit) const
{
    if (std::isnan(value))
        return notComputed;
    const double fraction = limit > 0 ? value / limit : 0;
    return along(diverging, (fraction + 1) / 2);
}

QColor Theme::magnitude(double fraction) const
{
    return std::isnan(fraction) ? notComputed : along(sequential, fraction);
}

const Theme &themeOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark: return darkTheme;
    case ThemeKind::Print: return printTheme;
    case ThemeKind::Light: break;
    }
    return lightTheme;
}

const Theme &themeOf(const QPalette &palette)
{
    // Views give their palettes other colours for text and ground; none touches that of links.
    const QColor &link = palette.color(QPalette::Active, QPalette::Link);
    for (const Theme *theme : {&lightTheme, &darkTheme, &printTheme})
        if (theme->cursorLine == link)
            return *theme;
    return palette.color(QPalette::Window).lightness() < 128 ? darkTheme : lightTheme;
}

const Theme &themeOf(const QWidget *widget)
{
    return themeOf(widget->palette());
}

QPalette paletteOf(ThemeKind kind)
{
    const Theme &t = themeOf(kind);
    QPalette p(t.text, t.card, t.border.lighter(110), t.muted, t.border, t.text, t.text, t.card, t.window);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Highlight, t.cursorLine);
    p.setColor(QPalette::HighlightedText, t.card);
    p.setColor(QPalette::Link, t.cursorLine);
    p.setColor(QPalette::LinkVisited, t.cursorLine);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.notComputed);
    return p;
}

void applyTheme(QApplication &app, ThemeKind kind)
{
    QApplication::setStyle(new QuietStyle);
    app.setPalette(paletteOf(kind));
}

namespace {
/// Relative luminance as WCAG 2 defines it, 0 … 1.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}
} // namespace

QColor inkOn(const QColor &fill)
{
    const double middle = std::sqrt(1.05 * 0.05) - 0.05; // as far from black as from white
    return luminance(fill) > middle ? Qt::black : Qt::white;
}

void loadFonts()
{
    initResources();
    for (const char *file :
        {"UnfoldSans-Regular", "UnfoldSans-Medium", "UnfoldSans-SemiBold", "UnfoldSans-Bold", "STIXMath-Regular"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/%1.otf").arg(QLatin1String(file)));
    QFont font(QStringLiteral("Unfold Sans"));
    font.setPixelSize(designedPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
}

namespace {
int textPixels()
{
    const int pixels = QApplication::font().pixelSize();
    return pixels > 0 ? pixels : designedPixels; // a font in points, before loadFonts
}

QFont scaled(QFont font, double factor)
{
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(textPixels() * factor))));
    return font;
}
} // namespace

QFont textFont(double factor, int weight)
{
    QFont font = scaled(QApplication::font(), factor);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont mathFont(double factor)
{
    static const QFont named = [] { // once: labels ask for it at every paint
        QFont font(QStringLiteral("STIX Math"));
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }();
    return scaled(named, factor);
}

double Metrics::unit()
{
    return textPixels() / static_cast<double>(designedPixels);
}

int Metrics::timeLeft(const QWidget *)
{
    return textWidth(QApplication::font(), QStringLiteral("unit 256")) + 24;
}

int Metrics::timeRight(const QWidget *)
{
    return textWidth(QApplication::font(), QStringLiteral("t")) + 16;
}

} // namespace unfold
