#pragma once
// The gallery of input and output shapes: a card for each, in as many columns as there is room for. Arrows walk, Enter
// or a click opens the card's scene, Esc closes.
#include "core/experiment/experiment.h"

#include <QDialog>

class QGridLayout;
class QScrollArea;

namespace unfold {

class ShapeCard;

class ShapeGallery : public QDialog
{
    Q_OBJECT

public:
    /// present: the experiment on the screen, whose shape is marked.
    ShapeGallery(const Experiment &present, QWidget *window);

    const QList<ShapeCard *> &cards() const { return m_cards; }
    int columns() const { return m_columns; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void chosen(const unfold::Experiment &scene);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildCards(const Experiment &present, QWidget *page);
    void buildPage(QWidget *page);
    int cardWidth() const; ///< px, the least
    void applyShape();
    void walkBy(int cards);

    QScrollArea *m_scroll;
    QGridLayout *m_grid = nullptr;
    QList<ShapeCard *> m_cards;
    int m_columns = 0; ///< 0: not yet arranged
};

} // namespace unfold
