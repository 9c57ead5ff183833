#include "ui/window/message_bar.h"

#include "ui/style/theme.h"
#include "ui/widgets/soft_button.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace unfold {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_layout(new QHBoxLayout(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // names and titles of files stand in it
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleDescription(tr("Message"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Hides this message. Your experiment is unchanged."));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::close);

    m_layout->setContentsMargins(Metrics::padding, 6, 6, 6);
    m_layout->setSpacing(Metrics::gap / 2);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_close);
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::showMessage(const QString &sentence)
{
    m_message = sentence;
    m_calm = false;
    refresh();
}

void MessageBar::showNote(const QString &sentence)
{
    m_message = sentence;
    m_calm = true;
    refresh();
}

void MessageBar::offer(const QString &sentence, const std::vector<Answer> &answers)
{
    m_offer = {sentence, answers};
    refresh();
}

void MessageBar::clear()
{
    if (!m_message)
        return;
    m_message.reset();
    refresh();
}

void MessageBar::close()
{
    if (!std::exchange(m_message, std::nullopt))
        m_offer.reset();
    refresh();
}

void MessageBar::addButton(const Answer &answer)
{
    auto *button = new SoftButton(this);
    button->setText(answer.text);
    button->setShortcut(answer.key); // after the text, which would take it away
    button->setToolTip(tr("%1 Key: %2.").arg(answer.toolTip, answer.key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(answer.text);
    connect(button, &SoftButton::clicked, this, [this, act = answer.act] {
        m_offer.reset();
        refresh();
        act();
    });
    m_layout->insertWidget(m_layout->count() - 1, button);
    button->show(); // at once, where the bar is in sight already
    m_buttons.push_back(button);
}

void MessageBar::refresh()
{
    for (QWidget *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
    if (!m_message && m_offer)
        for (const Answer &answer : m_offer->answers)
            addButton(answer);
    m_text->setText(m_message ? *m_message : m_offer ? m_offer->sentence : QString());
    setVisible(m_message || m_offer);
    update();
    if (isHidden())
        return;
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// A message in the colour of what is wrong, a note and an offer in a calm one.
void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const bool alarming = m_message && !m_calm;
    QPainter painter(this);
    painter.fillRect(rect(), alarming ? theme.lossFill : theme.cursorBand);
    painter.fillRect(QRect(0, 0, 4, height()), alarming ? theme.loss : theme.cursorLine);
}

} // namespace unfold
