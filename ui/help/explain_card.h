#pragma once
// The card near a thing that was asked about: the term, a way to the glossary, and how to end.
#include "ui/help/floating_card.h"

class QLabel;

namespace unfold {

class Glossary;
class TermView;
struct Explained;

class ExplainCard : public FloatingCard
{
    Q_OBJECT

public:
    /// glossary outlives the card.
    ExplainCard(const Glossary *glossary, QWidget *window);

    /// thing.place: in the window's coordinates; empty: the card stands in the middle.
    void explain(const Explained &thing);
    /// What can be done, while nothing has been asked about yet.
    void invite(const QRect &beside);
    const TermView *view() const { return m_view; }

signals:
    void glossaryAsked(const QString &id);
    void placeAsked(const QString &place);

private:
    void build();
    void present();

    TermView *m_view;
    QLabel *m_foot = nullptr;
    QRect m_beside;
};

} // namespace unfold
