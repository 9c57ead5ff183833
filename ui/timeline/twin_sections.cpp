#include "ui/timeline/twin_sections.h"

#include "ui/document/twin.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/widgets/section_header.h"

#include <utility>

namespace unfold {

TwinSections::TwinSections(Document *document, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_parts(parts)
{
    for (const auto signal : {&Twin::changed, &Twin::besideChanged, &Twin::resultChanged})
        connect(document->twin(), signal, this, &TwinSections::refresh);
    connect(document, &Document::resultChanged, this, &TwinSections::refresh);
    connect(parts.states->valueToggle(), &PillButton::clicked, this, [this] {
        if (m_states)
            m_states->wantGradient(false);
    });
    connect(parts.states->gradientToggle(), &PillButton::clicked, this, [this] {
        if (m_states)
            m_states->wantGradient(true);
    });
    refresh();
}

void TwinSections::refresh()
{
    const Twin *twin = m_document->twin();
    const bool wanted = twin->beside() && twin->result();
    if (wanted && !m_states)
        show();
    else if (!wanted && m_states)
        hide();
    nameBoth();
}

void TwinSections::show()
{
    Document *other = m_document->twin()->document();
    m_states = new HeatMapView(other);
    m_states->hideControls();
    m_states->wantGradient(m_parts.states->wantsGradient());
    m_states->standBeside(m_parts.states);
    m_gradient = new GradientView(other);
    m_gradient->standBeside(m_parts.gradient);
    m_parts.stack->insertWidget(m_parts.stack->indexOf(m_parts.states) + 1, m_states);
    m_parts.stack->insertWidget(m_parts.stack->indexOf(m_parts.lower) + 1, m_gradient);
    for (int i = 0; i < m_parts.stack->count(); ++i)
        m_parts.stack->widget(i)->raise(); // read in this order: see BareSplitter::addPart
    m_states->show();
    m_gradient->show();
    m_parts.graph->hide();
    m_parts.lower->setCurrentWidget(m_parts.gradient);
    emit changed();
}

/// At once: the document that they show may go now.
void TwinSections::hide()
{
    delete std::exchange(m_states, nullptr);
    delete std::exchange(m_gradient, nullptr);
    m_parts.graph->show();
    emit changed();
}

void TwinSections::nameBoth()
{
    const Twin *twin = m_document->twin();
    const QString first = m_states ? twin->nameOfFirst() : QString();
    m_parts.states->header()->setWhose(first);
    m_parts.gradient->header()->setWhose(first);
    if (!m_states)
        return;
    m_states->header()->setWhose(tr("twin: %1").arg(twin->name()));
    m_gradient->header()->setWhose(tr("twin: %1").arg(twin->name()));
}

} // namespace unfold
