#pragma once
// "What is this?": while it is on, a click explains what lies under it and does nothing else, Tab explains what gets
// the focus, Enter opens the glossary there, Esc ends.
#include "ui/help/term_finder.h"

#include <QObject>

class QMouseEvent;

namespace unfold {

class ExplainCard;
class Spotlight;

class ExplainMode : public QObject
{
    Q_OBJECT

public:
    /// All outlive the mode.
    ExplainMode(const Document *document, const Glossary *glossary, QWidget *window);
    ~ExplainMode() override;

    bool active() const { return m_active; }
    const ExplainCard *card() const { return m_card; }

public slots:
    /// Explains at once what has the focus; where nothing has, the card says what can be done.
    void setActive(bool active);

signals:
    void activeChanged(bool active);
    void glossaryAsked(const QString &id); ///< empty: at no particular term
    void placeAsked(const QString &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void end();
    bool ofWindow(const QWidget *widget) const;
    bool handle(const QWidget &widget, QEvent *event);
    bool handleKey(QEvent *event);
    void point(const QWidget &widget, const QMouseEvent &event);
    void explainAt(const QWidget &widget, QPoint point);
    void explainFocus();
    void showCursor(bool question);

    TermFinder m_finder;
    QWidget *m_window;
    Spotlight *m_spotlight;
    ExplainCard *m_card;
    bool m_active = false;
    bool m_question = false; ///< whether the mouse cursor asks
};

} // namespace unfold
