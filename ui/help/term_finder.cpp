#include "ui/help/term_finder.h"

#include "ui/help/glossary.h"
#include "ui/help/label_words.h"
#include "ui/help/view_terms.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/section_header.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QTextDocumentFragment>

namespace unfold {
namespace {

QString withoutMarkup(const QString &text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// The item that a list shows at present, by its own term or its words.
QString presentTerm(const QComboBox &list, const Glossary &glossary)
{
    QString own = list.currentData(termRole).toString();
    if (!own.isEmpty())
        return own;
    const auto mentions = glossary.mentionsIn(list.currentText());
    return mentions.empty() ? QString() : mentions.front().term;
}

/// What is written on a widget that is no label; else what a screen reader calls it.
QString wordsOf(const QWidget &widget, const QPoint *point)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabs->tabText(point ? tabs->tabAt(*point) : tabs->currentIndex());
    if (const auto *header = qobject_cast<const SectionHeader *>(&widget))
        return header->title();
    if (const auto *toggle = qobject_cast<const PillButton *>(&widget))
        return toggle->text();
    if (const auto *line = qobject_cast<const ElidedLabel *>(&widget))
        return line->text();
    return widget.accessibleName();
}

} // namespace

Explained TermFinder::at(const QWidget &widget, QPoint point) const
{
    return climb(widget, &point);
}

Explained TermFinder::ofFocused(const QWidget &widget) const
{
    return climb(widget, nullptr);
}

/// From the widget outwards, until somebody knows.
Explained TermFinder::climb(const QWidget &from, const QPoint *point) const
{
    const QWidget *window = from.window();
    Explained found;
    for (const QWidget *widget = &from; widget && widget != window && found.isEmpty();
         widget = widget->parentWidget()) {
        const QPoint inside = point ? widget->mapFrom(window, from.mapTo(window, *point)) : QPoint();
        found = ofWidget(*widget, point ? &inside : nullptr);
        found.place.translate(widget->mapTo(window, QPoint()));
    }
    return found;
}

Explained TermFinder::ofWidget(const QWidget &widget, const QPoint *point) const
{
    if (const auto view
        = explainedInView(*m_document, *m_glossary, widget, point ? std::optional(*point) : std::nullopt))
        return *view;
    if (auto own = ofProperty(widget); !own.isEmpty())
        return own;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return ofLabel(*label, point);
    Explained words = ofWords(wordsOf(widget, point), widget);
    if (!words.terms.isEmpty())
        return words;
    // Nothing in the glossary, but every control says what it does.
    const QString said = withoutMarkup(widget.toolTip());
    return said.isEmpty() ? Explained{} : Explained{{}, widget.accessibleName(), said, widget.rect()};
}

Explained TermFinder::ofProperty(const QWidget &widget) const
{
    const QString terms = widget.property(termProperty).toString();
    if (terms.isEmpty())
        return {};
    Explained own{terms.split(u' '), {}, {}, widget.rect()};
    if (const auto *list = qobject_cast<const QComboBox *>(&widget))
        if (const QString present = presentTerm(*list, *m_glossary); !present.isEmpty())
            own.terms.insert(1, present);
    return own;
}

Explained TermFinder::ofWords(const QString &text, const QWidget &widget) const
{
    Explained words{{}, {}, {}, widget.rect()};
    for (const Mention &mention : m_glossary->mentionsIn(text))
        if (!words.terms.contains(mention.term))
            words.terms << mention.term;
    const auto *list = qobject_cast<const QComboBox *>(&widget);
    const QString present = list ? presentTerm(*list, *m_glossary) : QString();
    if (!present.isEmpty() && !words.terms.contains(present))
        words.terms.insert(words.terms.isEmpty() ? 0 : 1, present);
    return words;
}

/// The word under the point first, then the others of the label. What a control is called stands for the control.
Explained TermFinder::ofLabel(const QLabel &label, const QPoint *point) const
{
    if (label.buddy())
        if (Explained control = ofWidget(*label.buddy(), nullptr); !control.terms.isEmpty()) {
            control.place = label.rect();
            return control;
        }
    Explained words = ofWords(plainTextOf(label), label);
    const qsizetype here = point ? characterAt(label, *point) : -1;
    for (const Mention &mention : m_glossary->mentionsIn(plainTextOf(label))) {
        if (here < mention.start || here >= mention.start + mention.length)
            continue;
        words.terms.removeAll(mention.term);
        words.terms.prepend(mention.term);
        words.place = rectOfCharacters(label, mention.start, mention.length).adjusted(-3, -1, 3, 1);
    }
    return words;
}

} // namespace unfold
