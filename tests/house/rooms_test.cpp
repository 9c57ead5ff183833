// Includes only go down: a room includes itself and the rooms that it lists, which were added to the build before it.
// core includes no Qt.
#include "tests/support/test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Room {
    QString path; ///< "core/engine"
    QStringList uses;
};

/// The rooms below `folder` ("core"), in the order in which CMake comes to them.
std::vector<Room> roomsIn(const QString &root, const QString &folder)
{
    static const QRegularExpression step(
        u"^(?:add_subdirectory\\((\\w+)|unfold_add_room\\(([\\w/]+)\\s+(?:USES\\s+([\\w/\\s]*?))?\\s*SOURCES)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression space(u"\\s+"_s);
    std::vector<Room> rooms;
    const QString text = textOf(root + u'/' + folder + u"/CMakeLists.txt"_s);
    for (auto match = step.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (!found.captured(2).isEmpty()) {
            rooms.push_back({found.captured(2), found.captured(3).split(space, Qt::SkipEmptyParts)});
            continue;
        }
        const std::vector<Room> below = roomsIn(root, folder + u'/' + found.captured(1));
        rooms.insert(rooms.end(), below.begin(), below.end());
    }
    return rooms;
}

int indexOf(const std::vector<Room> &rooms, const QString &path)
{
    const auto found = std::find_if(rooms.begin(), rooms.end(), [&](const Room &room) { return room.path == path; });
    return found == rooms.end() ? -1 : static_cast<int>(found - rooms.begin());
}

/// What is wrong with an include of `other` in the room `own`; empty: nothing.
QString faultOf(const Room &own, const QString &other, const std::vector<Room> &rooms)
{
    if (other == own.path)
        return {};
    const int place = indexOf(rooms, other);
    if (place < 0)
        return u"includes "_s + other + u", which is no room"_s;
    if (place > indexOf(rooms, own.path))
        return u"goes up from "_s + own.path + u" to "_s + other;
    const bool sameLayer = other.section(u'/', 0, 0) == own.path.section(u'/', 0, 0);
    if (sameLayer && !own.uses.contains(other))
        return u"includes "_s + other + u", which "_s + own.path + u" does not list under USES"_s;
    return {};
}

/// What a file of the room `own` must not include, a line each.
QStringList faultsIn(const QString &file, const Room &own, const QString &text, const std::vector<Room> &rooms)
{
    static const QRegularExpression include(
        u"^#include (?:\"(?:([^\"]*)/)?[^/\"]+\"|<([Qq]\\w+)[^>]*>)"_s, QRegularExpression::MultilineOption);
    QStringList faults;
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString place = file + u':' + QString::number(text.left(found.capturedStart()).count(u'\n') + 1) + u' ';
        if (!found.captured(2).isEmpty()) {
            if (own.path.startsWith(u"core/"_s))
                faults << place + u"includes Qt's "_s + found.captured(2);
        } else if (const QString fault = faultOf(own, found.captured(1), rooms); !fault.isEmpty())
            faults << place + fault;
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
        QTest::newRow("not listed") << u"#include \"core/lowest/a.h\"\n"_s
                                    << QStringList(
                                           u"f:1 includes core/lowest, which core/high does not list under USES"_s);
        QTest::newRow("nowhere") << u"#include \"core/cellar/a.h\"\n"_s
                                 << QStringList(u"f:1 includes core/cellar, which is no room"_s);
        QTest::newRow("beside") << u"#include \"a.h\"\n"_s << QStringList(u"f:1 includes , which is no room"_s);
        QTest::newRow("Qt") << u"#include <QString>\n"_s << QStringList(u"f:1 includes Qt's QString"_s);
        QTest::newRow("Qt's own name") << u"#include <qglobal.h>\n"_s << QStringList(u"f:1 includes Qt's qglobal"_s);
    }
    void whatGoesUpIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, faults);
        const std::vector<Room> rooms{
            {u"core/lowest"_s, {}}, {u"core/low"_s, {}}, {u"core/high"_s, {u"core/low"_s}}, {u"ui/window"_s, {}}};
        QCOMPARE(faultsIn(u"f"_s, rooms[2], text, rooms), faults);
    }

    void includesGoDown()
    {
        const QString root = QStringLiteral(UNFOLD_SOURCE_DIR);
        std::vector<Room> rooms = roomsIn(root, u"core"_s);
        const std::vector<Room> upper = roomsIn(root, u"ui"_s);
        rooms.insert(rooms.end(), upper.begin(), upper.end());
        QVERIFY(rooms.size() > 30);
        QStringList faults;
        int files = 0;
        for (const QString &layer : {u"core"_s, u"ui"_s})
            for (QDirIterator it(
                     root + u'/' + layer, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext(); ++files) {
                const QString file = QDir(root).relativeFilePath(it.next());
                const int own = indexOf(rooms, QFileInfo(file).path());
                faults << (own < 0 ? QStringList(file + u" lies in no room"_s)
                                   : faultsIn(file, rooms[static_cast<size_t>(own)], textOf(it.filePath()), rooms));
            }
        QVERIFY(files > 600);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

UNFOLD_GUILESS_TEST(RoomsTest)
#include "rooms_test.moc"
