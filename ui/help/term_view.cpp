#include "ui/help/term_view.h"

#include "ui/help/glossary.h"
#include "ui/help/term_formula.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace unfold {
namespace {

QString capitalised(const QString &text)
{
    // Only a word: a symbol such as γ or ∂ keeps its case.
    const bool word = text.size() > 1 && text[0].script() == QChar::Script_Latin && text[1].isLetter();
    return word ? text.left(1).toUpper() + text.mid(1) : text;
}

void say(QLabel *label, const QString &html)
{
    label->setText(html);
    label->setVisible(!html.isEmpty());
}

} // namespace

TermView::TermView(const Glossary *glossary, QWidget *parent)
    : QWidget(parent)
    , m_glossary(glossary)
{
    build();
}

void TermView::build()
{
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("termTitle"));
    m_here = makeCaption({}, this);
    m_here->setObjectName(QStringLiteral("termHere"));
    m_here->setTextFormat(Qt::PlainText);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("termText"));
    m_formula = new TermFormula(this);
    m_where = makeCaption({}, this);
    m_see = makeCaption({}, this);
    m_see->setObjectName(QStringLiteral("termLinks"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    for (QLabel *label : {m_title, m_text})
        label->setWordWrap(true);
    for (QLabel *label : {m_title, m_text, m_where, m_see})
        label->setTextFormat(Qt::RichText);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_here, m_text, m_formula, m_where, m_see})
        column->addWidget(part);
    for (QLabel *label : {m_where, m_see}) {
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(label, &QLabel::linkActivated, this, &TermView::follow);
    }
}

void TermView::show(const Explained &thing)
{
    m_thing = thing;
    fill();
}

void TermView::fill()
{
    const GlossaryEntry *entry = m_glossary->find(term());
    m_title->setFont(textFont(1.08, QFont::DemiBold));
    m_title->setText(scriptHtml(capitalised(entry ? entry->title : m_thing.title)));
    m_title->setVisible(!m_title->text().isEmpty());
    say(m_here, entry ? m_thing.here : QString());
    say(m_text, entry ? scriptHtml(entry->text) : m_thing.here.toHtmlEscaped());
    m_formula->setMarkup(entry ? entry->formula : QString());
    const QString show = entry && !entry->place.isEmpty()
        ? QStringLiteral(" ") + link(QStringLiteral("place:") + entry->place, tr("Show it").replace(u' ', QChar::Nbsp))
        : QString();
    say(m_where,
        entry && !entry->where.isEmpty() ? tr("On the screen: %1.").arg(scriptHtml(entry->where)) + show : QString());
    QStringList related = m_thing.terms.mid(1);
    if (entry)
        for (const QString &id : entry->see)
            if (!related.contains(id) && id != entry->id)
                related << id;
    say(m_see, related.isEmpty() ? QString() : tr("See also %1").arg(linksTo(related)));
}

QString TermView::link(const QString &target, const QString &words) const
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
        .arg(target, themeOf(this).cursorLine.name(), words);
}

QString TermView::linksTo(const QStringList &ids) const
{
    QStringList links;
    for (const QString &id : ids)
        if (const GlossaryEntry *entry = m_glossary->find(id))
            links << link(QStringLiteral("term:") + id, scriptHtml(entry->title));
    return links.join(QStringLiteral(" · "));
}

void TermView::follow(const QString &link)
{
    const QString target = link.section(u':', 1);
    if (link.startsWith(QStringLiteral("place:")))
        emit placeAsked(target);
    else
        emit termAsked(target);
}

QString TermView::term() const
{
    return m_thing.terms.value(0);
}

QString TermView::title() const
{
    const GlossaryEntry *entry = m_glossary->find(term());
    return scriptPlain(capitalised(entry ? entry->title : m_thing.title));
}

QString TermView::text() const
{
    const GlossaryEntry *entry = m_glossary->find(term());
    QStringList all{title(), m_thing.here};
    if (entry)
        all << scriptPlain(entry->text) << m_formula->accessibleName();
    all.removeAll(QString());
    return all.join(QStringLiteral(". "));
}

void TermView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

} // namespace unfold
