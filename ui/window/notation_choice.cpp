#include "ui/window/notation_choice.h"

#include "ui/document/document.h"
#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace unfold {
namespace {

constexpr QLatin1String notationKey("view/notation");

QString keyOf(Notation notation)
{
    const std::string_view name = nameOf(notation);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

Notation otherThan(Notation notation)
{
    return notation == Notation::Letters ? Notation::Indexed : Notation::Letters;
}

/// The formula that each textbook is known by.
MenuEntry entryOf(Notation notation)
{
    return notation == Notation::Letters
        ? MenuEntry{NotationChoice::tr("h(t) = tanh(b + W h(t−1) + U x(t))"), {},
            NotationChoice::tr(
                "U, V, W, b and c, with the step in brackets: the notation of Goodfellow, Bengio and "
                "Courville. Here a is the pre-activation, the argument of tanh. Files are always written "
                "in it.")}
        : MenuEntry{NotationChoice::tr("a⟨t⟩ = tanh(W_aa a⟨t−1⟩ + W_ax x⟨t⟩ + b_a)"), {},
            NotationChoice::tr("W_ax, W_aa, W_ya, b_a and b_y, with the step in angle brackets: the notation of Andrew "
                               "Ng's courses. A matrix is named by its target and its source. Here a is "
                               "the state, and z the pre-activation.")};
}

} // namespace

NotationChoice::NotationChoice(Document *document, QSettings *settings, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
{
    recall();
    QMenu *notations = menu->addMenu(tr("Notation"));
    notations->setToolTipsVisible(true);
    auto *group = new QActionGroup(this);
    for (const Notation notation : {Notation::Letters, Notation::Indexed})
        group->addAction(addChoice(notation, notations, window));
    notations->addSeparator();
    const QAction *other = addEntry(notations, window,
        {tr("Switch notation"), QKeySequence(Qt::CTRL | Qt::Key_T),
            tr("From U, V, W and h(t) to W_ax, W_ya, W_aa and a⟨t⟩, and back. The letter a changes its meaning: the "
               "pre-activation in the first, the state in the second. Only names change, no number does.")});
    connect(other, &QAction::triggered, this, [this] { choose(otherThan(m_document->notation())); });
}

QAction *NotationChoice::addChoice(Notation notation, QMenu *menu, QWidget *window)
{
    QAction *action = addEntry(menu, window, entryOf(notation));
    action->setObjectName(QStringLiteral("notation-") + keyOf(notation));
    action->setCheckable(true);
    const auto show = [this, action, notation] { action->setChecked(m_document->notation() == notation); };
    show();
    connect(m_document, &Document::notationChanged, action, show);
    connect(action, &QAction::triggered, this, [this, notation] { choose(notation); });
    return action;
}

void NotationChoice::recall()
{
    if (const auto notation = notationNamed(m_settings->value(notationKey).toString().toStdString()))
        m_document->setNotation(*notation);
}

void NotationChoice::choose(Notation notation)
{
    m_settings->setValue(notationKey, keyOf(notation));
    m_document->setNotation(notation);
}

} // namespace unfold
