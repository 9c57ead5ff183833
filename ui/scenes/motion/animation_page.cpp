#include "ui/scenes/motion/animation_page.h"

#include "ui/layout/card.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrubber.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/transport_icons.h"
#include "ui/widgets/typing_guard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QtMath>

namespace unfold {

AnimationPage::AnimationPage(const AnimationPageParts &parts, QStackedWidget *pages)
    : QWidget(pages)
    , m_pages(pages)
    , m_scrubber(parts.scrubber)
{
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins({});
    lines->setSpacing(Metrics::gap);
    lines->addWidget(buildHeader(parts));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Metrics::gap);
    row->addWidget(parts.content, 2);
    if (parts.side)
        row->addWidget(parts.side, 1);
    lines->addLayout(row, 1);
    lines->addWidget(m_scrubber);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(new Card({}, inside));
    setAccessibleName(parts.title);
    reserveCaption();
    pages->addWidget(this);
}

QWidget *AnimationPage::buildHeader(const AnimationPageParts &parts)
{
    auto *header = new QWidget;
    m_title = makeHeading(parts.title, header);
    m_title->setObjectName(QStringLiteral("animationTitle"));
    m_caption = makeSentence(parts.caption, header);
    m_caption->setObjectName(QStringLiteral("animationCaption"));
    m_caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *closing = new SoftButton;
    closing->setObjectName(QStringLiteral("closeAnimation"));
    closing->setIconPath(icons::close());
    closing->setAccessibleName(tr("Close"));
    closing->setToolTip(tr("<p>Back to the circuit and its numbers, as they were. Key: Esc.</p>"));
    connect(closing, &SoftButton::clicked, this, &AnimationPage::close);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_caption);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins({});
    row->setSpacing(Metrics::gap);
    row->addLayout(words, 1);
    row->addWidget(closing, 0, Qt::AlignTop);
    return header;
}

QString AnimationPage::caption() const
{
    return m_caption->text();
}

void AnimationPage::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void AnimationPage::setCaption(const QString &caption)
{
    if (caption != m_caption->text())
        m_caption->setText(caption);
}

/// Two lines, so that what is under it stands still while the sentence changes.
void AnimationPage::reserveCaption()
{
    m_caption->setMinimumHeight(qCeil(2 * QFontMetricsF(textFont(1.1)).lineSpacing()) + 2);
}

void AnimationPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reserveCaption();
}

void AnimationPage::open()
{
    if (m_open)
        return;
    m_open = true;
    m_focusBefore = QApplication::focusWidget();
    m_pageBefore = m_pages->currentWidget();
    if (auto *other
        = qobject_cast<AnimationPage *>(m_pageBefore)) { // one at a time; what is behind it is what to go back to
        m_focusBefore = other->m_focusBefore;
        m_pageBefore = other->m_pageBefore;
        other->close();
    }
    m_pages->setCurrentWidget(this);
    m_scrubber->setFocus(Qt::OtherFocusReason);
    qApp->installEventFilter(this); // last installed, first asked: before the projector's keys
    emit openChanged(true);
}

void AnimationPage::close()
{
    if (!m_open)
        return;
    m_open = false;
    qApp->removeEventFilter(this);
    m_scrubber->pause();
    if (QWidget *focused = QApplication::focusWidget(); focused && isAncestorOf(focused))
        focused->clearFocus(); // else Qt passes it on to a neighbour
    m_pages->setCurrentWidget(m_pageBefore);
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::ActiveWindowFocusReason); // as if nothing had been in between
    emit openChanged(false);
}

bool AnimationPage::isOurs(const QObject *watched, const QKeyEvent &event) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || widget->window() != window() || event.modifiers() & ~Qt::KeypadModifier
        || QApplication::activePopupWidget())
        return false;
    const QWidget *focused = QApplication::focusWidget();
    if (takesText(focused))
        return false;
    return event.key() == Qt::Key_Escape || m_scrubber->takesKey(event.key());
}

void AnimationPage::act(int key)
{
    if (key == Qt::Key_Escape)
        close();
    else
        m_scrubber->pressKey(key);
}

bool AnimationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!isOurs(watched, *key))
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no action gets it
        return true;
    }
    if (key->key() == Qt::Key_Space && qobject_cast<QAbstractButton *>(QApplication::focusWidget()))
        return false; // which it presses
    act(key->key());
    return true;
}

} // namespace unfold
