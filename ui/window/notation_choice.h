#pragma once
// Which of the textbooks' notations all names are read in: a choice of the menu, remembered.
#include "core/circuit/names.h"

#include <QObject>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class Document;

class NotationChoice : public QObject
{
    Q_OBJECT

public:
    /// Adds a submenu to `menu`, and gives `document` the notation of the last time (settings key "view/notation");
    /// where nothing is remembered it keeps its own. All outlive the choice.
    NotationChoice(Document *document, QSettings *settings, QMenu *menu, QWidget *window);

    void choose(Notation notation);

private:
    void recall();
    QAction *addChoice(Notation notation, QMenu *menu, QWidget *window);

    Document *m_document;
    QSettings *m_settings;
};

} // namespace unfold
