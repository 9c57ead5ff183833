#pragma once
// The line in the window while there is a twin: which of the two the controls edit, what each is called and
// how its curve is drawn, what is linked, and what can be done with both.
#include <QWidget>

#include <map>

namespace unfold {

class CurveName;
class Document;
class LinkButton;
class Twin;
class TwinActions;
enum class Link;

class TwinBar : public QWidget
{
    Q_OBJECT

public:
    /// document and actions outlive it. Hidden without a twin.
    TwinBar(Document *document, const TwinActions *actions, QWidget *parent = nullptr);

    LinkButton *button(Link link) const { return m_links.at(link); }
    /// "RNN · edited", "twin: LSTM"
    QString textOfFirst() const;
    QString textOfTwin() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildNames();
    void buildLinks();
    void buildButtons(const TwinActions *actions);
    void refresh();
    int place(int width, bool move) const;

    Document *m_document;
    Twin *m_twin;
    CurveName *m_first = nullptr;
    CurveName *m_other = nullptr;
    std::map<Link, LinkButton *> m_links;
    QList<QWidget *> m_starts; ///< children with which a group begins
};

} // namespace unfold
