#pragma once
// Outlines what is being spoken about. Lies over the window, takes no mouse and no keys.
#include <QWidget>

namespace unfold {

class Spotlight : public QWidget
{
    Q_OBJECT

public:
    explicit Spotlight(QWidget *window);

    /// In the window's coordinates; empty: nothing is outlined. `dimmed`: everything else steps back a little.
    void setPlaces(const QList<QRect> &places, bool dimmed);
    const QList<QRect> &places() const { return m_places; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRect> m_places;
    bool m_dimmed = false;
};

} // namespace unfold
