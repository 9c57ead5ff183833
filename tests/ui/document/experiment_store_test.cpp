#include "core/circuit/input_error.h"
#include "tests/support/test_program.h"
#include "ui/document/experiment_store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace unfold;

namespace {

Experiment driven(double gain)
{
    Experiment e;
    e.circuit
        = NamedCircuit{.name = "driven", .sizes = {{"x", 2}, {"h", 3}}, .activation = Activation::Relu, .spans = {}};
    e.steps = 4;
    e.gain = gain;
    return e;
}

/// No file of this process may grow beyond `bytes` while this lives: what a full disk looks like to a program.
class DiskLimit
{
public:
    explicit DiskLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~DiskLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    DiskLimit(const DiskLimit &) = delete;
    DiskLimit &operator=(const DiskLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Root may write anywhere: as somebody else while this lives. `folder` is theirs, and they may not write into it.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(const QString &folder)
        : m_folder(folder.toLocal8Bit())
        , m_root(geteuid() == 0)
    {
        constexpr uid_t nobody = 65534;
        done(!m_root || chown(m_folder, nobody, gid_t(-1)) == 0);
        done(chmod(m_folder, 0555) == 0);
        done(!m_root || seteuid(nobody) == 0);
    }
    ~ReadOnlyFolder()
    {
        done(!m_root || seteuid(0) == 0);
        chmod(m_folder, 0755);
    }
    ReadOnlyFolder(const ReadOnlyFolder &) = delete;
    ReadOnlyFolder &operator=(const ReadOnlyFolder &) = delete;

private:
    static void done(bool ok)
    {
        if (!ok)
            qFatal("the folder cannot be made read-only");
    }

    QByteArray m_folder;
    bool m_root;
};

QString refusalToSave(const QString &path)
{
    try {
        saveExperiment(driven(2), {}, path);
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString refusalToLoad(const QString &path)
{
    try {
        loadExperiment(path);
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class ExperimentStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedIsLoaded()
    {
        const QString path = m_dir.filePath(QStringLiteral("a.unfold"));
        ViewState view;
        view.step = 3;
        view.watched = "h";
        saveExperiment(driven(0.1), view, path);
        const StoredExperiment stored = loadExperiment(path);
        QVERIFY(stored.experiment == driven(0.1));
        QVERIFY(stored.view == view);
        QVERIFY(stored.warnings.isEmpty());
    }

    void linksModesAndOtherFilesStay()
    {
        const QTemporaryDir dir;
        const QString target = dir.filePath(QStringLiteral("target.unfold"));
        const QString link = dir.filePath(QStringLiteral("link.unfold"));
        saveExperiment(driven(1), {}, target);
        QVERIFY(QFile::copy(target, target + QStringLiteral(".part")));
        QVERIFY(QFile::link(QStringLiteral("target.unfold"), link));
        QCOMPARE(chmod(QFile::encodeName(target), 0640), 0);
        saveExperiment(driven(3), {}, link);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(loadExperiment(target).experiment == driven(3));
        struct stat found;
        QCOMPARE(stat(QFile::encodeName(target), &found), 0);
        QCOMPARE(int(found.st_mode & 0777), 0640);
        QVERIFY(loadExperiment(target + QStringLiteral(".part")).experiment == driven(1));
    }

    void everyFailureToLoadNamesTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &path, const char *sentence) {
            QTest::newRow(name) << path << QString::fromUtf8(sentence);
        };
        row("missing", m_dir.filePath(QStringLiteral("none.unfold")),
            "none.unfold: No such file or directory; expected an experiment file that can be read");
        row("folder", m_dir.path(), "is a folder; expected an experiment file (*.unfold)");
        row("broken", written("broken.unfold", "{ not json"), "broken.unfold: line 1, column 4: this is not JSON");
        row("empty", written("empty.unfold", ""), "empty.unfold: the file is empty; expected an experiment in JSON");
        row("zeros", written("zeros.unfold", QByteArray(1000, '\0')),
            "zeros.unfold: line 1, column 1: this is not JSON");
        row("garbage", written("garbage.unfold", QByteArray::fromHex("89504e470d0a1a0a00ff")),
            "garbage.unfold: line 1, column 1: the text is not valid UTF-8; expected a file saved as UTF-8");
        row("deep", written("deep.unfold", QByteArray(60 * 1000 * 1000, '[')),
            "deep.unfold: the file is nested more than 64 levels deep");
        row("200 MB", sparse("large.unfold", 200 * 1000 * 1000),
            "large.unfold: the file is larger than 64 MB; expected an experiment, which needs less");
        row("device", QStringLiteral("/dev/zero"),
            "zero: is a device or a pipe; expected an experiment file (*.unfold)");
        row("pipe", pipe("pipe.unfold"), "pipe.unfold: is a device or a pipe");
    }
    void everyFailureToLoadNamesTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        QElapsedTimer timer;
        timer.start();
        const QString said = refusalToLoad(path);
        QVERIFY2(said.contains(sentence), qPrintable(said));
        QVERIFY2(timer.elapsed() < 2000, "it has to be quick"); // 0.1 s where the machine is idle
    }

    void aReadOnlyFolderKeepsTheOldFile()
    {
        const QString folder = sub("readonly");
        const QString path = folder + QStringLiteral("/a.unfold");
        QFile::setPermissions(m_dir.path(), QFile::permissions(m_dir.path()) | QFile::ExeOther | QFile::ReadOther);
        saveExperiment(driven(1), {}, path);
        {
            const ReadOnlyFolder readOnly(folder);
            const QString said = refusalToSave(path);
            QVERIFY2(said.startsWith(QStringLiteral("a.unfold: cannot be saved (")), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("expected a place that can be written to")), qPrintable(said));
            QVERIFY(!refusalToSave(folder + QStringLiteral("/new.unfold")).isEmpty());
        }
        onlyTheOldOneIsThere(folder);
    }

