#pragma once
// The title of a section of a card, with small toggles at its right end.
#include <QAbstractButton>
#include <QStaticText>
#include <QWidget>

#include <vector>

class QMenu;

namespace unfold {

/// A small pill: outlined, filled while checked, pale while it cannot be used. Colours and size follow palette and
/// font.
class PillButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PillButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

    /// The pill with its text in the middle of `place`.
    void paintPill(QPainter &painter, const QRect &place) const;
};

/// Lies over the title of a header: a chevron behind it, and a click or a key opens a menu.
class TitleButton : public QAbstractButton
{
    Q_OBJECT

public:
    TitleButton(QMenu *menu, QWidget *parent);

    static int chevronWidth();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();

    QMenu *m_menu;
};

/// Title at the left, toggles at the right; rows of their own where both do not fit.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const { return m_title; }
    /// Stands behind the title where there is one section for each of several; empty: nothing.
    void setWhose(const QString &whose);
    /// The title opens `menu`, which outlives the header.
    void setTitleMenu(QMenu *menu);
    PillButton *addToggle(const QString &text, const QString &toolTip);
    void setToggleText(PillButton *toggle, const QString &text);
    void setToggleShown(PillButton *toggle, bool shown);
    /// Leaves the title alone, for a figure.
    void hideToggles();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString wholeTitle() const;
    void showTitle();
    int titleWidth() const;
    std::vector<PillButton *> shownToggles() const;
    int togglesWidth() const;
    std::vector<std::vector<PillButton *>> toggleRows(int width) const;
    int rowHeight() const;
    bool fitsOneRow(int width) const;
    void placeToggles();
    void paintHalo(QPainter &painter, QPoint at);

    QString m_title;
    QString m_whose;
    QStaticText m_text; ///< the whole title, shaped once
    std::vector<PillButton *> m_toggles; ///< children
    std::vector<PillButton *> m_absent; ///< those of them that are not shown at present
    TitleButton *m_titleButton = nullptr;
    bool m_togglesShown = true;
};

} // namespace unfold
