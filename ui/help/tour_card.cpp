#include "ui/help/tour_card.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace unfold {

TourCard::TourCard(QWidget *window)
    : FloatingCard(window)
{
    build();
    connect(m_next, &SoftButton::clicked, this, &TourCard::nextAsked);
    connect(m_back, &SoftButton::clicked, this, &TourCard::backAsked);
    connect(m_skip, &SoftButton::clicked, this, &TourCard::skipAsked);
}

SoftButton *TourCard::addButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new SoftButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    return button;
}

void TourCard::build()
{
    setObjectName(QStringLiteral("tourCard"));
    m_title = makeHeading({}, this);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_title->setWordWrap(true);
    m_count = makeCaption({}, this);
    m_count->setObjectName(QStringLiteral("tourCount"));
    m_count->setWordWrap(false);
    m_text = new QLabel(this);
    m_task = new QLabel(this);
    m_task->setObjectName(QStringLiteral("tourTask"));
    for (QLabel *label : {m_text, m_task})
        label->setWordWrap(true);
    m_hint = makeCaption({}, this);
    m_hint->setObjectName(QStringLiteral("tourHint"));
    m_skip = addButton("tourSkip", tr("Skip"), tr("Ends the tour. It can be started again from the menu. Key: Esc."));
    m_skip->setAutoRaise(true);
    m_back = addButton("tourBack", tr("Back"), tr("The step before."));
    m_next = addButton("tourNext", tr("Next"), tr("The next step. Key: Enter."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_skip);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addSpacing(Metrics::gap / 2);
    row->addWidget(m_back);
    row->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::padding, Metrics::gap);
    column->setSpacing(8);
    for (QLabel *label : {m_title, m_text, m_task, m_hint})
        column->addWidget(label);
    column->addSpacing(4);
    column->addLayout(row);
}

void TourCard::showStep(const TourStep &step, int index, int count)
{
    m_try = step.tryThis;
    m_title->setText(step.title);
    m_text->setText(step.text);
    m_count->setText(tr("%1 of %2").arg(index + 1).arg(count));
    m_back->setEnabled(index > 0);
    m_next->setText(index + 1 < count ? tr("Next") : tr("Done"));
    m_skip->setVisible(index + 1 < count);
    setDone(false);
    setAccessibleName(tr("Tour, %1. %2. %3 %4").arg(m_count->text(), step.title, step.text, m_try));
    show();
    m_next->setFocus(Qt::ShortcutFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TourCard::setDone(bool done)
{
    m_done = done;
    m_task->setText((done ? QStringLiteral("✓ ") : QString()) + m_try);
    colourTask();
}

void TourCard::colourTask()
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_done ? themeOf(this).muted : themeOf(this).cursorLine);
    m_task->setPalette(palette);
}

void TourCard::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void TourCard::changeEvent(QEvent *event)
{
    FloatingCard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_task)
        colourTask();
}

void TourCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        focusWidget() == m_back ? emit backAsked() : focusWidget() == m_skip ? emit skipAsked() : emit nextAsked();
    else if (event->key() == Qt::Key_Escape)
        emit skipAsked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace unfold
