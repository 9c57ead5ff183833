#include "ui/timeline/gradient/hold_controls.h"

#include "ui/document/document.h"
#include "ui/document/held_curves.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QMenu>

namespace unfold {

PillButton *addFitToggle(SectionHeader *header, Document *document)
{
    PillButton *fit = header->addToggle(HoldControls::tr("fit"),
        HoldControls::tr("<p>Fits the axis to the present curve. While this is off the axis keeps still: it shows the "
                         "decades that this network reaches over the gains of the slider, so that equal heights are "
                         "equal numbers. What lies beyond is marked at the border with its value. Key: Y.</p>"));
    fit->setAccessibleName(HoldControls::tr("Fit the axis to the present curve"));
    fit->setObjectName(QStringLiteral("fitAxis"));
    explainBy(fit, "fixed-axis log-axis");
    const auto refresh = [document, fit] { fit->setChecked(document->axisFitted()); };
    QObject::connect(fit, &PillButton::clicked, document, &Document::fitAxis);
    QObject::connect(document, &Document::axisFittedChanged, fit, refresh);
    refresh();
    return fit;
}

HoldControls::HoldControls(SectionHeader *header, Document *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_header(header)
    , m_hold(header->addToggle(tr("hold"),
          tr("<p>Leaves the present curve behind, grey and dashed, with its W_rec on it. Move the slider and compare. "
             "Click the name of a held curve to release it. Keys: H holds, Shift+H releases all.</p>")))
    , m_held(header->addToggle({}, tr("<p>Lists the held curves, and releases one or all of them.</p>")))
    , m_menu(new QMenu(header))
{
    explainBy(m_hold, "held-curve");
    explainBy(m_held, "held-curve");
    m_hold->setCheckable(false);
    m_hold->setObjectName(QStringLiteral("holdCurve"));
    m_hold->setAccessibleName(tr("Hold this curve"));
    m_held->setCheckable(false);
    m_held->setObjectName(QStringLiteral("heldCurves"));
    connect(m_hold, &PillButton::clicked, this, [this] { holdCurve(*m_document); });
    connect(m_held, &PillButton::clicked, this,
        [this] { m_menu->popup(m_held->mapToGlobal(QPoint(0, m_held->height()))); });
    connect(m_menu, &QMenu::aboutToShow, this, &HoldControls::fillMenu);
    connect(m_document, &Document::referencesChanged, this, &HoldControls::refresh);
    refresh();
}

void HoldControls::refresh()
{
    const int count = heldCount(m_document->references());
    m_header->setToggleText(m_held, tr("%1 held").arg(count));
    m_held->setAccessibleName(tr("Held curves: %1").arg(count));
    m_header->setToggleShown(m_held, count > 0);
}

void HoldControls::fillMenu()
{
    m_menu->clear();
    const auto result = m_document->result();
    const ReferenceCurves curves = m_document->references();
    for (int i = 0; i < static_cast<int>(curves.size()); ++i) {
        const ReferenceCurve &curve = curves[static_cast<size_t>(i)];
        if (!curve.held)
            continue;
        const QString name = referenceName(curve, *result);
        const QAction *action = m_menu->addAction(isComparable(curve, *result)
                ? tr("Release “%1”").arg(name)
                : tr("Release “%1” (not drawn: %2 steps)").arg(name).arg(curve.norm.size()));
        connect(action, &QAction::triggered, this, [this, i] { releaseCurve(*m_document, i); });
    }
    m_menu->addSeparator();
    connect(
        m_menu->addAction(tr("Release all")), &QAction::triggered, this, [this] { releaseHeldCurves(*m_document); });
}

} // namespace unfold
