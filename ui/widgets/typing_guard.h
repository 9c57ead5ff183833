#pragma once
// Keeps plain keys where they are being used: while a text field, a spin box, a list, a slider, a tab bar or a button
// that was reached with Tab has the focus, the keys it works with never reach an action of the same key.
#include <QList>
#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace unfold {

/// Whether keys write into it.
bool takesText(const QWidget *widget);

class TypingGuard : public QObject
{
    Q_OBJECT

public:
    /// Watches the application; the actions must outlive the guard.
    explicit TypingGuard(const QList<QAction *> &actions, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOurs(const QKeyEvent &event) const;

    QList<QAction *> m_actions;
};

} // namespace unfold
