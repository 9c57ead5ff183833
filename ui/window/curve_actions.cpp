#include "ui/window/curve_actions.h"

#include "ui/document/held_curves.h"
#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace unfold {

CurveActions::CurveActions(Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
{
    addEntries(menu, window);
    connect(m_document, &Document::axisFittedChanged, this, &CurveActions::refresh);
    connect(m_document, &Document::referencesChanged, this, &CurveActions::refresh);
    // Queued: a message bar forgets what was said before a new result.
    connect(m_document, &Document::resultChanged, this, &CurveActions::countHidden, Qt::QueuedConnection);
    connect(
        m_document, &Document::heldCurvesDropped, this,
        [this](int count) {
            emit noted(count == 1
                    ? tr("The held curve was released: it belongs to the experiment before.")
                    : tr("%1 held curves were released: they belong to the experiment before.").arg(count));
        },
        Qt::QueuedConnection);
    refresh();
}

void CurveActions::addEntries(QMenu *menu, QWidget *window)
{
    m_fit = addEntry(menu, window,
        {tr("Fit the axis of the gradient"), QKeySequence(Qt::Key_Y),
            tr("Fits the axis to the present curve; otherwise its range is the same at every gain.")});
    m_fit->setCheckable(true);
    connect(m_fit, &QAction::triggered, m_document, &Document::fitAxis);
    m_hold = addEntry(menu, window,
        {tr("Hold this curve"), QKeySequence(Qt::Key_H),
            tr("Leaves the present gradient behind in the plot, grey and dashed, with its W_rec on it.")});
    connect(m_hold, &QAction::triggered, this, [this] { holdCurve(*m_document); });
    m_release = addEntry(menu, window,
        {tr("Release the held curves"), QKeySequence(Qt::SHIFT | Qt::Key_H),
            tr("Takes all held curves out of the plot. A click on the name of one releases it alone.")});
    connect(m_release, &QAction::triggered, this, [this] { releaseHeldCurves(*m_document); });
}

void CurveActions::refresh()
{
    m_fit->setChecked(m_document->axisFitted());
    m_release->setEnabled(heldCount(m_document->references()) > 0);
}

/// Curves of another length are kept: they come back with it.
void CurveActions::countHidden()
{
    const auto result = m_document->result();
    const ReferenceCurves &curves = m_document->references();
    const int before = m_hidden;
    m_hidden = static_cast<int>(std::count_if(curves.begin(), curves.end(),
        [&](const ReferenceCurve &curve) { return curve.held && !isComparable(curve, *result); }));
    if (m_hidden > before)
        emit noted(m_hidden == 1
                ? tr("A held curve is not drawn: it has another number of steps. It returns with that number.")
                : tr("%1 held curves are not drawn: they have another number of steps. They return with that number.")
                      .arg(m_hidden));
}

} // namespace unfold
