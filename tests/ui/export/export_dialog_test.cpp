// The dialog as somebody without a mouse uses it.
#include "tests/support/test_program.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_preview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace unfold;

class ExportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_painted.clear();
        m_prepared.clear();
        m_dialog = std::make_unique<ExportDialog>(FigureRequest{},
            QHash<FigureView, QSize>{{FigureView::Graph, QSize(777, 333)}},
            ExportDialog::Painter{[this](const FigureRequest &request) {
                                      const bool left
                                          = m_prepared.isEmpty() || m_prepared.last().theme != request.theme;
                                      if (left)
                                          m_prepared << request;
                                      return left;
                                  },
                [this](const FigureRequest &request) {
                    m_painted << request;
                    QImage image(request.size * request.scale, QImage::Format_RGB32);
                    image.fill(Qt::green);
                    return image;
                }});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void cleanup() { m_dialog.reset(); }

    void everythingCanBeChosenByKeys()
    {
        press(Qt::ALT | Qt::Key_V, Qt::Key_Home); // graph
        press(Qt::ALT | Qt::Key_F, Qt::Key_End); // PNG
        press(Qt::ALT | Qt::Key_C, Qt::Key_End); // print
        press(Qt::ALT | Qt::Key_A, Qt::Key_Down); // 2 ×
        const FigureRequest &asked = m_dialog->request();
        QCOMPARE(asked.view, FigureView::Graph);
        QCOMPARE(asked.format, FigureFormat::Png);
        QCOMPARE(asked.theme, ThemeKind::Print);
        QCOMPARE(asked.size, usualSize(FigureView::Graph));
        QCOMPARE(asked.scale, 2.0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void sizesFollowTheChoice()
    {
        press(Qt::ALT | Qt::Key_V, Qt::Key_Home);
        press(Qt::ALT | Qt::Key_S, Qt::Key_Down);
        QCOMPARE(m_dialog->request().sizeChoice, SizeChoice::Slide);
        QCOMPARE(m_dialog->request().size.width() * 9, m_dialog->request().size.height() * 16);
        press(Qt::ALT | Qt::Key_S, Qt::Key_Down);
        QCOMPARE(m_dialog->request().size, fixedSize(SizeChoice::HalfPage));
        press(Qt::ALT | Qt::Key_S, Qt::Key_Down);
        QCOMPARE(m_dialog->request().size, QSize(777, 333));
    }

    void anotherNumberIsASizeOfOnesOwn()
    {
        press(Qt::ALT | Qt::Key_W, Qt::Key_Up);
        QCOMPARE(m_dialog->request().sizeChoice, SizeChoice::Own);
        const int width = m_dialog->request().size.width();
        QVERIFY(width > usualSize(FigureView::Window).width());
        press(Qt::ALT | Qt::Key_V, Qt::Key_Home); // another view keeps it
        QCOMPARE(m_dialog->request().size.width(), width);
    }

    void thePreviewIsOfWhatIsAskedFor()
    {
        QTRY_VERIFY(!m_painted.isEmpty());
        press(Qt::ALT | Qt::Key_C, Qt::Key_Down);
        QTRY_COMPARE(m_painted.last().theme, ThemeKind::Dark);
        QCOMPARE(m_prepared.last().theme, ThemeKind::Dark);
        QCOMPARE(m_prepared.size(), 2); // once for each
        const auto *preview = m_dialog->findChild<FigurePreview *>();
        QTRY_VERIFY(!preview->image().isNull());
        QVERIFY(preview->image().width() <= preview->width() * preview->devicePixelRatioF() + 1);
        const QPoint middle(preview->width() / 2, preview->height() / 2);
        QCOMPARE(preview->parentWidget()->grab().toImage().pixelColor(preview->pos() + middle), QColor(Qt::green));
    }

    void sharpnessIsOfPixelsAlone()
    {
        const auto said = [this](const char *part) {
            for (const QLabel *label : m_dialog->findChildren<QLabel *>())
                if (label->text().contains(QString::fromUtf8(part)))
                    return true;
            return false;
        };
        QVERIFY(said("mm on paper") && !said("pixels"));
        press(Qt::ALT | Qt::Key_F, Qt::Key_End);
        press(Qt::ALT | Qt::Key_A, Qt::Key_Down);
        QVERIFY(said("2912 × 1638 pixels"));
    }

    void morePixelsThanThereCanBeAreSaidAndNotExported()
    {
        const auto *fault = m_dialog->findChild<QLabel *>(QStringLiteral("figureFault"));
        const auto *go = m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        press(Qt::ALT | Qt::Key_F, Qt::Key_End); // PNG
        press(Qt::ALT | Qt::Key_A, Qt::Key_End); // 4 ×
        QVERIFY(!fault->isVisible() && go->isEnabled());
        for (QSpinBox *box : m_dialog->findChildren<QSpinBox *>())
            box->setValue(largestSide);
        QVERIFY2(fault->isVisible() && fault->text().contains(QStringLiteral("80000 × 80000 pixels are too many")),
            qPrintable(fault->text()));
        QVERIFY(!go->isEnabled());
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        press(Qt::ALT | Qt::Key_F, Qt::Key_Home); // SVG
        QVERIFY(!fault->isVisible() && go->isEnabled());
    }

    void everyControlIsNamedAndExplained()
    {
        QList<QWidget *> controls;
        for (QComboBox *box : m_dialog->findChildren<QComboBox *>())
            controls << box;
        for (QSpinBox *box : m_dialog->findChildren<QSpinBox *>())
            controls << box;
        for (QAbstractButton *button : m_dialog->findChildren<QAbstractButton *>())
            controls << button;
        QCOMPARE(controls.size(), 9);
        for (QWidget *control : controls) {
            QVERIFY2(!control->toolTip().isEmpty(), control->metaObject()->className());
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(control);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), control->metaObject()->className());
        }
    }

    void escapeLeavesWithoutAFigure()
    {
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
    }

private:
    static void press(QKeyCombination mnemonic, Qt::Key key)
    {
        QTest::keyClick(QApplication::activeWindow(), mnemonic.key(), mnemonic.keyboardModifiers());
        QTest::keyClick(QApplication::focusWidget(), key);
    }

    std::unique_ptr<ExportDialog> m_dialog;
    QList<FigureRequest> m_prepared;
    QList<FigureRequest> m_painted;
};

UNFOLD_TEST(ExportDialogTest)
#include "export_dialog_test.moc"
