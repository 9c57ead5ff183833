// The SVG that a QPainter writes, and how it looks beside what the same painter draws on pixels.
#include "tests/support/test_program.h"
#include "tests/ui/export/figures.h"
#include "ui/export/svg_device.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QRawFont>
#include <QRegularExpression>
#include <QTest>

using namespace unfold;

namespace {

template <typename Draw> QByteArray svgOf(const Draw &draw)
{
    SvgDevice device({200, 100});
    QPainter painter(&device);
    draw(painter);
    painter.end();
    return device.file(QStringLiteral("a < b & c"), QStringLiteral("what is seen")).packed();
}

} // namespace

class SvgDeviceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void sizeAndTitleAreSaid()
    {
        const QByteArray svg = svgOf([](QPainter &) {});
        QCOMPARE(readSvg(svg).fault, QString());
        QCOMPARE(readSvg(svg).title, QStringLiteral("a < b & c"));
        QVERIFY(svg.contains("width=\"200\"") && svg.contains("height=\"100\""));
        QVERIFY(svg.contains("viewBox=\"0 0 200 100\""));
    }

    void textStaysTextAndIsEscaped()
    {
        const ReadSvg svg = readSvg(svgOf([](QPainter &p) { p.drawText(10, 20, QStringLiteral("W < U & “V”")); }));
        QCOMPARE(svg.fault, QString());
        QCOMPARE(svg.words, QStringList{QStringLiteral("W < U & “V”")});
    }

    void fontsCarryTheLettersInUseAndNoOthers()
    {
        const ReadSvg svg = readSvg(svgOf([](QPainter &p) {
            p.setFont(textFont(1, QFont::DemiBold));
            p.drawText(10, 20, QStringLiteral("norm"));
            p.setFont(mathFont());
            p.drawText(10, 60, QStringLiteral("∂"));
        }));
        QCOMPARE(svg.fonts.size(), 2);
        int norm = 0;
        int partial = 0;
        for (const QByteArray &data : svg.fonts) {
            const QRawFont font(data, 14);
            QVERIFY(font.isValid());
            QVERIFY(data.size() < 20000);
            QVERIFY(!font.supportsCharacter(QLatin1Char('z')));
            norm += font.supportsCharacter(QLatin1Char('n')) && font.supportsCharacter(QLatin1Char('m'));
            partial += font.supportsCharacter(QChar(0x2202));
        }
        QCOMPARE(norm, 1);
        QCOMPARE(partial, 1);
    }

    void dashesScaleWithTheLine()
    {
        const ReadSvg svg = readSvg(svgOf([](QPainter &p) {
            QPen pen(Qt::black, 2);
            pen.setDashPattern({3, 1});
            p.setPen(pen);
            p.drawLine(0, 50, 200, 50);
        }));
        QCOMPARE(svg.dashes, QStringList{QStringLiteral("6 2")});
    }

    void whatIsClippedAwayIsInAClip()
    {
        const auto draw = [](QPainter &p) {
            p.save();
            p.setClipRect(20, 20, 40, 40);
            p.fillRect(0, 0, 200, 100, Qt::red);
            p.restore();
            p.fillRect(100, 20, 40, 40, Qt::blue);
        };
        const QByteArray svg = svgOf(draw);
        QCOMPARE(readSvg(svg).elements.at(QStringLiteral("clipPath")), 1);
        const qsizetype clipped = svg.indexOf("clip-path=");
        const qsizetype red = svg.indexOf("#ff0000");
        const qsizetype blue = svg.indexOf("#0000ff");
        QVERIFY(clipped > 0 && clipped < red && red < blue);
        const QByteArray between = svg.mid(red, blue - red); // the clip ends before what it does not hold
        QCOMPARE(between.count("</g>"), 2);
        QVERIFY(!between.contains("clip-path"));
    }

    void aPictureIsEmbedded()
    {
        const ReadSvg svg = readSvg(svgOf([](QPainter &p) {
            QImage image(4, 4, QImage::Format_RGB32);
            image.fill(Qt::green);
            p.drawImage(10, 10, image);
        }));
        QCOMPARE(svg.elements.at(QStringLiteral("image")), 1);
    }

    void everyPictureIsPackedAtItsPlace()
    {
        const QByteArray svg = svgOf([](QPainter &p) {
            for (const auto &[x, colour] : {std::pair{10, Qt::green}, std::pair{50, Qt::red}}) {
                QImage image(4, 4, QImage::Format_RGB32);
                image.fill(colour);
                p.drawImage(x, 10, image);
            }
        });
        const QRegularExpression element(
            QStringLiteral("<image x=\"(\\d+)\"[^>]* xlink:href=\"data:image/png;base64,([^\"]+)\"/>"));
        QRegularExpressionMatchIterator found = element.globalMatch(QString::fromUtf8(svg));
        for (const auto &[x, colour] : {std::pair{"10", Qt::green}, std::pair{"50", Qt::red}}) {
            QVERIFY(found.hasNext());
            const QRegularExpressionMatch match = found.next();
            QCOMPARE(match.captured(1), QLatin1String(x));
            const QImage image = QImage::fromData(QByteArray::fromBase64(match.captured(2).toLatin1()), "PNG");
            QCOMPARE(image.size(), QSize(4, 4));
            QCOMPARE(image.pixelColor(1, 1), QColor(colour));
        }
        QVERIFY(!found.hasNext());
    }
};

UNFOLD_TEST(SvgDeviceTest)
#include "svg_device_test.moc"
