#include "ui/theme.h"

#include "ui/quiet_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QHash>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

// A static library's resources are linked in only where somebody asks for them; the macro must stand outside a
// namespace.
static void initResources()
{
    Q_INIT_RESOURCE(unfold);
}

namespace unfold {
namespace {

// U, W, V and the brown–teal scale are taken from the Okabe–Ito and ColorBrewer BrBG palettes, which were made to be
// told apart by colour-blind people; the dark variants are the same hues, lighter.
const Theme light{
    .dark = false,
    .window = QColor(0xf5f6f8),
    .card = QColor(0xffffff),
    .border = QColor(0xdfe2e7),
    .text = QColor(0x14171c),
    .muted = QColor(0x5b6270),
    .grid = QColor(0xdcdfe5),
    .cursorLine = QColor(0x4b45d1),
    .cursorBand = QColor(0xe9edff),
    .highlight = QColor(0xffc93c),
    .notComputed = QColor(0xb4bac4),
    .loss = QColor(0xb3261e),
    .nodeFill = QColor(0xffffff),
    .stateFill = QColor(0xe3f2ef),
    .lossFill = QColor(0xfbe6e4),
    .nodeLine = QColor(0x1d2127),
    .inputParameter = QColor(0x0072b2),
    .recurrentParameter = QColor(0xc2185b),
    .outputParameter = QColor(0x5e35a8),
    .bias = QColor(0x5f5a00),
};

const Theme dark{
    .dark = true,
    .window = QColor(0x14161b),
    .card = QColor(0x1d2026),
    .border = QColor(0x343943),
    .text = QColor(0xf0f2f5),
    .muted = QColor(0xa5adba),
    .grid = QColor(0x383e49),
    .cursorLine = QColor(0x9d98ff),
    .cursorBand = QColor(0x2a2d4a),
    .highlight = QColor(0xd9a400),
    .notComputed = QColor(0x5a626f),
    .loss = QColor(0xff8a80),
    .nodeFill = QColor(0x252932),
    .stateFill = QColor(0x1f3f3a),
    .lossFill = QColor(0x4a2523),
    .nodeLine = QColor(0xd8dce3),
    .inputParameter = QColor(0x5ab4e8),
    .recurrentParameter = QColor(0xff6fa5),
    .outputParameter = QColor(0xb79bff),
    .bias = QColor(0xd3c64a),
};

using Stops = std::array<QColor, 5>;

QColor along(const Stops &stops, double fraction)
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

const Stops divergingLight{QColor(0x8c510a), QColor(0xcfa55f), QColor(0xf4f4f2), QColor(0x6fb9b0), QColor(0x01665e)};
const Stops divergingDark{QColor(0xe0a050), QColor(0x94642a), QColor(0x2b2f37), QColor(0x2f857b), QColor(0x62d6c6)};
const Stops sequentialLight{QColor(0xf3eef7), QColor(0xd4b9da), QColor(0xdf65b0), QColor(0xb8005f), QColor(0x67001f)};
const Stops sequentialDark{QColor(0x2a2530), QColor(0x5a2a52), QColor(0xa83279), QColor(0xf06aa6), QColor(0xffd3e2)};

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

QColor Theme::signedValue(double value, double limit) const
{
    if (std::isnan(value))
        return notComputed;
    const double fraction = limit > 0 ? value / limit : 0;
    return along(dark ? divergingDark : divergingLight, (fraction + 1) / 2);
}

QColor Theme::magnitude(double fraction) const
{
    return std::isnan(fraction) ? notComputed : along(dark ? sequentialDark : sequentialLight, fraction);
}

const Theme &themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark : light;
}

const Theme &themeOf(const QWidget *widget)
{
    return themeOf(widget->palette());
}

void applyTheme(QApplication &app, bool useDark)
{
    const Theme &t = useDark ? dark : light;
    QApplication::setStyle(new QuietStyle);
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.card);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Highlight, t.cursorLine);
    p.setColor(QPalette::HighlightedText, t.card);
    p.setColor(QPalette::Link, t.cursorLine);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.notComputed);
    app.setPalette(p);
}

void loadFonts()
{
    initResources();
    for (const char *file : {"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "STIXMath-Regular"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/%1.otf").arg(QLatin1String(file)));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(14);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
}

namespace {
QFont scaled(QFont font, double factor)
{
    const int base = QApplication::font().pixelSize();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround((base > 0 ? base : 14) * factor))));
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
    QFont font(QStringLiteral("STIX Math"));
    font.setHintingPreference(QFont::PreferNoHinting);
    return scaled(font, factor);
}

namespace {
/// Width of `text` in the application's font. Asked for at every mouse move, and shaping a text is dear: the last
/// answer is kept.
int textWidth(const QString &text)
{
    static QHash<QString, int> widths;
    static QFont font;
    if (font != QApplication::font()) {
        font = QApplication::font();
        widths.clear();
    }
    auto width = widths.find(text);
    if (width == widths.end())
        width = widths.insert(text, QFontMetrics(font).horizontalAdvance(text));
    return *width;
}
} // namespace

int Metrics::timeLeft(const QWidget *)
{
    return textWidth(QStringLiteral("unit 256")) + 24;
}

int Metrics::timeRight(const QWidget *)
{
    return textWidth(QStringLiteral("t")) + 16;
}

} // namespace unfold
