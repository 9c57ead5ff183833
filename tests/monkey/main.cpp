// The monkey and the real window.   monkey [EVENTS [SEED]] [--frames]
//
// Ends with status 1 where the program crashes, Qt warns, or what the window holds is not consistent afterwards; with
// --frames also where a frame at the default size is frozen. Everything happens in a temporary folder.
#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/monkey/monkey.h"
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/help_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/window_menu.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

using namespace unfold;
using monkey::Watch;

namespace {

constexpr long eventsBetweenChecks = 250;
constexpr int patience = 60'000; ///< ms, for runs that are still under way

/// No file of the user is met: every folder that Qt or the app may ask for lies in the temporary one.
void moveInto(const QString &folder)
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
             "XDG_DOCUMENTS_DIR", "XDG_PICTURES_DIR"})
        qputenv(name, folder.toUtf8());
    qputenv("QT_HASH_SEED", "0");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QDir::setCurrent(folder);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        Watch::fail("cannot write " + path.toStdString());
}

void writeFiles(const QString &folder)
{
    const QDir dir(folder);
    const SceneList scenes = readScenes(QStringLiteral(":/scenes"));
    write(dir.filePath(QStringLiteral("scene.unfold")),
        QByteArray::fromStdString(writeExperiment(scenes.scenes.front().experiment)));
    write(dir.filePath(QStringLiteral("other.unfold")),
        QByteArray::fromStdString(writeExperiment(scenes.scenes.back().experiment)));
    write(dir.filePath(QStringLiteral("broken.unfold")), R"({"circuit": {"name": "elman"}, "steps": -3})");
    write(dir.filePath(QStringLiteral("table.csv")), "year,value\n1700,5\n1701,11\n1702,16\n1703,23\n");
    write(dir.filePath(QStringLiteral("broken.csv")), "year,value\n1700,5\n1701\n\"\n");
}

/// What the last events have put off: the hand leaves the keyboard, and what is half typed is asked for.
void settle()
{
    if (QWidget *focused = QApplication::focusWidget())
        focused->clearFocus();
    constexpr int rounds = 10;
    for (int i = 0; i < rounds; ++i)
        QCoreApplication::processEvents();
}

void waitForRuns(const Document &document)
{
    if (!QTest::qWaitFor([&] { return !document.computing(); }, patience))
        Watch::fail("a run has not ended after a minute");
}

/// The result belongs to the experiment, and says what a fresh run of it says.
void checkResult(const Document &document)
{
    try {
        check(document.experiment());
    } catch (const InputError &error) {
        Watch::fail(std::string("the experiment is invalid: ") + error.what());
    }
    const auto result = document.result();
    if (!(result->experiment == document.experiment()))
        Watch::fail("the result is that of another experiment");
    const auto trace = compute(*prepare(document.experiment()), document.experiment().gain, document.gradientOf());
    const bool same = trace->totalLoss == result->trace->totalLoss
        || (trace->totalLoss != trace->totalLoss && result->trace->totalLoss != result->trace->totalLoss);
    if (!same || trace->steps() != result->steps())
        Watch::fail("the result differs from that of a fresh run");
    if (document.cursor().step < 1 || document.cursor().step > result->steps())
        Watch::fail("the cursor stands outside the sequence");
}

/// The experiment that undo must lead back to.
class First : public QObject
{
public:
    explicit First(Document &document)
        : m_document(document)
        , m_experiment(document.experiment())
    {
        connect(&document, &Document::experimentChanged, this, [this] {
            if (m_document.undoStack()->count() == 0)
                m_before = std::exchange(m_experiment, m_document.experiment());
        });
        // The first change is made before it stands in the stack: it is no new beginning.
        connect(document.undoStack(), &QUndoStack::indexChanged, this, [this](int index) {
            if (index == 1 && m_before)
                m_experiment = *std::exchange(m_before, std::nullopt);
        });
    }

    void undoAllTheWayAndBack()
    {
        QUndoStack *stack = m_document.undoStack();
        const int index = stack->index();
        const Experiment last = m_document.experiment();
        m_undone += index;
        stack->setIndex(0);
        waitForRuns(m_document);
        if (stack->undoLimit() == 0 && !(m_document.experiment() == m_experiment))
            Watch::fail("undo does not lead back to the first experiment");
        checkResult(m_document);
        stack->setIndex(index);
        waitForRuns(m_document);
        if (!(m_document.experiment() == last))
            Watch::fail("redo does not lead back to the last experiment");
        checkResult(m_document);
    }

    long undone() const { return m_undone; }

private:
    Document &m_document;
    Experiment m_experiment;
    long m_undone = 0;
    std::optional<Experiment> m_before; ///< what m_experiment was
};

/// A link that is clicked opens nothing outside.
class LinkSink : public QObject
{
    Q_OBJECT

public:
    LinkSink()
    {
        for (const char *scheme : schemes)
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    }
    ~LinkSink() override
    {
        for (const char *scheme : schemes)
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

public slots:
    void open(const QUrl &) { }

private:
    static constexpr std::array schemes{"http", "https", "file", "mailto"};
};

bool play(long events, quint32 seed, const QString &folder)
{
    Watch watch;
    writeFiles(folder);
    Document document(defaultScene());
    QSettings settings(QDir(folder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    First first(document);
    bool frozen = false;
    {
        MainWindow window(&document, &settings);
        window.keepSafe(QDir(folder).filePath(QStringLiteral("autosave")));
        window.show();
        window.menu()->help()->greet(settings);
        if (!QTest::qWaitForWindowActive(&window))
            Watch::fail("the window does not become active");
        monkey::Monkey monkey(&window, watch, folder, seed);
        for (long left = events; left > 0; left -= eventsBetweenChecks) {
            monkey.play(std::min(left, eventsBetweenChecks));
            settle();
            waitForRuns(document);
            checkResult(document);
            first.undoAllTheWayAndBack();
        }
        std::printf("%ld changes undone and made again\n", first.undone());
        frozen = watch.reportFrames();
    }
    return !frozen;
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    moveInto(folder.path());
    QApplication app(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setApplicationName(QStringLiteral("Unfold"));
    LinkSink links;
    loadFonts();
    applyTheme(app, ThemeKind::Light);
    const QStringList arguments = QApplication::arguments();
    const long events = arguments.value(1, QStringLiteral("1000")).toLong();
    const quint32 seed = arguments.value(2, QStringLiteral("1")).toUInt();
    const bool smooth = play(events, seed, folder.path());
    std::printf("%ld events, seed %u: %s\n", events, seed, smooth ? "smooth" : "frozen frames at the default size");
    return arguments.contains(QStringLiteral("--frames")) && !smooth ? EXIT_FAILURE : EXIT_SUCCESS;
}

#include "main.moc"
