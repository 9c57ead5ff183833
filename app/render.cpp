#include "app/render.h"

#include "app/exit_status.h"
#include "app/render_arguments.h"
#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/document_view.h"
#include "ui/document/experiment_store.h"
#include "ui/export/write_figure.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/draw_figure.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cstdio>
#include <new>

namespace unfold {
namespace {

void say(const QString &line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

QString nameOf(const RenderJob &job)
{
    return job.file.isEmpty() ? QStringLiteral("unfold") : job.file;
}

StoredExperiment experimentOf(const RenderJob &job)
{
    if (job.file.isEmpty())
        return {defaultScene(), {}, {}};
    StoredExperiment stored = loadExperiment(job.file);
    for (const QString &warning : stored.warnings)
        say(QStringLiteral("%1: warning: %2").arg(job.file, warning));
    return stored;
}

/// Throws InputError where the experiment has no such pass or step.
void stand(Document &document, const RenderArguments &arguments)
{
    const int steps = document.result()->steps();
    if (arguments.pass == Pass::Backward && !document.result()->trace->hasGradient)
        throw InputError("--pass", "there is no loss to go backward from", "forward, or an experiment with a loss");
    if (arguments.step > steps)
        throw InputError("--step", "there is no step " + std::to_string(arguments.step),
            "a step from 1 to " + std::to_string(steps));
    if (arguments.pass)
        document.setPass(*arguments.pass);
    if (arguments.step > 0)
        document.setStep(arguments.step);
}

QByteArray draw(const RenderJob &job, const RenderArguments &arguments)
{
    const StoredExperiment stored = experimentOf(job);
    Document document(stored.experiment);
    if (stored.twin)
        document.open(stored.experiment, stored.twin);
    document.setNotation(arguments.notation);
    applyView(document, stored.view);
    stand(document, arguments);
    FigureRequest request;
    request.view = arguments.view;
    request.format = job.format;
    request.theme = arguments.theme;
    request.size = arguments.size.isValid() ? arguments.size : usualSize(arguments.view);
    request.scale = arguments.scale;
    return drawFigure(document, request);
}

/// Whether it went well; a sentence on standard error where not.
bool render(const RenderJob &job, const RenderArguments &arguments)
{
    try {
        const QByteArray bytes = draw(job, arguments);
        QDir().mkpath(QFileInfo(job.out).absolutePath());
        writeBytes(job.out, bytes);
        return true;
    } catch (const InputError &error) {
        const QString sentence = QString::fromUtf8(error.what());
        const QString name = QFileInfo(job.file).fileName() + QStringLiteral(": ");
        say(sentence.startsWith(job.out) || sentence.startsWith(name) ? sentence
                                                                      : nameOf(job) + QStringLiteral(": ") + sentence);
    } catch (const std::bad_alloc &) {
        say(nameOf(job)
            + QStringLiteral(": there is not enough memory for this figure; expected fewer steps or a smaller size"));
    }
    return false;
}

int renderAll(const RenderArguments &arguments)
{
    const std::vector<RenderJob> jobs = renderJobs(arguments);
    int status = 0;
    for (size_t i = 0; i < jobs.size(); ++i) {
        if (jobs.size() > 1)
            say(QStringLiteral("%1 of %2: %3").arg(i + 1).arg(jobs.size()).arg(nameOf(jobs[i])));
        if (!render(jobs[i], arguments))
            status = badInput;
    }
    return status;
}

} // namespace

int runRender(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What a platform without a display has to say about itself helps nobody who reads the progress.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Unfold"));
    QApplication::setApplicationVersion(QStringLiteral(UNFOLD_VERSION));
    try {
        const RenderArguments arguments = renderArguments(QApplication::arguments().mid(2));
        if (arguments.help) {
            std::fputs(renderHelp().toUtf8().constData(), stdout);
            return 0;
        }
        loadFonts();
        applyTheme(app, arguments.theme);
        return renderAll(arguments);
    } catch (const InputError &error) {
        say(QStringLiteral("unfold: ") + QString::fromUtf8(error.what()));
        return badInput;
    }
}

} // namespace unfold
