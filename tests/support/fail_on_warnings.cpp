// Linked into every test: a warning that nobody announced fails it.
//
// While a test function runs, Qt Test prints such a warning as QWARN, and CTest fails on that word (see
// unfold_set_test_properties); one announced with QTest::ignoreMessage is not printed. What Qt says before the first
// test function and after the last, when windows and the application are taken down, comes here.
#include <QCoreApplication>
#include <QEvent>

#include <cstdio>
#include <cstdlib>

namespace {

/// What the offscreen platform says of itself, and the machine of its folders: no test can do anything about it.
bool aboutTheMachine(const QString &message)
{
    return message.startsWith(QStringLiteral("This plugin does not support "))
        || message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set"));
}

void fail(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (aboutTheMachine(message))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    std::fprintf(stderr, "QWARN  : outside the test functions\n");
    std::_Exit(EXIT_FAILURE); // not abort: CTest counts that as failed even where failure is what is awaited
}

[[maybe_unused]] const QtMessageHandler before = qInstallMessageHandler(fail); // before main, and back after Qt Test's

QtMessageHandler handlerOfQtTest = nullptr;

void passOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!aboutTheMachine(message))
        handlerOfQtTest(type, context, message);
}

/// Qt Test brings its own handler when it begins, at no moment that is told: it is looked for at every event.
class Watch : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *) override
    {
        const QtMessageHandler present = qInstallMessageHandler(passOn);
        if (present == fail)
            qInstallMessageHandler(fail);
        else if (present != passOn)
            handlerOfQtTest = present;
        return false;
    }
};

void watch()
{
    QCoreApplication::instance()->installEventFilter(new Watch(QCoreApplication::instance()));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
