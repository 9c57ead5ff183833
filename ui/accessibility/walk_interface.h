#pragma once
// A walkable view as assistive technology sees it: its buttons and texts, then one entry per place in sight, each with
// its sentence, its rectangle on the screen, and whether it is focused or open in the inspector.
#include "ui/accessibility/walkable.h"

#include <QAccessibleWidget>
#include <QHash>

namespace unfold {

class KeyboardNavigator;

class WalkInterface : public QAccessibleWidget
{
public:
    explicit WalkInterface(KeyboardNavigator *navigator);
    ~WalkInterface() override;

    /// Made when it is first asked for, and kept.
    QAccessibleInterface *entry(WalkPlace place) const;

    /// Those made so far that are still there.
    QList<QAccessibleInterface *> knownEntries() const;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    QList<QWidget *> parts() const;

    KeyboardNavigator *m_navigator;
    mutable QHash<quint64, QAccessible::Id> m_entries;
};

} // namespace unfold
