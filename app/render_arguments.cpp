#include "app/render_arguments.h"

#include "app/arguments.h"
#include "core/circuit/input_error.h"
#include "ui/export/figure_request.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <functional>

namespace unfold {
namespace {

constexpr double mostPixels = 10; ///< per px

InputError wrongValue(const QString &option, const QString &value, const QString &expected)
{
    return {option.toStdString(), "\"" + value.toStdString() + "\" is none", expected.toStdString()};
}

QSize sizeIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})[x×](\\d{1,5})$"));
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool good = match.hasMatch() && size.width() >= smallestSide && size.height() >= smallestSide
        && size.width() <= largestSide && size.height() <= largestSide;
    if (!good)
        throw wrongValue(
            QStringLiteral("--size"), text, QStringLiteral("WIDTHxHEIGHT from 16x16 to 20000x20000, such as 960x540"));
    return size;
}

template <typename Value>
Value oneOf(const QString &option, const QString &text, const std::optional<Value> &value, const QString &expected)
{
    if (!value)
        throw wrongValue(option, text, expected);
    return *value;
}

double scaleIn(const QString &text)
{
    bool good = false;
    const double scale = text.toDouble(&good);
    if (!good || !(scale >= 0.1 && scale <= mostPixels))
        throw wrongValue(QStringLiteral("--scale"), text, QStringLiteral("a number from 0.1 to 10"));
    return scale;
}

int stepIn(const QString &text)
{
    bool good = false;
    const int step = text.toInt(&good);
    if (!good || step < 1)
        throw wrongValue(QStringLiteral("--step"), text, QStringLiteral("a step, counted from 1"));
    return step;
}

Pass passIn(const QString &text)
{
    if (text != QLatin1String("forward") && text != QLatin1String("backward"))
        throw wrongValue(QStringLiteral("--pass"), text, QStringLiteral("forward or backward"));
    return text == QLatin1String("forward") ? Pass::Forward : Pass::Backward;
}

/// The options that take a value, each with what it does.
void addOptions(Arguments &words, RenderArguments &a)
{
    const auto option = [&](const char *name, std::function<void(const QString &, const QString &)> set) {
        words.option(name, {},
            [name = QString::fromLatin1(name), set = std::move(set)](
                const std::string &value) { set(name, QString::fromStdString(value)); },
            {});
    };
    option("--out", [&](const QString &, const QString &v) { a.out = v; });
    option("--view", [&](const QString &name, const QString &v) {
        a.view = oneOf(name, v, figureViewOf(v), QStringLiteral("graph, circuit, states, gradient, equations or all"));
    });
    option("--format", [&](const QString &name, const QString &v) {
        a.format = oneOf(name, v, figureFormatOf(v), QStringLiteral("svg, pdf or png"));
    });
    option("--size", [&](const QString &, const QString &v) { a.size = sizeIn(v); });
    option("--scale", [&](const QString &, const QString &v) { a.scale = scaleIn(v); });
    option("--theme", [&](const QString &name, const QString &v) {
        a.theme = oneOf(name, v, themeKindOf(v), QStringLiteral("light, dark or print"));
    });
    option("--notation", [&](const QString &name, const QString &v) {
        a.notation = oneOf(name, v, notationNamed(v.toStdString()), QStringLiteral("letters or indexed"));
    });
    option("--step", [&](const QString &, const QString &v) { a.step = stepIn(v); });
    option("--pass", [&](const QString &, const QString &v) { a.pass = passIn(v); });
}

/// A folder is meant by its last letter, by being one, or by the number of files.
bool isFolder(const RenderArguments &arguments)
{
    return arguments.files.size() > 1 || arguments.out.endsWith(u'/') || QFileInfo(arguments.out).isDir();
}

FigureFormat formatOfFile(const RenderArguments &arguments)
{
    const auto format = figureFormatOf(QFileInfo(arguments.out).suffix().toLower());
    if (!format)
        throw wrongValue(QStringLiteral("--out"), arguments.out,
            QStringLiteral("a name that ends in .svg, .pdf or .png, or a folder with a / at its end"));
    if (arguments.format && arguments.format != format)
        throw InputError("--format",
            "\"" + keyOf(*arguments.format).toStdString() + "\" is not what the name of --out ends in",
            "one format, or a folder as --out");
    return *format;
}

} // namespace

RenderArguments renderArguments(const QStringList &arguments)
{
    RenderArguments asked;
    std::vector<std::string> files;
    Arguments render("unfold render", {}, {});
    addOptions(render, asked);
    try {
        asked.help = !render.parse(wordsOf(arguments), files);
    } catch (const UsageError &error) {
        if (error.kind == UsageError::Kind::NoValue)
            throw InputError(error.name, "has no value", "one behind it; see unfold render --help");
        throw InputError({}, "render has no option " + error.name, "those of unfold render --help");
    }
    for (const std::string &file : files)
        asked.files << QString::fromStdString(file);
    if (!asked.help && asked.out.isEmpty())
        throw InputError("--out", "is missing", "where to write the figure, such as --out figure.svg");
    return asked;
}

std::vector<RenderJob> renderJobs(const RenderArguments &arguments)
{
    const QStringList files = arguments.files.isEmpty() ? QStringList{QString()} : arguments.files;
    if (!isFolder(arguments))
        return {{files.first(), arguments.out, formatOfFile(arguments)}};
    const FigureFormat format = arguments.format.value_or(FigureFormat::Svg);
    std::vector<RenderJob> jobs;
    QHash<QString, QString> taken; // figure → the file it is of
    for (const QString &file : files) {
        const QString stem = file.isEmpty() ? QStringLiteral("unfold") : QFileInfo(file).completeBaseName();
        const QString out
            = arguments.out + (arguments.out.endsWith(u'/') ? "" : "/") + stem + QLatin1Char('.') + keyOf(format);
        if (taken.contains(out))
            throw InputError(file.toStdString(),
                "its figure would be " + out.toStdString() + ", as that of " + taken[out].toStdString(),
                "files of different names");
        taken.insert(out, file);
        jobs.push_back({file, out, format});
    }
    return jobs;
}

QString renderHelp()
{
    return QStringLiteral(R"(unfold render [FILE…] --out OUT   makes figures of experiments, without a display

  --out OUT        with one FILE the figure: figure.svg, figure.pdf or figure.png. With several FILEs, or with a / at the
                   end, a folder, made where there is none; each figure is called after its FILE
  --format F       svg, pdf or png: in a folder; svg where nothing is said
  --view VIEW      graph, circuit, states, gradient, equations, or all: the whole window (default)
  --size WxH       in px of 1/96 inch; text keeps its size, and the view takes the room it is given. A view that needs
                   more is scaled down. Where nothing is said: 960 wide, 440 for circuit and equations, 1456x819 for all
  --scale N        PNG: N times as many pixels each way
  --theme THEME    light, dark, or print: white, and readable in grey
  --notation N     letters: U, V, W and h(t), as in the file (default), or indexed: W_ax, W_ya, W_aa and a⟨t⟩
  --pass PASS      forward or backward
  --step N         the step to stand at

Without a FILE the first scene is drawn. SVG and PDF hold text as text, with the fonts it needs. A file that cannot be
drawn is reported on standard error, the others are drawn, and the exit status is 2.
)");
}

} // namespace unfold
