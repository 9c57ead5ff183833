#include "core/circuit/input_error.h"
#include "ui/document/experiment_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class ExperimentStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedIsLoaded()
    {
        const QString path = m_dir.filePath(QStringLiteral("a.unfold"));
        Experiment e;
        e.circuit = NamedCircuit{
            .name = "driven", .sizes = {{"x", 2}, {"h", 3}}, .activation = Activation::Relu, .spans = {}};
        e.steps = 4;
        e.gain = 0.1;
        saveExperiment(e, path);
        QVERIFY(loadExperiment(path).experiment == e);
    }

    void everyFailureNamesTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("part");
        QTest::newRow("missing") << m_dir.filePath(QStringLiteral("none.unfold")) << QStringLiteral("none.unfold: ");
        QTest::newRow("folder") << m_dir.path() << QStringLiteral("is a folder");
        QTest::newRow("broken") << written("broken.unfold", "{ not json") << QStringLiteral("broken.unfold: ");
        QTest::newRow("empty") << written("empty.unfold", "") << QStringLiteral("empty.unfold: ");
    }
    void everyFailureNamesTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, part);
        try {
            loadExperiment(path);
            QFAIL("loaded");
        } catch (const InputError &error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(part), error.what());
        }
    }

    void savingIntoNowhereKeepsQuietAboutNothing()
    {
        QVERIFY_EXCEPTION_THROWN(
            saveExperiment({}, m_dir.filePath(QStringLiteral("no/such/folder/a.unfold"))), InputError);
    }

private:
    QString written(const char *name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ExperimentStoreTest)
#include "experiment_store_test.moc"
