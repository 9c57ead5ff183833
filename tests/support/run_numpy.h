#pragma once
// Runs scripts with Python and NumPy (Debian: python3-numpy), all of them in one process, since it takes long to start.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

namespace unfold {

/// What every script printed, a line each: one that prints more or less than one line, or fails, has "error: …".
/// `problem` says why there is nothing, else it is empty.
inline QStringList runNumpy(const std::vector<std::string> &scripts, QString &problem)
{
    static const char driver[] = R"(import sys, numpy
for script in open(sys.argv[1], encoding="utf-8", newline="").read().split("\x1e")[:-1]:
    printed = []
    try:
        with numpy.errstate(all="ignore"):
            exec(compile(script, "script", "exec"), {"__name__": "__main__", "print": printed.append})
        print(printed[0] if len(printed) == 1 else "error: printed %d times" % len(printed))
    except Exception as error:
        print("error: %r in %s" % (error, script.replace("\n", " ; ")))
)";
    const QTemporaryDir folder;
    QFile file(folder.filePath("scripts"));
    if (!file.open(QIODevice::WriteOnly)) {
        problem = file.errorString();
        return {};
    }
    for (const std::string &script : scripts)
        file.write(QByteArray::fromStdString(script) + '\x1e');
    file.close();
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PYTHONIOENCODING", "utf-8");
    python.setProcessEnvironment(environment);
    python.start(UNFOLD_PYTHON, {"-c", driver, file.fileName()});
    if (!python.waitForFinished(300000) || python.exitCode() != 0)
        problem = QStringLiteral("this test needs python3 with NumPy (Debian: python3-numpy); %1 said: %2 %3")
                      .arg(UNFOLD_PYTHON, python.errorString(), QString::fromUtf8(python.readAllStandardError()));
    return QString::fromUtf8(python.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}

} // namespace unfold
