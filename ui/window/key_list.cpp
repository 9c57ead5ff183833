#include "ui/window/key_list.h"

#include "ui/panels/inspector_panel.h"
#include "ui/panels/transport_bar.h"
#include "ui/window/focus_keys.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QSet>
#include <QShortcut>
#include <QWidget>

namespace unfold {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Keys", text);
}

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
    KeyGroup group{tr("Also"), {}};
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
    return {tr("In the circuit and the graph"),
        {{tr("The node above, below"), {any({Qt::Key_Up, Qt::Key_Down})}}, {tr("From arrow to arrow"), {shift}},
            {tr("Opens it in the inspector"), {any({Qt::Key_Enter})}}}};
}

KeyGroup editingKeys()
{
    const auto shifted = [](Qt::Key one) { return key(QKeySequence(Qt::SHIFT | one)); };
    return {tr("In the circuit while it is edited"),
        {{tr("The next part, the one before"), {any({Qt::Key_Up, Qt::Key_Down})}},
            {tr("Its fields"), {any({Qt::Key_Enter})}},
            {tr("A new input, state, output"), {any({Qt::Key_I, Qt::Key_S, Qt::Key_O})}},
            {tr("An arrow from the node"), {any({Qt::Key_C})}}, {tr("Removes it"), {any({Qt::Key_Delete})}},
            {tr("Moves the node up, down"), {shifted(Qt::Key_Up), shifted(Qt::Key_Down)}},
            {tr("Moves it left, right"), {shifted(Qt::Key_Left), shifted(Qt::Key_Right)}}}};
}

KeyGroup weightKeys()
{
    return {tr("On the recurrent weight"),
        {{tr("0.01 more, less"), {any({Qt::Key_Up, Qt::Key_Down}), any({Qt::Key_Right, Qt::Key_Left})}},
            {tr("0.1 more, less"), {any({Qt::Key_PageUp, Qt::Key_PageDown})}},
            {tr("The ends of the scale"), {any({Qt::Key_Home, Qt::Key_End})}}, {tr("Back to 1"), {any({Qt::Key_R})}}}};
}

KeyGroup stageKeys()
{
    return {tr("In an animation"),
        {{tr("Plays or pauses"), {any({Qt::Key_Space})}},
            {tr("A small step back, on"), {any({Qt::Key_Left, Qt::Key_Right})}},
            {tr("The mark before, the next one"), {any({Qt::Key_PageUp, Qt::Key_PageDown})}},
            {tr("To its start, its end"), {any({Qt::Key_Home, Qt::Key_End})}},
            {tr("Closes it"), {any({Qt::Key_Escape})}}}};
}

} // namespace

std::vector<KeyGroup> keysOfViews()
{
    const QString upDown = any({Qt::Key_Up, Qt::Key_Down});
    const QString arrows = any({Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down});
    const QString enter = any({Qt::Key_Enter});
    return {diagramKeys(), editingKeys(),
        {tr("In the hidden state"), {{tr("The unit above, below"), {upDown}}, {tr("Opens its number"), {enter}}}},
        {tr("In the gradient plot"), {{tr("The curve before, after"), {upDown}}, {tr("Opens the step"), {enter}}}},
        weightKeys(), {tr("In the equations"), {{tr("From symbol to symbol"), {arrows}}, {tr("Opens it"), {enter}}}},
        {tr("In the inspector"),
            {{tr("From entry to entry"), {arrows}}, {tr("Opens an entry, unfolds a sum"), {enter}}}},
        stageKeys()};
}

std::vector<KeyGroup> keysOf(const QWidget *window)
{
    Collector all;
    if (const auto *transport = window->findChild<TransportBar *>())
        all.add(tr("Time"), transport->actions());
    if (const auto *focus = window->findChild<FocusKeys *>())
        all.add(tr("From part to part"), focus->findChildren<QAction *>(),
            {{tr("The next control, the one before"),
                {key(QKeySequence(Qt::Key_Tab)), key(QKeySequence(Qt::SHIFT | Qt::Key_Tab))}}});
    for (const QMenu *menu : window->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        all.addMenu(tr("Menu"), *menu);
    if (const auto *inspector = window->findChild<InspectorPanel *>())
        all.add(tr("On what is opened in the inspector"), inspector->actions());
    all.add(tr("Also"), window->findChildren<QAction *>());
    all.addGroup(shortcutsOf(window));
    for (KeyGroup &group : keysOfViews())
        all.addGroup(std::move(group));
    return std::move(all.groups);
}

} // namespace unfold
