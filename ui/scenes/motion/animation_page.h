#pragma once
// A page of its own for an animation: it takes the place of the columns while it is open. Closed, the window is exactly
// as it was, with the focus where it was. While it is open, the keys of its scrubber and Escape are the page's
// wherever the focus is in the window, but for controls that work with a key themselves.
#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QStackedWidget;

namespace unfold {

class Scrubber;
class SoftButton;

/// What such a page shows. It takes ownership of the widgets.
struct AnimationPageParts {
    QString title;
    QString caption; ///< one sentence
    QWidget *content = nullptr;
    QWidget *side = nullptr; ///< beside the content, a third of the width; nullptr: none
    Scrubber *scrubber = nullptr;
};

class AnimationPage : public QWidget
{
    Q_OBJECT

public:
    /// Becomes a page of `pages`, which is not shown by that.
    AnimationPage(const AnimationPageParts &parts, QStackedWidget *pages);

    Scrubber *scrubber() const { return m_scrubber; }
    bool isOpen() const { return m_open; }
    QString caption() const;
    void setTitle(const QString &title);
    void setCaption(const QString &caption);

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void open();
    void close();
    void setOpen(bool open) { open ? this->open() : close(); }

signals:
    void openChanged(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void reserveCaption();
    QWidget *buildHeader(const AnimationPageParts &parts);
    bool isOurs(const QObject *watched, const QKeyEvent &event) const;
    void act(int key);

    QStackedWidget *m_pages;
    QLabel *m_title = nullptr;
    QLabel *m_caption = nullptr;
    Scrubber *m_scrubber;
    bool m_open = false;
    QPointer<QWidget> m_pageBefore;
    QPointer<QWidget> m_focusBefore;
};

} // namespace unfold
