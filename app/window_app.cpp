#include "app/window_app.h"

#include "app/arguments.h"
#include "app/command_line.h"
#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/file_actions.h"
#include "ui/window/help_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/theme_switch.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_icon.h"
#include "ui/window/window_menu.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

namespace unfold {
namespace {

struct Wanted {
    QString file;
    bool sizeGiven = false;
    QSize size; ///< invalid: not given, or no size
    bool dark = false;
    std::optional<QString> pass;
    std::optional<QString> step; ///< as it is written; none: where an experiment opens
};

/// The size in "1280x720"; invalid where it is none.
QSize windowSizeIn(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{2,5})[x×](\\d{2,5})$"));
    const auto match = shape.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

/// nullopt: help or the version was asked for, and is printed. Throws UsageError.
std::optional<Wanted> parse(const QStringList &arguments)
{
    Wanted wanted;
    bool version = false;
    std::vector<std::string> words;
    Arguments window("unfold", {}, {});
    window.option("--size", {},
        [&](const std::string &value) {
            wanted.sizeGiven = true;
            wanted.size = windowSizeIn(QString::fromStdString(value));
        },
        {});
    window.option("--pass", {}, [&](const std::string &value) { wanted.pass = QString::fromStdString(value); }, {});
    window.option("--step", {}, [&](const std::string &value) { wanted.step = QString::fromStdString(value); }, {});
    window.flag("--dark", wanted.dark, {});
    window.flag("-v,--version", version, {});
    const bool run = window.parse(wordsOf(arguments), words);
    if (!run || version) {
        std::fputs(run ? "unfold " UNFOLD_VERSION "\n" : commandLineHelp().c_str(), stdout);
        return std::nullopt;
    }
    wanted.file = QString::fromStdString(onlyWord(words));
    return wanted;
}

QString sentenceOf(const UsageError &error)
{
    const QString name = QString::fromStdString(error.name);
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return QStringLiteral("there is no option %1; expected those of unfold --help").arg(name);
    case UsageError::Kind::TooMany:
        return QStringLiteral("“%1” is one file too many; expected one, or a command of unfold --help").arg(name);
    case UsageError::Kind::NoValue:
        return QStringLiteral("%1: has no value; expected one behind it, see unfold --help").arg(name);
    }
    return {};
}

/// Empty: nothing.
QString whatIsWrong(const Wanted &arguments)
{
    if (arguments.sizeGiven && !arguments.size.isValid())
        return QStringLiteral("--size: not a size; expected WIDTHxHEIGHT, such as 1280x720");
    if (arguments.pass && arguments.pass != QStringLiteral("forward") && arguments.pass != QStringLiteral("backward"))
        return QStringLiteral("--pass: \"%1\" is not a pass; expected forward or backward").arg(*arguments.pass);
    if (arguments.step && arguments.step->toInt() < 1)
        return QStringLiteral("--step: \"%1\" is not a step; expected a number from 1").arg(*arguments.step);
    return {};
}

/// Qt ends the program where it finds no display; a sentence is better.
bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#endif
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int fail(const QString &sentence)
{
    std::fprintf(stderr, "unfold: %s\n", qPrintable(sentence));
    return 2;
}

void setView(Document &document, const Wanted &arguments)
{
    if (arguments.pass)
        document.setPass(arguments.pass == QStringLiteral("forward") ? Pass::Forward : Pass::Backward);
    if (arguments.step)
        document.setStep(arguments.step->toInt());
}

/// A file that cannot be opened is said in the window, over the scene that Unfold starts with.
int openWindow(const Wanted &arguments)
{
    const auto folder = [](QStandardPaths::StandardLocation kind, const char *name) {
        return QStandardPaths::writableLocation(kind) + QLatin1String(name);
    };
    Document document(defaultScene());
    QSettings settings(folder(QStandardPaths::AppConfigLocation, "/settings.ini"), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    if (arguments.size.isValid())
        window.resize(arguments.size);
    else
        window.fitScreen();
    if (arguments.dark)
        window.menu()->view()->theme()->pin(ThemeKind::Dark);
    window.keepSafe(folder(QStandardPaths::AppLocalDataLocation, "/autosave"));
    if (!arguments.file.isEmpty())
        window.menu()->files()->openFile(arguments.file);
    setView(document, arguments);
    window.show();
    if (arguments.file.isEmpty()) // who opens a file came for it
        window.menu()->help()->greet(settings);
    return QApplication::exec();
}

} // namespace

int runWindow(int argc, char **argv)
{
    if (!hasDisplay())
        return fail(
            QStringLiteral("there is no display to open a window on; expected one, or unfold render --out OUT.svg"));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Unfold"));
    QApplication::setApplicationVersion(QStringLiteral(UNFOLD_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("unfold")); // Wayland finds the icon by it
    loadFonts();
    QApplication::setWindowIcon(windowIcon());
    std::optional<Wanted> parsed;
    try {
        parsed = parse(QApplication::arguments().mid(1));
    } catch (const UsageError &error) {
        return fail(sentenceOf(error));
    }
    if (!parsed)
        return 0;
    const Wanted &arguments = *parsed;
    if (const QString wrong = whatIsWrong(arguments); !wrong.isEmpty())
        return fail(wrong);

    try {
        return openWindow(arguments);
    } catch (const InputError &error) {
        return fail(QString::fromUtf8(error.what()));
    }
}

} // namespace unfold
