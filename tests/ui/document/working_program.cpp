// A program that works without a pause until somebody kills it, for kill_test.
//
//   working_program save FILE     saves two versions of an experiment by turns; says "ready" after the first
//   working_program drag FOLDER   drags the gain and autosaves into FOLDER; says each gain it has set: 1 + ms·10⁻⁶
#include "tests/support/experiments.h"
#include "tests/ui/document/kill_fixture.h"
#include "ui/document/autosave.h"
#include "ui/document/document.h"
#include "ui/document/open_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace unfold;

namespace {

[[noreturn]] void saveForEver(const QString &path)
{
    for (int version = 0;; version = 1 - version) {
        saveExperiment(savedVersion(version), {}, path);
        std::puts("ready");
        std::fflush(stdout);
    }
}

int dragForEver(const QString &folder)
{
    Document document(test::elmanOver(20));
    OpenFile file(&document);
    const Autosave autosave(&document, &file, folder);
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer dragging;
    QObject::connect(&dragging, &QTimer::timeout, &document, [&] {
        document.setGain(gainAfter(elapsed.elapsed()));
        std::printf("%.17g\n", document.experiment().gain);
        std::fflush(stdout);
    });
    dragging.start(5);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("save"))
        saveForEver(arguments.value(2));
    return dragForEver(arguments.value(2));
}
