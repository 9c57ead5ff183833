#include "ui/help/label_words.h"

#include <QAbstractTextDocumentLayout>
#include <QLabel>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace unfold {
namespace {

/// Laid out as QLabel does it.
std::unique_ptr<QTextDocument> documentOf(const QLabel &label)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setDefaultFont(label.font());
    const bool rich = label.textFormat() == Qt::RichText
        || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    if (rich)
        document->setHtml(label.text());
    else
        document->setPlainText(label.text());
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(label.wordWrap() ? QTextOption::WordWrap : QTextOption::NoWrap);
    option.setAlignment(label.alignment() & Qt::AlignHorizontal_Mask);
    document->setDefaultTextOption(option);
    document->setTextWidth(label.contentsRect().width());
    document->documentLayout()->documentSize(); // lays it out
    return document;
}

QPointF originOf(const QLabel &label, const QTextDocument &document)
{
    const QRect box = label.contentsRect();
    const double free = box.height() - document.size().height();
    const auto alignment = label.alignment();
    const double down = alignment & Qt::AlignTop ? 0 : alignment & Qt::AlignBottom ? free : free / 2;
    return QPointF(box.topLeft()) + QPointF(0, down);
}

} // namespace

QString plainTextOf(const QLabel &label)
{
    return documentOf(label)->toPlainText();
}

qsizetype characterAt(const QLabel &label, QPoint point)
{
    const auto document = documentOf(label);
    return document->documentLayout()->hitTest(point - originOf(label, *document), Qt::ExactHit);
}

QRect rectOfCharacters(const QLabel &label, qsizetype start, qsizetype length)
{
    const auto document = documentOf(label);
    const QTextBlock block = document->findBlock(static_cast<int>(start));
    const int from = static_cast<int>(start) - block.position();
    const QTextLine line = block.layout()->lineForTextPosition(from);
    if (!line.isValid())
        return {};
    const int to = std::min(from + static_cast<int>(length), line.textStart() + line.textLength());
    const QPointF corner = originOf(label, *document) + document->documentLayout()->blockBoundingRect(block).topLeft()
        + QPointF(0, line.y());
    const double left = line.cursorToX(from);
    const double right = line.cursorToX(to);
    return QRectF(corner + QPointF(left, 0), QSizeF(right - left, line.height())).toAlignedRect();
}

} // namespace unfold
