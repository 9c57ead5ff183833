#include "ui/window/key_list.h"

#include "ui/controls/transport_bar.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/window/focus_keys.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QSet>
#include <QShortcut>
#include <QWidget>

namespace unfold {
namespace {

struct KeyListText {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

QString key(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

QStringList keysOfAction(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        if (!sequence.isEmpty())
            keys << key(sequence);
    return keys;
}

/// "&Open…" → "Open"
QString wordsOf(const QAction &action)
{
    QString words = action.text();
    words.remove(u'&');
    return words.endsWith(u'…') ? words.chopped(1) : words;
}

/// Takes every action once, in the group that asks first.
class Collector
{
public:
    void add(const QString &title, const QList<QAction *> &actions, std::vector<KeyLine> also = {})
    {
        KeyGroup group{title, std::move(also)};
        for (const QAction *action : actions) {
            const QStringList keys = keysOfAction(*action);
            if (keys.isEmpty() || m_seen.contains(action))
                continue;
            m_seen.insert(action);
            group.lines.push_back({wordsOf(*action), keys});
        }
        addGroup(std::move(group));
    }

    /// A menu, its submenus as groups of their own.
    void addMenu(const QString &title, const QMenu &menu)
    {
        add(title, menu.actions());
        for (const QAction *action : menu.actions())
            if (action->menu())
                addMenu(wordsOf(*action), *action->menu());
    }

    void addGroup(KeyGroup group)
    {
        if (!group.lines.empty())
            groups.push_back(std::move(group));
    }

    std::vector<KeyGroup> groups;

private:
    QSet<const QAction *> m_seen;
};

KeyGroup shortcutsOf(const QWidget *window)
{
    KeyGroup group{KeyListText::tr("Also"), {}};
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>())
        if (!shortcut->key().isEmpty())
            group.lines.push_back({shortcut->whatsThis(), {key(shortcut->key())}});
    return group;
}

QString any(std::initializer_list<Qt::Key> keys)
{
    QStringList names;
    for (const Qt::Key one : keys)
        names << key(QKeySequence(one));
    return names.join(u' ');
}

KeyGroup diagramKeys()
{
    const QString shift
        = key(QKeySequence(Qt::SHIFT | Qt::Key_Up)) + u' ' + key(QKeySequence(Qt::SHIFT | Qt::Key_Down));
    return {KeyListText::tr("In the circuit and the graph"),
        {{KeyListText::tr("The node above, below"), {any({Qt::Key_Up, Qt::Key_Down})}},
            {KeyListText::tr("From arrow to arrow"), {shift}},
            {KeyListText::tr("Opens it in the inspector"), {any({Qt::Key_Enter})}}}};
}

KeyGroup editingKeys()
{
    const auto shifted = [](Qt::Key one) { return key(QKeySequence(Qt::SHIFT | one)); };
    return {KeyListText::tr("In the circuit while it is edited"),
        {{KeyListText::tr("The next part, the one before"), {any({Qt::Key_Up, Qt::Key_Down})}},
            {KeyListText::tr("Its fields"), {any({Qt::Key_Enter})}},
            {KeyListText::tr("A new input, state, output"), {any({Qt::Key_I, Qt::Key_S, Qt::Key_O})}},
            {KeyListText::tr("An arrow from the node"), {any({Qt::Key_C})}},
            {KeyListText::tr("Removes it"), {any({Qt::Key_Delete})}},
            {KeyListText::tr("Moves the node up, down"), {shifted(Qt::Key_Up), shifted(Qt::Key_Down)}},
            {KeyListText::tr("Moves it left, right"), {shifted(Qt::Key_Left), shifted(Qt::Key_Right)}}}};
}

KeyGroup weightKeys()
{
    return {KeyListText::tr("On the recurrent weight"),
        {{KeyListText::tr("0.01 more, less"), {any({Qt::Key_Up, Qt::Key_Down}), any({Qt::Key_Right, Qt::Key_Left})}},
            {KeyListText::tr("0.1 more, less"), {any({Qt::Key_PageUp, Qt::Key_PageDown})}},
            {KeyListText::tr("The ends of the scale"), {any({Qt::Key_Home, Qt::Key_End})}},
            {KeyListText::tr("Back to 1"), {any({Qt::Key_R})}}}};
}

KeyGroup animationPageKeys()
{
    return {KeyListText::tr("In an animation"),
        {{KeyListText::tr("Plays or pauses"), {any({Qt::Key_Space})}},
            {KeyListText::tr("A small step back, on"), {any({Qt::Key_Left, Qt::Key_Right})}},
            {KeyListText::tr("The mark before, the next one"), {any({Qt::Key_PageUp, Qt::Key_PageDown})}},
            {KeyListText::tr("To its start, its end"), {any({Qt::Key_Home, Qt::Key_End})}},
            {KeyListText::tr("Closes it"), {any({Qt::Key_Escape})}}}};
}

} // namespace

std::vector<KeyGroup> keysOfViews()
{
    const QString upDown = any({Qt::Key_Up, Qt::Key_Down});
    const QString arrows = any({Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down});
    const QString enter = any({Qt::Key_Enter});
    return {diagramKeys(), editingKeys(),
        {KeyListText::tr("In the hidden state"),
            {{KeyListText::tr("The unit above, below"), {upDown}}, {KeyListText::tr("Opens its number"), {enter}}}},
        {KeyListText::tr("In the gradient plot"),
            {{KeyListText::tr("The curve before, after"), {upDown}}, {KeyListText::tr("Opens the step"), {enter}}}},
        weightKeys(),
        {KeyListText::tr("In the equations"),
            {{KeyListText::tr("From symbol to symbol"), {arrows}}, {KeyListText::tr("Opens it"), {enter}}}},
        {KeyListText::tr("In the inspector"),
            {{KeyListText::tr("From entry to entry"), {arrows}},
                {KeyListText::tr("Opens an entry, unfolds a sum"), {enter}},
                {KeyListText::tr("Releases the pin, then the selection"), {any({Qt::Key_Escape})}}}},
        animationPageKeys()};
}

std::vector<KeyGroup> keysOf(const QWidget *window)
{
    Collector all;
    if (const auto *transport = window->findChild<TransportBar *>())
        all.add(KeyListText::tr("Time"), transport->actions());
    if (const auto *focus = window->findChild<FocusKeys *>())
        all.add(KeyListText::tr("From part to part"), focus->findChildren<QAction *>(),
            {{KeyListText::tr("The next control, the one before"),
                {key(QKeySequence(Qt::Key_Tab)), key(QKeySequence(Qt::SHIFT | Qt::Key_Tab))}}});
    for (const QMenu *menu : window->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        all.addMenu(KeyListText::tr("Menu"), *menu);
    if (const auto *inspector = window->findChild<InspectorPanel *>())
        all.add(KeyListText::tr("On what is opened in the inspector"), inspector->actions());
    all.add(KeyListText::tr("Also"), window->findChildren<QAction *>());
    all.addGroup(shortcutsOf(window));
    for (KeyGroup &group : keysOfViews())
        all.addGroup(std::move(group));
    return std::move(all.groups);
}

} // namespace unfold
