#pragma once
// Which changes of one control are one undo step: those of one drag, or those that follow each other without a rest.
#include <QTimer>

namespace unfold {

class MergeGesture : public QObject
{
    Q_OBJECT

public:
    explicit MergeGesture(QObject *parent = nullptr);

    /// Changes with the same number may become one.
    int number() const { return m_number; }
    /// A change was made; after a second of rest the next one is another gesture, unless a hand holds the control.
    void touch();
    /// true: a hand takes hold of a control, and however long it stays, that is one gesture. false: it lets go.
    void hold(bool held);

private:
    QTimer m_rest;
    int m_number = 0;
    bool m_held = false;
};

} // namespace unfold
