#include "ui/panels/lesson_card.h"

#include "core/circuit/read_prose.h"
#include "ui/document/document.h"
#include "ui/panels/labels.h"
#include "ui/panels/soft_button.h"
#include "ui/panels/transport_icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace unfold {

LessonCard::LessonCard(Document *document, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
{
    build();
    connect(m_close, &SoftButton::clicked, this, &QWidget::hide);
    connect(m_document, &Document::experimentChanged, this, &LessonCard::showNote);
    connect(m_document, &Document::resultChanged, this, &LessonCard::showText);
    m_shown = QString::fromStdString(m_document->experiment().note);
    showText();
    if (m_shown.isEmpty()) // otherwise it is shown with the window that it is put into
        hide();
}

void LessonCard::build()
{
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText); // a file's note is text, never markup
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setAccessibleDescription(tr("What to try"));
    m_close = new SoftButton(this);
    m_close->setObjectName(QStringLiteral("closeLesson"));
    m_close->setIconPath(icons::close());
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the note"));
    m_close->setToolTip(tr("<p>Closes this note. The next scene brings its own.</p>"));
    auto *head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Try this"), this));
    head->addStretch(1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::gap, Metrics::gap);
    column->setSpacing(Metrics::gap / 2);
    column->addLayout(head);
    column->addWidget(m_note);
}

void LessonCard::showNote()
{
    const QString note = QString::fromStdString(m_document->experiment().note);
    if (note == m_shown)
        return;
    m_shown = note;
    reopen();
}

/// In the names that everything else is read in.
void LessonCard::showText()
{
    m_note->setText(QString::fromStdString(readProse(m_document->result()->circuit(), m_shown.toStdString())));
}

void LessonCard::reopen()
{
    showText();
    setVisible(!m_shown.isEmpty());
}

void LessonCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.cursorBand);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
}

} // namespace unfold
