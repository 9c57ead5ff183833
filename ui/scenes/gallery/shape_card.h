#pragma once
// One shape of the gallery: its drawing, what it is known for, and the scene that a click opens.
#include "ui/scenes/gallery/shape_entries.h"

#include <QAbstractButton>

namespace unfold {

class ShapeCard : public QAbstractButton
{
    Q_OBJECT

public:
    /// sceneTitle: of the scene that it opens. present: whether the experiment on the screen has this shape.
    ShapeCard(const ShapeEntry &entry, const QString &sceneTitle, bool present, QWidget *parent = nullptr);

    const ShapeEntry &entry() const { return m_entry; }
    bool isPresent() const { return m_present; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const QString &sceneTitle);
    void speak(const QString &sceneTitle);

    ShapeEntry m_entry;
    bool m_present;
};

} // namespace unfold
