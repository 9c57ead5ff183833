#include "ui/scenes/lesson_card.h"

#include "core/experiment/edit.h"
#include "core/formula/rename_in_text.h"
#include "ui/controls/clip_view.h"
#include "ui/document/document.h"
#include "ui/scenes/cure_switch.h"
#include "ui/scenes/cures.h"
#include "ui/scenes/recipe_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/measured_label.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/transport_icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace unfold {

LessonCard::LessonCard(Document *document, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
{
    build();
    connect(m_close, &SoftButton::clicked, this, &QWidget::hide);
    connect(m_document, &Document::experimentChanged, this, &LessonCard::showNote);
    connect(m_document, &Document::resultChanged, this, &LessonCard::showText);
    m_shown = QString::fromStdString(m_document->experiment().note);
    m_ofCure = m_cure->cure();
    showText();
    if (m_shown.isEmpty()) // otherwise it is shown with the window that it is put into
        hide();
}

void LessonCard::build()
{
    m_note = new MeasuredLabel(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText); // a file's note is text, never markup
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setAccessibleDescription(tr("What to try"));
    m_close = new SoftButton(this);
    m_close->setObjectName(QStringLiteral("closeLesson"));
    m_close->setIconPath(icons::close());
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the note"));
    m_close->setToolTip(tr("<p>Closes this note. The next scene brings its own.</p>"));
    auto *head = new QHBoxLayout;
    m_heading = makeHeading(QString(), this);
    head->addWidget(m_heading);
    head->addStretch(1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::gap, Metrics::gap);
    column->setSpacing(Metrics::gap / 2);
    column->addLayout(head);
    m_cure = new CureSwitch(m_document, readCures().cures, this);
    column->addWidget(m_cure);
    column->addWidget(m_note);
    connect(m_cure, &CureSwitch::cureChanged, this, &LessonCard::showCure);
    showCure();
}

QAction *LessonCard::cureAction() const
{
    return m_cure->action();
}

/// What a cure shows is built with the first one that shows it.
void LessonCard::showCure()
{
    const Cure *cure = m_cure->cure();
    m_heading->setText(cure ? QString::fromStdString(cure->title) : tr("Try this"));
    const bool clipping = cure && cure->shows == Cure::Shows::Clipping;
    const bool recipes = cure && cure->shows == Cure::Shows::Recipes;
    delete std::exchange(m_clip, clipping ? new ClipView(m_document, this) : nullptr);
    delete std::exchange(m_recipes, recipes ? new RecipeTable(m_document, this) : nullptr);
    for (QWidget *widget : {static_cast<QWidget *>(m_clip), static_cast<QWidget *>(m_recipes)})
        if (widget)
            layout()->addWidget(widget);
    if (m_recipes)
        connect(m_recipes, &RecipeTable::chosen, this, &LessonCard::chooseRecipe);
}

/// The recipe of the network before is before; every other one is a cure, as far as it goes.
void LessonCard::chooseRecipe(Recipe recipe)
{
    const Cure &cure = *m_cure->cure();
    Initialisation initialisation = m_document->experiment().initialisation;
    if (recipe == initialisation.recipe)
        return;
    initialisation.recipe = recipe;
    initialisation.recipes.clear();
    Experiment next = withInitialisation(m_document->experiment(), initialisation);
    const Experiment &version = recipe == cure.before.initialisation.recipe ? cure.before : cure.after;
    next.title = version.title;
    next.note = version.note;
    const std::string_view name = nameOf(recipe);
    m_document->change(next, tr("initial weights %1").arg(QString::fromLatin1(name.data(), qsizetype(name.size()))));
}

void LessonCard::showNote()
{
    const QString note = QString::fromStdString(m_document->experiment().note);
    if (note == m_shown)
        return;
    m_shown = note;
    if (isHidden() && m_cure->cure() && m_ofCure == m_cure->cure()) // closed in this cure: the switch leaves it closed
        return showText();
    m_ofCure = m_cure->cure();
    reopen();
}

/// In the names that everything else is read in.
void LessonCard::showText()
{
    m_note->setText(QString::fromStdString(renameInText(m_document->result()->circuit(), m_shown.toStdString())));
}

void LessonCard::reopen()
{
    showText();
    setVisible(!m_shown.isEmpty());
}

void LessonCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.cursorBand);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
}

} // namespace unfold
