#pragma once
// What to try in the present experiment: its note, on a card that can be closed and comes back with the next note. In a
// cure the card holds the switch between before and after, and what is to be seen beside the gradient.
#include "core/learning/initialisation.h"

#include <QFrame>

class QAction;
class QLabel;

namespace unfold {

class ClipView;
struct Cure;
class CureSwitch;
class Document;
class RecipeTable;
class SoftButton;

class LessonCard : public QFrame
{
    Q_OBJECT

public:
    explicit LessonCard(Document *document, QWidget *parent = nullptr);

    /// Before or after the cure: for the window, so that its key works wherever the card is.
    QAction *cureAction() const;

public slots:
    /// Shows the note again after it was closed; nothing where the experiment has none.
    void reopen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showNote();
    void showCure();
    void chooseRecipe(Recipe recipe);
    void showText();

    Document *m_document;
    QLabel *m_note;
    SoftButton *m_close;
    QLabel *m_heading = nullptr;
    CureSwitch *m_cure = nullptr;
    ClipView *m_clip = nullptr; ///< these two only in the cures that show them
    RecipeTable *m_recipes = nullptr;
    const Cure *m_ofCure = nullptr; ///< the cure that the note last shown belongs to
    QString m_shown; ///< the note last shown: closed stays closed until there is another
};

} // namespace unfold
