#include "ui/timeline/map/norm_section.h"

#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"
#include "ui/widgets/section_header.h"

#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace unfold {

NormSection::NormSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader(title, this))
    , m_map(new NormMap(this))
    , m_message(new QLabel(m_map))
{
    setMouseTracking(true);
    setAccessibleName(title);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_map, 1);
}

QString NormSection::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void NormSection::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    setAccessibleDescription(message);
}

std::optional<NormMap::Place> NormSection::placeUnder(const QMouseEvent &event) const
{
    return m_map->at(m_map->mapFrom(this, event.position()));
}

void NormSection::resizeEvent(QResizeEvent *)
{
    layout()->activate();
    const int margin = Metrics::timeLeft(this);
    m_message->setGeometry(margin, 0, std::max(0, m_map->width() - margin - Metrics::timeRight(this)), m_map->height());
}

} // namespace unfold
