#include "ui/scenes/gallery/shape_card.h"

#include "ui/scenes/gallery/miniature_view.h"
#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace unfold {
namespace {

QLabel *line(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

} // namespace

ShapeCard::ShapeCard(const ShapeEntry &entry, const QString &sceneTitle, bool present, QWidget *parent)
    : QAbstractButton(parent)
    , m_entry(entry)
    , m_present(present)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    build(sceneTitle);
    speak(sceneTitle);
}

void ShapeCard::build(const QString &sceneTitle)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::padding, Metrics::padding, Metrics::padding);
    column->setSpacing(Metrics::gap / 2);
    const QStringList title = m_entry.title.split(QStringLiteral(", ")); // "Many to many", "equal": drawings align
    QStringList below = title.mid(1);
    if (m_present)
        below << tr("the present shape");
    column->addWidget(line(title.first(), textFont(1.15, QFont::DemiBold), this));
    column->addWidget(makeCaption(below.join(QStringLiteral(" · ")), this));
    column->addWidget(new MiniatureView(m_entry.shape, this));
    column->addSpacing(Metrics::gap / 2);
    column->addWidget(line(m_entry.sentence, textFont(), this));
    column->addWidget(line(m_entry.applications, textFont(1.0, QFont::DemiBold), this));
    column->addStretch(1);
    column->addWidget(makeCaption(tr("Opens “%1”").arg(sceneTitle), this));
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents); // the card is one thing
}

void ShapeCard::speak(const QString &sceneTitle)
{
    setAccessibleName(m_present ? tr("%1, the present shape").arg(m_entry.title) : m_entry.title);
    setAccessibleDescription(
        tr("%1 Known for: %2. Opens the scene “%3”.").arg(m_entry.sentence, m_entry.applications, sceneTitle));
    setToolTip(tr("<p>Opens the scene “%1”. Undo returns.</p>").arg(sceneTitle.toHtmlEscaped()));
}

void ShapeCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_present ? theme.cursorLine : theme.border, m_present ? 1.5 : 1));
    painter.setBrush(isDown() || underMouse() ? theme.cursorBand : theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::radius, Metrics::radius);
    if (hasFocus())
        paintFocusRing(painter, rect(), theme, Metrics::radius);
}

/// Enter opens, as Space does.
void ShapeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace unfold
