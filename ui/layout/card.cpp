#include "ui/layout/card.h"

#include "ui/style/card_surface.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace unfold {

Card::Card(const QString &title, QWidget *content, QWidget *parent)
    : QFrame(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::padding, Metrics::gap);
    layout->setSpacing(Metrics::gap / 2);
    if (!title.isEmpty()) {
        m_title = new QLabel(title, this);
        layout->addWidget(m_title);
    }
    layout->addWidget(content, 1);
    restyle();
}

void Card::restyle()
{
    if (!m_title)
        return;
    const QFont font = textFont(1.0, QFont::DemiBold);
    QPalette palette;
    palette.setColor(QPalette::WindowText, themeOf(this).muted);
    // Setting what is set already would send another change event.
    if (m_title->font() != font)
        m_title->setFont(font);
    if (m_title->palette().color(QPalette::WindowText) != themeOf(this).muted)
        m_title->setPalette(palette);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCardSurface(painter, this);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace unfold
