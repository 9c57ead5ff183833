// Every view as SVG, PDF and PNG, read as those who open the file read it.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/ui/export/figures.h"
#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/export/figure_widget.h"
#include "ui/export/paint_widget.h"
#include "ui/export/write_figure.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/timeline/twin_sections.h"

#include <QEvent>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

using namespace unfold;

namespace {

class PaintCount : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint;
        return false;
    }
};

/// The most that a colour differs anywhere, 0 … 255.
int farthestApart(const QImage &one, const QImage &two)
{
    if (one.size() != two.size())
        return 255;
    int most = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = two.pixel(x, y);
            most = std::max(
                {most, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
        }
    return most;
}

} // namespace

class WriteFigureTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
        m_document = std::make_unique<Document>(test::elmanOver(12, "a lecture"));
        m_document->setPass(Pass::Backward);
        m_document->setStep(5);
    }
    void cleanupTestCase() { m_document.reset(); }

    void everyViewHasItsWordsAsTextAndNoPictures_data()
    {
        QTest::addColumn<FigureView>("view");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("graph") << FigureView::Graph << QStringList{"Unrolled graph", "𝑾", "𝑼", "𝑽", "12"};
        QTest::newRow("circuit") << FigureView::Circuit << QStringList{"Circuit", "𝑾", "𝑼", "𝑽", "one step"};
        QTest::newRow("states") << FigureView::States << QStringList{"unit 1", "unit 3", "5"};
        QTest::newRow("gradient") << FigureView::Gradient << QStringList{"Gradient norm per step", "12"};
        QTest::newRow("equations") << FigureView::Equations << QStringList{"Equations", "tanh"};
    }
    void everyViewHasItsWordsAsTextAndNoPictures()
    {
        QFETCH(FigureView, view);
        QFETCH(QStringList, words);
        for (const ThemeKind theme : themeKinds) {
            const ReadSvg svg = readSvg(draw(view, FigureFormat::Svg, theme));
            QCOMPARE(svg.fault, QString());
            for (const QString &word : words)
                QVERIFY2(svg.words.contains(word), qPrintable(word + QStringLiteral(": ") + svg.words.join(u'|')));
            const QString all = svg.words.join(u' ');
            QVERIFY2(all.contains(QStringLiteral("a lecture")), qPrintable(all));
            QVERIFY2(all.contains(QStringLiteral("backward pass, step 5 of 12")), qPrintable(all));
            QVERIFY(!svg.elements.contains(QStringLiteral("image")));
            QVERIFY(!svg.fonts.isEmpty());
        }
    }

    void pdfHoldsFontsAndNoPicture_data() { addViews(); }
    void pdfHoldsFontsAndNoPicture()
    {
        QFETCH(FigureView, view);
        const QByteArray pdf = draw(view, FigureFormat::Pdf, ThemeKind::Light);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("/ToUnicode")); // so that its words can be searched and copied
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY2(pdf.contains("/MediaBox [0 0 480.000000 240.000000]") || pdf.contains("/MediaBox [0 0 480 240]"),
            pdf.mid(pdf.indexOf("/MediaBox"), 60).constData());
    }

    void pngHasTheSizeThatWasAskedFor_data() { addViews(); }
    void pngHasTheSizeThatWasAskedFor()
    {
        QFETCH(FigureView, view);
        const QImage image = QImage::fromData(draw(view, FigureFormat::Png, ThemeKind::Light, 1.5));
        QCOMPARE(image.size(), QSize(960, 480));
        QCOMPARE(image.pixelColor(2, 2), themeOf(ThemeKind::Light).card);
        QVERIFY(image.text(QStringLiteral("Title")).startsWith(QStringLiteral("a lecture")));
    }

    void aPictureDrawnInPartsIsThatDrawnAtOnce_data()
    {
        QTest::addColumn<FigureView>("view");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        for (const FigureView view : figureViews) {
            if (view == FigureView::Window)
                continue;
            QTest::addRow("%s, 3.7", qPrintable(keyOf(view))) << view << QSize(640, 320) << 3.7;
            QTest::addRow("%s, parts that end within a px", qPrintable(keyOf(view))) << view << QSize(1456, 560) << 2.0;
        }
    }
    void aPictureDrawnInPartsIsThatDrawnAtOnce()
    {
        QFETCH(FigureView, view);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        FigureWidget figure(m_document.get(), view, ThemeKind::Light);
        figure.fitTo(size);
        FigureDrawing drawing(figure, {size, scale, {}, {}}, FigureFormat::Png);
        QVERIFY(drawing.parts() > 1);
        while (drawing.goOn()) { }
        QImage atOnce(drawing.image().size(), QImage::Format_ARGB32_Premultiplied);
        {
            QPainter painter(&atOnce);
            painter.setRenderHints(
                QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
            painter.scale(scale, scale);
            painter.fillRect(QRectF({}, size), figure.palette().color(QPalette::Window));
            const double fit = std::min(1.0 * size.width() / figure.width(), 1.0 * size.height() / figure.height());
            painter.translate((size.width() - fit * figure.width()) / 2, (size.height() - fit * figure.height()) / 2);
            painter.scale(fit, fit);
            paintWidget(painter, figure, figure.rect());
        }
        // A long slanted line that ends outside is rounded a little otherwise.
        const int apart = farthestApart(drawing.image(), atOnce.convertToFormat(QImage::Format_RGB32));
        QVERIFY2(apart <= 3, qPrintable(QString::number(apart)));
    }

    void themeIsOfTheFigureAlone()
    {
        const QPalette before = QApplication::palette();
        const QImage dark = QImage::fromData(draw(FigureView::Graph, FigureFormat::Png, ThemeKind::Dark));
        QCOMPARE(dark.pixelColor(2, 2), themeOf(ThemeKind::Dark).card);
        QCOMPARE(QApplication::palette(), before);
    }

    /// On paper parameters are told apart without colour; on the screen all lines are whole.
    void onPaperParametersDifferByTheirLines()
    {
        const ReadSvg paper = readSvg(draw(FigureView::Circuit, FigureFormat::Svg, ThemeKind::Print));
        QCOMPARE(paper.dashes.size(), 2); // U and V; W is solid
        QCOMPARE(readSvg(draw(FigureView::Circuit, FigureFormat::Svg, ThemeKind::Light)).dashes.size(), 0);
        QCOMPARE(QImage::fromData(draw(FigureView::Circuit, FigureFormat::Png, ThemeKind::Print)).pixelColor(2, 2),
            QColor(Qt::white));
    }

    void theTwinIsThereAsItIsSeen_data()
    {
        QTest::addColumn<FigureView>("view");
        QTest::addColumn<bool>("beside");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<bool>("named"); // in the caption
        QTest::newRow("states over") << FigureView::States << false << QStringList{"Hidden state h"} << false;
        QTest::newRow("states beside") << FigureView::States << true
                                       << QStringList{"Hidden state h · RNN",
                                              "Cell state s, hidden state h · twin: LSTM"}
                                       << true;
        QTest::newRow("norms over") << FigureView::Gradient << false << QStringList{"Gradient norm per step"} << true;
        QTest::newRow("norms beside") << FigureView::Gradient << true
                                      << QStringList{"Gradient norm per step · RNN",
                                             "Gradient norm per step · twin: LSTM"}
                                      << true;
        QTest::newRow("the graph is of the first")
            << FigureView::Graph << true << QStringList{"Unrolled graph"} << false;
    }
    void theTwinIsThereAsItIsSeen()
    {
        QFETCH(FigureView, view);
        QFETCH(bool, beside);
        QFETCH(QStringList, titles);
        QFETCH(bool, named);
        m_document->twin()->start(TwinPreset::RnnAndLstm);
        m_document->twin()->showBeside(beside);
        const ReadSvg svg = readSvg(draw(view, FigureFormat::Svg, ThemeKind::Light));
        m_document->twin()->remove();
        QStringList found;
        for (const QString &word : svg.words)
            if (word.startsWith("Hidden state") || word.startsWith("Cell state") || word.startsWith("Gradient norm")
                || word.startsWith("Unrolled"))
                found << word;
        QCOMPARE(found, titles);
        const bool inCaption = std::any_of(svg.words.begin(), svg.words.end(),
            [](const QString &word) { return word.contains("RNN and LSTM") && word.contains(" · twin: LSTM · "); });
        QVERIFY2(inCaption == named, qPrintable(svg.words.join(u'|')));
        QCOMPARE(svg.words.count(QStringLiteral("unit 1")), view == FigureView::States ? 1 : 0);
    }

    void twinsHaveTheSameRoom()
    {
        m_document->twin()->start(TwinPreset::RnnAndLstm);
        m_document->twin()->showBeside(true);
        const auto roomsOf = [this](FigureView view, const auto &parts) {
            FigureWidget figure(m_document.get(), view, ThemeKind::Light);
            figure.fitTo(usualSize(view));
            const auto [first, twin] = parts(*figure.findChild<TimeStack *>());
            return QSize(first->height(), twin->height());
        };
        const QSize states = roomsOf(FigureView::States,
            [](const TimeStack &stack) { return std::pair(stack.heatMap(), stack.twinSections()->states()); });
        const QSize norms = roomsOf(FigureView::Gradient,
            [](const TimeStack &stack) { return std::pair(stack.gradient(), stack.twinSections()->gradient()); });
        m_document->twin()->remove();
        for (const QSize rooms : {states, norms})
            QVERIFY2(std::abs(rooms.width() - rooms.height()) <= 1,
                qPrintable(QStringLiteral("%1 and %2 px").arg(rooms.width()).arg(rooms.height())));
    }

    /// A sheet too small for the view: all of it is there, smaller.
    void whatNeedsMoreRoomIsScaledDown()
    {
        FigureWidget figure(m_document.get(), FigureView::Equations, ThemeKind::Light);
        figure.fitTo({100, 60});
        QVERIFY(figure.width() > 100);
        QVERIFY(figure.width() * 60 - figure.height() * 100 < 200); // the same shape
    }

    /// A figure is many times as large as a screen: nothing of it is painted but what is drawn.
    void whatIsLaidOutIsNotPainted_data() { addViews(); }
    void whatIsLaidOutIsNotPainted()
    {
        QFETCH(FigureView, view);
        FigureWidget figure(m_document.get(), view, ThemeKind::Light);
        PaintCount count;
        qApp->installEventFilter(&count);
        figure.fitTo({640, 320});
        m_document->setStep(6);
        QApplication::processEvents();
        m_document->setStep(5);
        QApplication::processEvents();
        QCOMPARE(count.paints, 0);
        QImage image(640, 320, QImage::Format_RGB32);
        QPainter painter(&image);
        paintWidget(painter, figure, figure.rect());
        QVERIFY(count.paints > 0);
    }

    void whatCannotBeWrittenIsSaid()
    {
        try {
            writeBytes(QStringLiteral("/proc/nowhere/a.svg"), "x");
            QFAIL("written");
        } catch (const std::exception &error) {
            const QByteArray sentence = error.what();
            QVERIFY2(sentence.startsWith("/proc/nowhere/a.svg: "), sentence.constData());
            QVERIFY2(sentence.contains("expected a place that can be written to"), sentence.constData());
        }
    }

private:
    static void addViews()
    {
        QTest::addColumn<FigureView>("view");
        for (const FigureView view : figureViews)
            if (view != FigureView::Window)
                QTest::newRow(qPrintable(keyOf(view))) << view;
    }

    QByteArray draw(FigureView view, FigureFormat format, ThemeKind theme, double scale = 1)
    {
        FigureSheet sheet;
        sheet.size = {640, 320};
        sheet.scale = scale;
        sheet.title = figureTitle(*m_document, view);
        sheet.description = figureCaption(*m_document, view);
        FigureWidget figure(m_document.get(), view, theme);
        figure.fitTo(sheet.size);
        FigureDrawing drawing(figure, sheet, format);
        while (drawing.goOn()) { }
        return drawing.packing()();
    }

    std::unique_ptr<Document> m_document;
};

UNFOLD_TEST(WriteFigureTest)
#include "write_figure_test.moc"
