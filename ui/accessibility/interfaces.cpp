#include "ui/accessibility/interfaces.h"

#include "ui/accessibility/keyboard_navigator.h"
#include "ui/accessibility/value_control.h"
#include "ui/accessibility/walk_interface.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace unfold {
namespace {

class ValueInterface final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    ValueInterface(QWidget *widget, ValueControl *control)
        : QAccessibleWidget(widget, QAccessible::Slider)
        , m_control(control)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_control->valueText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return m_control->value(); }
    void setCurrentValue(const QVariant &value) override { m_control->askFor(value.toDouble()); }
    QVariant minimumValue() const override { return m_control->lowest(); }
    QVariant maximumValue() const override { return m_control->highest(); }
    QVariant minimumStepSize() const override { return m_control->smallestStep(); }

private:
    ValueControl *m_control; // the widget itself
};

constexpr char roleProperty[] = "accessibleRole";

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (auto *control = dynamic_cast<ValueControl *>(widget))
        return new ValueInterface(widget, control);
    if (auto *navigator = widget->findChild<KeyboardNavigator *>(QString(), Qt::FindDirectChildrenOnly))
        return new WalkInterface(navigator);
    const QVariant role = widget->property(roleProperty);
    return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(interfaceOf); // which Qt does once
}

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    installAccessibility();
    widget->setProperty(roleProperty, static_cast<int>(role));
}

void tellPlace(QWidget *view, WalkPlace place, QAccessible::Event event)
{
    auto *list = dynamic_cast<WalkInterface *>(QAccessible::queryAccessibleInterface(view));
    if (!list)
        return;
    const auto tell = [entry = list->entry(place)](QAccessible::Event what) {
        QAccessibleEvent told(entry, what);
        QAccessible::updateAccessibility(&told);
    };
    if (event != QAccessible::NameChanged)
        tell(QAccessible::NameChanged); // the name kept from the last time need not be true
    tell(event);
}

void tellNames(QWidget *view)
{
    const auto *list = dynamic_cast<WalkInterface *>(QAccessible::queryAccessibleInterface(view));
    for (QAccessibleInterface *entry : list ? list->knownEntries() : QList<QAccessibleInterface *>()) {
        QAccessibleEvent told(entry, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&told);
    }
}

void tellValue(QWidget *control, double value)
{
    QAccessibleValueChangeEvent told(control, value);
    QAccessible::updateAccessibility(&told);
}

} // namespace unfold
