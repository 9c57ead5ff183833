#pragma once
// One term as it is read: its title, what is known about the very thing that was asked about, the explanation, the
// formula, where it is on the screen, and related terms as links.
#include "ui/help/explained.h"

#include <QWidget>

class QLabel;

namespace unfold {

class Glossary;
class TermFormula;

class TermView : public QWidget
{
    Q_OBJECT

public:
    /// glossary outlives the view.
    explicit TermView(const Glossary *glossary, QWidget *parent = nullptr);

    void show(const Explained &thing);
    void showTerm(const QString &id) { show({{id}, {}, {}, {}}); }

    QString term() const; ///< the id shown; empty: none
    QString title() const; ///< as it stands
    QString text() const; ///< all that it says, for screen readers

signals:
    void termAsked(const QString &id); ///< a link
    void placeAsked(const QString &place); ///< "show it"

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void follow(const QString &link);
    QString linksTo(const QStringList &ids) const;
    QString link(const QString &target, const QString &words) const;

    const Glossary *m_glossary;
    Explained m_thing;
    QLabel *m_title = nullptr;
    QLabel *m_here = nullptr;
    QLabel *m_text = nullptr;
    TermFormula *m_formula = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_see = nullptr;
};

} // namespace unfold
