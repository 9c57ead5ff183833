#include "ui/accessibility/walk_interface.h"

#include "ui/accessibility/keyboard_navigator.h"

#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace unfold {
namespace {

quint64 keyOf(WalkPlace place)
{
    return quint64(quint32(place.step)) << 32 | quint32(place.row);
}

/// One place of a view.
class PlaceInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PlaceInterface(KeyboardNavigator *navigator, WalkPlace place)
        : m_navigator(navigator)
        , m_place(place)
    {
    }

    WalkPlace place() const { return m_place; }

    bool isValid() const override
    {
        return m_navigator && m_place.row < m_navigator->what().rowCount() && m_navigator->what().exists(m_place);
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_navigator ? QAccessible::queryAccessibleInterface(m_navigator->view()) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_navigator->what().sentenceAt(m_place) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect here = m_navigator->what().rectAt(m_place).toAlignedRect();
        return {m_navigator->view()->mapToGlobal(here.topLeft()), here.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_navigator->view()->hasFocus() && m_navigator->current() == m_place;
        state.selected = m_navigator->selected(m_place);
        state.offscreen = !m_navigator->view()->rect().intersects(m_navigator->what().rectAt(m_place).toAlignedRect());
        state.invisible = !m_navigator->view()->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_navigator->view()->setFocus(Qt::OtherFocusReason);
        m_navigator->goTo(m_place);
        if (name == pressAction())
            m_navigator->open(m_navigator->current());
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<KeyboardNavigator> m_navigator;
    WalkPlace m_place;
};

} // namespace

WalkInterface::WalkInterface(KeyboardNavigator *navigator)
    : QAccessibleWidget(navigator->view(), QAccessible::List)
    , m_navigator(navigator)
{
}

WalkInterface::~WalkInterface()
{
    for (const QAccessible::Id id : std::as_const(m_entries))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *WalkInterface::entry(WalkPlace place) const
{
    const auto known = m_entries.constFind(keyOf(place));
    if (known != m_entries.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new PlaceInterface(m_navigator, place);
    m_entries.insert(keyOf(place), QAccessible::registerAccessibleInterface(made));
    return made;
}

QList<QAccessibleInterface *> WalkInterface::knownEntries() const
{
    QList<QAccessibleInterface *> known;
    for (const QAccessible::Id id : std::as_const(m_entries))
        if (QAccessibleInterface *entry = QAccessible::accessibleInterface(id); entry && entry->isValid())
            known << entry;
    return known;
}

/// What is only painted upon is no part of its own.
QList<QWidget *> WalkInterface::parts() const
{
    QList<QWidget *> parts;
    for (int i = 0; i < QAccessibleWidget::childCount(); ++i)
        if (auto *part = qobject_cast<QWidget *>(QAccessibleWidget::child(i)->object()))
            if (!part->testAttribute(Qt::WA_TransparentForMouseEvents))
                parts << part;
    return parts;
}

int WalkInterface::childCount() const
{
    return static_cast<int>(parts().size() + static_cast<qsizetype>(m_navigator->places().size()));
}

QAccessibleInterface *WalkInterface::child(int index) const
{
    const QList<QWidget *> widgets = parts();
    if (index < widgets.size())
        return index < 0 ? nullptr : QAccessible::queryAccessibleInterface(widgets[index]);
    const std::vector<WalkPlace> &places = m_navigator->places();
    const auto place = static_cast<size_t>(index - widgets.size());
    return place < places.size() ? entry(places[place]) : nullptr;
}

int WalkInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<QWidget *> widgets = parts();
    if (const auto *entry = dynamic_cast<const PlaceInterface *>(child)) {
        const std::vector<WalkPlace> &places = m_navigator->places();
        const auto at = std::find(places.begin(), places.end(), entry->place());
        return at == places.end() ? -1 : static_cast<int>(widgets.size() + (at - places.begin()));
    }
    return child ? static_cast<int>(widgets.indexOf(qobject_cast<QWidget *>(child->object()))) : -1;
}

QAccessibleInterface *WalkInterface::childAt(int x, int y) const
{
    const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
    for (QWidget *part : parts())
        if (part->isVisible() && part->geometry().contains(at))
            return QAccessible::queryAccessibleInterface(part);
    for (const WalkPlace &place : m_navigator->places())
        if (m_navigator->what().rectAt(place).contains(at))
            return entry(place);
    return nullptr;
}

QAccessibleInterface *WalkInterface::focusChild() const
{
    const WalkPlace here = m_navigator->current();
    return widget()->hasFocus() && here.row >= 0 ? entry(here) : QAccessibleWidget::focusChild();
}

} // namespace unfold
