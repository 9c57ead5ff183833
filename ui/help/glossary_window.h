#pragma once
// The glossary as a window of its own beside the other one: a search, the terms, and the one that is read.
#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace unfold {

class Glossary;
class TermView;

class GlossaryWindow : public QDialog
{
    Q_OBJECT

public:
    /// glossary outlives the window.
    GlossaryWindow(const Glossary *glossary, QWidget *parent);

    /// At a term; an empty id leaves it where it was.
    void openAt(const QString &id);
    const TermView *view() const { return m_view; }

signals:
    void placeAsked(const QString &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillList();
    void select(const QString &id);
    void showCurrent();
    void fitList();

    const Glossary *m_glossary;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    QScrollArea *m_page = nullptr;
    TermView *m_view = nullptr;
};

} // namespace unfold
