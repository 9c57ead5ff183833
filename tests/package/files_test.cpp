// What `cmake --install` puts on a machine, and that its parts agree: the menu entry, the file type, the entry for
// software centres, the icons, the man page, the version.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QMimeDatabase>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every attribute `attribute` of the elements called `element`, or their text where no attribute is named.
QStringList valuesIn(const QString &path, const QString &element, const QString &attribute = {})
{
    QXmlStreamReader xml(contentOf(path));
    QStringList values;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            values << (attribute.isEmpty() ? xml.readElementText() : xml.attributes().value(attribute).toString());
    return xml.hasError() ? QStringList{path + u": "_s + xml.errorString()} : values;
}

/// The options (--csv) that a text names.
QStringList optionsIn(const QString &text)
{
    static const QRegularExpression option(u"(?<![\\w-])--[a-z]+[a-z-]*"_s);
    QStringList options;
    for (auto match = option.globalMatch(text); match.hasNext();)
        options << match.next().captured();
    options.sort();
    options.removeDuplicates();
    return options;
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QProcess install;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESTDIR"_s, m_dir.path());
        install.setProcessEnvironment(environment);
        install.start(
            QStringLiteral(UNFOLD_CMAKE), {u"--install"_s, QStringLiteral(UNFOLD_BUILD_DIR), u"--prefix"_s, u"/usr"_s});
        QVERIFY(install.waitForFinished(-1));
        QVERIFY2(install.exitCode() == 0, install.readAllStandardError().constData());
        // Before anything asks for a file type: the database is read once.
        qputenv("XDG_DATA_DIRS", QFile::encodeName(installed(u"share"_s)));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir.filePath(u"home"_s)));
    }

    void nothingElseAndNothingLess()
    {
        QStringList files;
        for (QDirIterator all(m_dir.path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();)
            files << all.next().mid(m_dir.path().size() + 1);
        files.sort();
        QStringList expected{u"usr/bin/unfold"_s, u"usr/share/applications/unfold.desktop"_s,
            u"usr/share/doc/unfold/changelog"_s, u"usr/share/doc/unfold/copyright"_s,
            u"usr/share/doc/unfold/experiment-format.md"_s, u"usr/share/icons/hicolor/scalable/apps/unfold.svg"_s,
            u"usr/share/man/man1/unfold.1"_s, u"usr/share/metainfo/invalid.unfold.Unfold.metainfo.xml"_s,
            u"usr/share/mime/packages/unfold.xml"_s};
        for (const int size : {16, 24, 32, 48, 128, 256})
            expected << u"usr/share/icons/hicolor/%1x%1/apps/unfold.png"_s.arg(size);
        for (const QString &task : QDir(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/tasks")).entryList(QDir::Files))
            expected << u"usr/share/unfold/tasks/"_s + task;
        expected.sort();
        QCOMPARE(files, expected);
        QVERIFY(QFileInfo(installed(u"bin/unfold"_s)).isExecutable());
    }

    void menuEntryStartsTheProgramWithAFile()
    {
        QCOMPARE(menuEntry("Exec"), u"unfold %f"_s);
        QVERIFY(QFile::exists(installed(u"bin/"_s + menuEntry("Exec").section(u' ', 0, 0))));
        const QString icon = installed(u"share/icons/hicolor/scalable/apps/%1.svg"_s.arg(menuEntry("Icon")));
        QVERIFY2(QFile::exists(icon), qPrintable(icon));
        const QStringList categories = menuEntry("Categories").split(u';');
        for (const QString &category : {u"Education"_s, u"Science"_s, u"Math"_s})
            QVERIFY2(categories.contains(category), qPrintable(category));
    }

    void everyPartNamesOneFileType()
    {
        const QStringList types = valuesIn(m_mime, u"mime-type"_s, u"type"_s);
        QCOMPARE(types, QStringList{u"application/x-unfold-experiment"_s});
        QCOMPARE(menuEntry("MimeType"), types.first() + u';');
        QCOMPARE(valuesIn(m_metainfo, u"mediatype"_s), types);
        QCOMPARE(valuesIn(m_mime, u"glob"_s, u"pattern"_s), QStringList{u"*.unfold"_s});
        QCOMPARE(valuesIn(m_mime, u"icon"_s, u"name"_s), QStringList{menuEntry("Icon")});
    }

    void experimentsAreRecognised_data()
    {
        QTest::addColumn<QString>("path");
        for (const QFileInfo &scene :
            QDir(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/scenes")).entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(scene.fileName())) << scene.filePath();
    }
    void experimentsAreRecognised()
    {
        QFETCH(QString, path);
        const QString type = u"application/x-unfold-experiment"_s;
        const QMimeDatabase database;
        QCOMPARE(database.mimeTypeForFile(path, QMimeDatabase::MatchExtension).name(), type);
        QCOMPARE(database.mimeTypeForData(contentOf(path)).name(), type); // as sent without its ending
        QVERIFY(database.mimeTypeForName(type).inherits(u"application/json"_s));
        QVERIFY(database.mimeTypeForData("{\"format\": \"another\"}").name() != type);
    }

    void softwareCentreKnowsTheMenuEntry()
    {
        QCOMPARE(valuesIn(m_metainfo, u"launchable"_s), QStringList{u"unfold.desktop"_s});
        QCOMPARE(valuesIn(m_metainfo, u"binary"_s), QStringList{u"unfold"_s});
        QCOMPARE(valuesIn(m_metainfo, u"id"_s).value(0) + u".metainfo.xml"_s, QFileInfo(m_metainfo).fileName());
    }

    void oneVersionEverywhere()
    {
        const QString version = QString::fromUtf8(runProgram({u"--version"_s}).out).trimmed().section(u' ', 1);
        QVERIFY(!version.isEmpty());
        QCOMPARE(valuesIn(m_metainfo, u"release"_s, u"version"_s).value(0), version);
        const QString changelog = QString::fromUtf8(contentOf(installed(u"share/doc/unfold/changelog"_s)));
        QCOMPARE(changelog.section(u'\n', 0, 0), u"unfold (%1) bookworm; urgency=low"_s.arg(version));
        const QString manual = QString::fromUtf8(contentOf(installed(u"share/man/man1/unfold.1"_s)));
        QVERIFY(manual.contains(u"\"Unfold %1\""_s.arg(version)));
        const QDate date = QDate::fromString(valuesIn(m_metainfo, u"release"_s, u"date"_s).value(0), Qt::ISODate);
        const QString signature = changelog.section(u"\n -- "_s, 1, 1).section(u'\n', 0, 0);
        QVERIFY2(signature.contains(QLocale::c().toString(date, u"ddd, dd MMM yyyy"_s)), qPrintable(signature));
    }

    void manualNamesEveryCommandAndOption()
    {
        const QString help = QString::fromUtf8(runProgram({u"--help"_s}).out);
        const QString figures = QString::fromUtf8(runProgram({u"render"_s, u"--help"_s}).out);
        const QString imports = QString::fromUtf8(runProgram({u"import"_s, u"--help"_s}).out);
        const QString manual
            = QString::fromUtf8(contentOf(installed(u"share/man/man1/unfold.1"_s))).replace(u"\\-"_s, u"-"_s);
        QVERIFY(optionsIn(help).size() >= 3);
        const QString learning
            = QString::fromUtf8(runProgram({u"train"_s, u"--help"_s}).out + runProgram({u"sample"_s, u"--help"_s}).out);
        QCOMPARE(optionsIn(manual), optionsIn(help + figures + imports + learning));

        static const QRegularExpression command(u"^  unfold ([a-z]+)"_s, QRegularExpression::MultilineOption);
        int commands = 0;
        for (auto match = command.globalMatch(help); match.hasNext(); ++commands) {
            const QString heading = u"\n.BI \"%1 "_s.arg(match.next().captured(1));
            QVERIFY2(manual.contains(heading), qPrintable(heading));
        }
        QVERIFY(commands >= 2);
    }

    /// The pictures are drawn from the SVG (rsvg-convert -w N -h N); whoever changes it has to draw them again.
    void picturesShowTheDrawing_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 24, 32, 48, 128, 256})
            QTest::addRow("%d", size) << size;
    }
    void picturesShowTheDrawing()
    {
        QFETCH(int, size);
        const QImage picture(installed(u"share/icons/hicolor/%1x%1/apps/unfold.png"_s.arg(size)));
        QCOMPARE(picture.size(), QSize(size, size));
        QImage drawing(size, size, QImage::Format_ARGB32);
        drawing.fill(Qt::transparent);
        QPainter painter(&drawing);
        QSvgRenderer(installed(u"share/icons/hicolor/scalable/apps/unfold.svg"_s)).render(&painter);
        painter.end();
        double difference = 0;
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                difference += std::abs(qGray(picture.pixel(x, y)) - qGray(drawing.pixel(x, y)));
        QVERIFY2(difference / (size * size) < 3, QByteArray::number(difference / (size * size)).constData());
    }

private:
    QString installed(const QString &path) const { return m_dir.filePath(u"usr/"_s + path); }

    QString menuEntry(const char *key) const
    {
        const QByteArray content = contentOf(installed(u"share/applications/unfold.desktop"_s));
        for (const QByteArray &line : content.split('\n'))
            if (line.startsWith(QByteArray(key) + '='))
                return QString::fromUtf8(line.mid(line.indexOf('=') + 1));
        return {};
    }

    QTemporaryDir m_dir;
    const QString m_mime = installed(u"share/mime/packages/unfold.xml"_s);
    const QString m_metainfo = installed(u"share/metainfo/invalid.unfold.Unfold.metainfo.xml"_s);
};

UNFOLD_TEST_RUN_BY(FilesTest, (unfold::test::runWith<QGuiApplication, FilesTest>))
#include "files_test.moc"
