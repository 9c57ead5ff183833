#include "ui/help/format_window.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QFile>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

namespace unfold {
namespace {

constexpr QSize pageSize(980, 680);
constexpr double overHeading = 1.2; ///< ems
constexpr double underBlock = 0.5;

/// A line of an indented example.
bool isCode(const QTextBlock &block)
{
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

/// Markdown leaves no room between its blocks.
void spaceBlocks(QTextDocument &document, double em)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool within = cursor.currentTable() || (isCode(block) && isCode(block.next()));
        const bool heading = format.headingLevel() > 0;
        format.setTopMargin(heading && block != document.begin() ? overHeading * em : 0);
        format.setBottomMargin(within ? 0 : underBlock * em);
        cursor.setBlockFormat(format);
    }
}

void styleTables(QTextDocument &document, const QColor &line)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellPadding(5);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextCursor cell = table->cellAt(0, column).firstCursorPosition();
            if (cell != table->cellAt(0, column).lastCursorPosition() && cell.block().length() == 1)
                cell.deleteChar(); // Qt 6.4 begins the first cell with an empty block
            cell.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat bold;
            bold.setFontWeight(QFont::Bold);
            cell.mergeCharFormat(bold);
        }
    }
}

} // namespace

FormatWindow::FormatWindow(QWidget *parent)
    : QDialog(parent)
    , m_page(new QTextBrowser(this))
{
    setWindowTitle(tr("The experiment file — Unfold"));
    m_page->setObjectName(QStringLiteral("experimentFormat"));
    m_page->setAccessibleName(tr("The experiment file"));
    m_page->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    column->addWidget(m_page);
    fill();
    resize(pageSize);
}

void FormatWindow::fill()
{
    QFile file(QStringLiteral(":/help/experiment-format.md"));
    if (file.open(QIODevice::ReadOnly))
        m_page->setMarkdown(QString::fromUtf8(file.readAll()));
    spaceBlocks(*m_page->document(), QFontMetricsF(m_page->font()).height());
    styleTables(*m_page->document(), themeOf(m_page).border);
    m_page->moveCursor(QTextCursor::Start);
}

/// The sizes and colours of a text are fixed when it is set.
void FormatWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace unfold
