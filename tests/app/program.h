#pragma once
// Runs the built program as a shell would.
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

struct Run {
    int status = -1;
    QByteArray out;
    QByteArray error;
};

/// `unfold arguments…` with `input` on standard input, and with no display to open.
inline Run runProgram(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(UNFOLD_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}
