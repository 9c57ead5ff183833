#include "ui/timeline/gradient/reading_sentence.h"

#include "core/analysis/compare.h"
#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace unfold {
namespace {

/// What both come to, and then what it is with the one that the controls edit.
QString sentenceWith(const Twin &twin, const Result &first)
{
    const auto other = twin.result();
    const QString own = QString::fromStdString(first.reading.sentence);
    const std::string both = other ? compare({twin.nameOfFirst().toStdString(), first.reading, *first.trace},
                                 {twin.name().toStdString(), other->reading, *other->trace})
                                   : std::string();
    return both.empty()
        ? own
        : QString::fromStdString(both) + ReadingSentence::tr(" With %1: ").arg(twin.nameOfFirst()) + own;
}

} // namespace

ReadingSentence::ReadingSentence(Document *document, QWidget *parent)
    : MeasuredLabel(parent)
    , m_document(document)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("What the gradient does"));
    connect(m_document, &Document::resultChanged, this, &ReadingSentence::updateText);
    connect(m_document->twin(), &Twin::resultChanged, this, &ReadingSentence::updateText);
    updateText();
}

void ReadingSentence::updateText()
{
    setText(sentenceWith(*m_document->twin(), *m_document->result()));
    keepHeight(minimumHeight());
}

void ReadingSentence::measureAnew()
{
    setMinimumHeight(0); // it would be part of the height for the width
    keepHeight(0);
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
        measureAnew();
}

void ReadingSentence::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measureAnew();
}

} // namespace unfold
