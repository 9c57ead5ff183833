#include "ui/timeline/gradient/gradient_sentence.h"

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
    const QString own = QString::fromStdString(first.report.sentence);
    const std::string both = other ? compare({twin.nameOfFirst().toStdString(), first.report, *first.trace},
                                 {twin.name().toStdString(), other->report, *other->trace})
                                   : std::string();
    return both.empty()
        ? own
        : QString::fromStdString(both) + GradientSentence::tr(" With %1: ").arg(twin.nameOfFirst()) + own;
}

} // namespace

GradientSentence::GradientSentence(Document *document, QWidget *parent)
    : MeasuredLabel(parent)
    , m_document(document)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("What the gradient does"));
    connect(m_document, &Document::resultChanged, this, &GradientSentence::updateText);
    connect(m_document->twin(), &Twin::resultChanged, this, &GradientSentence::updateText);
    updateText();
}

void GradientSentence::updateText()
{
    setText(sentenceWith(*m_document->twin(), *m_document->result()));
    keepHeight(minimumHeight());
}

void GradientSentence::measureAnew()
{
    setMinimumHeight(0); // it would be part of the height for the width
    keepHeight(0);
}

void GradientSentence::keepHeight(int atLeast)
{
    const int line = QFontMetrics(font()).lineSpacing();
    setFixedHeight(std::max({atLeast, 2 * line + 2, heightForWidth(width())}));
}

void GradientSentence::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        measureAnew();
}

void GradientSentence::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measureAnew();
}

} // namespace unfold