    void aFullDiskKeepsTheOldFile()
    {
        const QString folder = sub("full");
        saveExperiment(driven(1), {}, folder + QStringLiteral("/a.unfold"));
        {
            const DiskLimit limit(100);
            const QString said = refusalToSave(folder + QStringLiteral("/a.unfold"));
            QVERIFY2(said.startsWith(QStringLiteral("a.unfold: cannot be saved (")), qPrintable(said));
        }
        onlyTheOldOneIsThere(folder);
    }

    void aPipeIsNotReplaced()
    {
        const QString path = pipe("saved.unfold");
        QCOMPARE(refusalToSave(path),
            QStringLiteral("saved.unfold: is a device or a pipe; expected an experiment file (*.unfold)"));
        QVERIFY(!QFileInfo(path).isFile());
    }

    void savingOntoAFolderIsRefused()
    {
        const QString folder = sub("folder.unfold");
        QVERIFY(refusalToSave(folder).startsWith(QStringLiteral("folder.unfold: is a folder; expected ")));
        QVERIFY(QFileInfo(folder).isDir());
    }

    void savingIntoNowhereKeepsQuietAboutNothing()
    {
        QVERIFY(refusalToSave(m_dir.filePath(QStringLiteral("no/such/folder/a.unfold")))
                    .startsWith(QStringLiteral("a.unfold: cannot be saved (")));
    }

    void aLinkIsWrittenThrough()
    {
        const QString folder = sub("link");
        saveExperiment(driven(1), {}, folder + QStringLiteral("/real.unfold"));
        QVERIFY(QFile::link(folder + QStringLiteral("/real.unfold"), folder + QStringLiteral("/link.unfold")));
        saveExperiment(driven(2), {}, folder + QStringLiteral("/link.unfold"));
        QVERIFY(QFileInfo(folder + QStringLiteral("/link.unfold")).isSymLink());
        QCOMPARE(loadExperiment(folder + QStringLiteral("/real.unfold")).experiment.gain, 2.0);
    }

private:
    QString sub(const char *name)
    {
        QString folder = m_dir.filePath(QString::fromLatin1(name));
        if (!QDir().mkpath(folder))
            qFatal("cannot make %s", qPrintable(folder));
        return folder;
    }

    static void onlyTheOldOneIsThere(const QString &folder)
    {
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.unfold")});
        QVERIFY(loadExperiment(folder + QStringLiteral("/a.unfold")).experiment == driven(1));
    }

    QString written(const char *name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QString sparse(const char *name, qint64 size)
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QString pipe(const char *name)
    {
        QString path = m_dir.filePath(QString::fromLatin1(name));
        if (mkfifo(qPrintable(path), 0600) != 0)
            qFatal("cannot make %s", name);
        return path;
    }

    QTemporaryDir m_dir;
};

UNFOLD_GUILESS_TEST(ExperimentStoreTest)
#include "experiment_store_test.moc"
