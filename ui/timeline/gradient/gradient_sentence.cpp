#include "ui/timeline/gradient/gradient_sentence.h"

#include "core/analysis/explain.h"
#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/style/theme.h"
#include "ui/timeline/sentence/comparison_text.h"
#include "ui/timeline/sentence/explanation_text.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace unfold {
namespace {

/// What both come to, and then what it is with the one that the controls edit.
QString sentenceWith(const Twin &twin, const Result &first, const Emphasis &emphasis)
{
    const auto other = twin.result();
    const QString own = explanationText(explain(first.report, *first.trace), emphasis);
    const auto both = other ? compare(first.report, *first.trace, other->report, *other->trace) : std::nullopt;
    if (!both)
        return own;
    return GradientSentence::tr("%1 With %2: %3")
        .arg(comparisonText(*both, twin.nameOfFirst(), twin.name(), emphasis),
            emphasis.name(twin.nameOfFirst().toStdString()), own);
}

} // namespace

GradientSentence::GradientSentence(Document *document, QWidget *parent)
    : MeasuredLabel(parent)
    , m_document(document)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
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
    const auto result = m_document->result();
    setAccessibleName(sentenceWith(*m_document->twin(), *result, {}));
    setText(sentenceWith(*m_document->twin(), *result, Emphasis(themeOf(this))));
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
    if (event->type() == QEvent::PaletteChange)
        updateText();
}

} // namespace unfold
