#include "ui/scenes/cure_switch.h"

#include "core/analysis/norms.h"
#include "ui/document/document.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace unfold {

CureSwitch::CureSwitch(Document *document, std::vector<Cure> cures, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_cures(std::move(cures))
{
    build();
    connect(m_document, &Document::experimentChanged, this, &CureSwitch::follow);
    connect(m_document, &Document::resultChanged, this, &CureSwitch::leaveReferenceCurve);
    follow();
    leaveReferenceCurve();
}

SoftButton *CureSwitch::addButton(const char *name, const QString &text, bool after)
{
    auto *button = new SoftButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setCheckable(true);
    button->setJoined(after, !after);
    connect(button, &SoftButton::clicked, this, [this, after] { turnTo(after); });
    layout()->addWidget(button);
    return button;
}

void CureSwitch::build()
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(0);
    m_beforeButton = addButton("beforeCure", tr("Before"), false);
    m_beforeButton->setAccessibleName(tr("Before the cure"));
    m_beforeButton->setToolTip(tr("<p>The network before the change, at the present W_rec. Key: A switches.</p>"));
    m_afterButton = addButton("afterCure", tr("After"), true);
    m_afterButton->setAccessibleName(tr("After the cure"));
    m_afterButton->setToolTip(
        tr("<p>The same network after the one change; the gradient from before stays in the plot, in "
           "grey. Key: A switches.</p>"));
    line->addStretch(1);
    m_action = new QAction(tr("Before or after the cure"), this);
    m_action->setShortcut(Qt::Key_A);
    connect(m_action, &QAction::triggered, this, [this] { turnTo(!m_after); });
}

void CureSwitch::turnTo(bool after)
{
    if (!m_cure)
        return;
    if (after != m_after) {
        const Experiment version = m_cure->version(after, m_document->experiment());
        const QString title = QString::fromStdString(m_cure->title);
        const QString what = after ? tr("%1: after the cure").arg(title) : tr("%1: before the cure").arg(title);
        const bool sameView = version.circuit == m_document->experiment().circuit;
        sameView ? m_document->change(version, what) : m_document->exchange(version, what);
    }
    follow(); // a button that was pressed twice stays down
}

void CureSwitch::follow()
{
    const Cure *former = m_cure;
    const auto found = std::find_if(m_cures.begin(), m_cures.end(),
        [this](const Cure &cure) { return cure.isAfter(m_document->experiment()).has_value(); });
    m_cure = found == m_cures.end() ? nullptr : &*found;
    m_after = m_cure && *m_cure->isAfter(m_document->experiment());
    m_beforeButton->setChecked(m_cure && !m_after);
    m_afterButton->setChecked(m_after);
    m_action->setEnabled(m_cure);
    setVisible(m_cure);
    if (m_cure == former)
        return;
    m_prepared = nullptr;
    emit cureChanged();
}

void CureSwitch::leaveReferenceCurve()
{
    const auto result = m_document->result();
    if (!m_after || !m_cure->isAfter(result->experiment)) {
        m_document->setReferences(withCureCurve(m_document->references(), std::nullopt));
        return;
    }
    if (!m_prepared)
        m_prepared = prepare(m_cure->before);
    const double gain = m_cure->version(false, result->experiment).gain;
    const auto trace = compute(*m_prepared, gain, m_document->gradientOf());
    ReferenceCurve reference{tr("before the cure"), gradientNorms(*trace, defaultPlottedNode(trace->circuit()))};
    const bool seen = reference.norm.size() == result->report.norm.size() && reference.norm != result->report.norm;
    m_document->setReferences(withCureCurve(m_document->references(), seen ? std::optional(reference) : std::nullopt));
}

} // namespace unfold
