#include "ui/help/explain_card.h"

#include "ui/help/term_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

namespace unfold {

ExplainCard::ExplainCard(const Glossary *glossary, QWidget *window)
    : FloatingCard(window)
    , m_view(new TermView(glossary, this))
{
    build();
}

void ExplainCard::build()
{
    setObjectName(QStringLiteral("explainCard"));
    m_foot = makeCaption({}, this);
    m_foot->setTextFormat(Qt::RichText);
    m_foot->setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::padding, Metrics::gap);
    column->setSpacing(8);
    column->addWidget(m_view);
    column->addWidget(m_foot);
    connect(m_foot, &QLabel::linkActivated, this, [this] { emit glossaryAsked(m_view->term()); });
    connect(m_view, &TermView::placeAsked, this, &ExplainCard::placeAsked);
    connect(m_view, &TermView::termAsked, this, [this](const QString &id) {
        m_view->showTerm(id);
        present();
    });
}

void ExplainCard::explain(const Explained &thing)
{
    m_beside = thing.place;
    m_view->show(thing);
    present();
}

void ExplainCard::invite(const QRect &beside)
{
    m_beside = beside;
    m_view->show({{}, tr("What is this?"),
        tr("Click anything: a word, a symbol, a circle, a curve. Tab goes through the controls."), {}});
    present();
}

void ExplainCard::present()
{
    const QString glossary = QStringLiteral("<a href=\"glossary\" style=\"color:%1;text-decoration:none\">%2</a>")
                                 .arg(themeOf(this).cursorLine.name(),
                                     m_view->term().isEmpty() ? tr("Glossary") : tr("More in the glossary"));
    m_foot->setText(glossary + tr(" (Enter) · Esc ends"));
    setAccessibleName(m_view->text());
    placeBeside(m_beside.isEmpty() ? QList<QRect>{} : QList<QRect>{m_beside});
    show();
    QAccessibleEvent alert(this, QAccessible::Alert); // is read aloud, although the focus stays where it is
    QAccessible::updateAccessibility(&alert);
}

} // namespace unfold
