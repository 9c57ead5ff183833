// Linked into every test: a warning that nobody announced fails it.
//
// While a test function runs, Qt Test prints such a warning as QWARN, and CTest fails on that word (see
// unfold_add_test); one announced with QTest::ignoreMessage is not printed. What Qt says before the first test function
// and after the last, when windows and the application are taken down, comes here.
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace {

void fail(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
    const bool aboutTheMachine = message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set"));
    if (type == QtDebugMsg || type == QtInfoMsg || aboutTheMachine)
        return;
    std::fprintf(stderr, "QWARN  : outside the test functions\n");
    std::_Exit(EXIT_FAILURE); // not abort: CTest counts that as failed even where failure is what is awaited
}

[[maybe_unused]] const QtMessageHandler before = qInstallMessageHandler(fail); // before main, and back after Qt Test's

} // namespace
