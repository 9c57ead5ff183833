// Includes only go down: every room includes itself and rooms that were added to the build before it, and core no Qt.
#include "tests/support/test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The rooms below `folder` ("core"), in the order in which CMake comes to them.
QStringList roomsIn(const QString &root, const QString &folder)
{
    static const QRegularExpression step(
        u"^(add_subdirectory|unfold_add_room)\\(([\\w/]+)"_s, QRegularExpression::MultilineOption);
    QStringList rooms;
    const QString text = textOf(root + u'/' + folder + u"/CMakeLists.txt"_s);
    for (auto match = step.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (found.captured(1) == u"unfold_add_room"_s)
            rooms << found.captured(2);
        else
            rooms << roomsIn(root, folder + u'/' + found.captured(2));
    }
    return rooms;
}

/// What a file of the room `own` must not include, a line each.
QStringList faultsIn(const QString &file, const QString &own, const QString &text, const QStringList &rooms)
{
    static const QRegularExpression include(
        u"^#include (?:\"([^\"]+)/[^/\"]+\"|<(Q\\w+)[^>]*>)"_s, QRegularExpression::MultilineOption);
    QStringList faults;
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString place = file + u':' + QString::number(text.left(found.capturedStart()).count(u'\n') + 1);
        if (!found.captured(2).isEmpty() && own.startsWith(u"core/"_s))
            faults << place + u" includes Qt's "_s + found.captured(2);
        if (found.captured(1).isEmpty())
            continue;
        const auto other = rooms.indexOf(found.captured(1));
        if (other < 0)
            faults << place + u" includes "_s + found.captured(1) + u", which is no room"_s;
        else if (other > rooms.indexOf(own))
            faults << place + u" goes up from "_s + own + u" to "_s + found.captured(1);
    }
    return faults;
}

} // namespace

class RoomsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesUpIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("down") << u"#include \"core/low/a.h\"\n"_s << QStringList();
        QTest::newRow("itself") << u"#include \"core/high/a.h\"\n#include <vector>\n"_s << QStringList();
        QTest::newRow("up") << u"// first\n#include \"ui/window/a.h\"\n"_s
                            << QStringList(u"f:2 goes up from core/high to ui/window"_s);
        QTest::newRow("nowhere") << u"#include \"core/cellar/a.h\"\n"_s
                                 << QStringList(u"f:1 includes core/cellar, which is no room"_s);
        QTest::newRow("Qt") << u"#include <QString>\n"_s << QStringList(u"f:1 includes Qt's QString"_s);
    }
    void whatGoesUpIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, faults);
        QCOMPARE(faultsIn(u"f"_s, u"core/high"_s, text, {u"core/low"_s, u"core/high"_s, u"ui/window"_s}), faults);
    }

    void includesGoDown()
    {
        const QString root = QStringLiteral(UNFOLD_SOURCE_DIR);
        const QStringList rooms = roomsIn(root, u"core"_s) + roomsIn(root, u"ui"_s);
        QVERIFY(rooms.size() > 30);
        QStringList faults;
        int files = 0;
        for (const QString &layer : {u"core"_s, u"ui"_s})
            for (QDirIterator it(
                     root + u'/' + layer, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext(); ++files) {
                const QString file = QDir(root).relativeFilePath(it.next());
                const QString own = QFileInfo(file).path();
                faults << (rooms.contains(own) ? faultsIn(file, own, textOf(it.filePath()), rooms)
                                               : QStringList(file + u" lies in no room"_s));
            }
        QVERIFY(files > 600);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

UNFOLD_GUILESS_TEST(RoomsTest)
#include "rooms_test.moc"
