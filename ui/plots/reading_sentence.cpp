#include "ui/plots/reading_sentence.h"

#include "ui/document/document.h"
#include "ui/theme.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace unfold {

ReadingSentence::ReadingSentence(Document *document, QWidget *parent)
    : QLabel(parent)
    , m_document(document)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("What the gradient does"));
    connect(m_document, &Document::resultChanged, this, &ReadingSentence::updateText);
    updateText();
}

void ReadingSentence::updateText()
{
    setText(QString::fromStdString(m_document->result()->reading.sentence));
    keepHeight(minimumHeight());
}

void ReadingSentence::keepHeight(int atLeast)
{
    const int line = QFontMetrics(font()).lineSpacing();
    setFixedHeight(std::max({atLeast, 2 * line + 2, heightForWidth(width())}));
}

void ReadingSentence::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        keepHeight(0);
}

void ReadingSentence::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setMinimumHeight(0); // it would be part of the height for the width
        keepHeight(0);
    }
}

} // namespace unfold
