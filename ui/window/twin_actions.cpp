#include "ui/window/twin_actions.h"

#include "ui/document/twin.h"
#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QMenu>

namespace unfold {

TwinActions::TwinActions(Twin *twin, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_twin(twin)
    , m_menu(menu->addMenu(tr("Twin")))
{
    m_menu->setToolTipsVisible(true);
    m_menu->menuAction()->setToolTip(tr("A second experiment beside this one, identical except for what you compare."));
    addPairs(window);
    addRest(window);
    connect(twin, &Twin::changed, this, &TwinActions::showWhetherUsable);
    showWhetherUsable();
}

void TwinActions::addPairs(QWidget *window)
{
    const auto add = [&](TwinPreset preset, const QString &text, Qt::Key key, const QString &toolTip) {
        const QAction *action = addEntry(m_menu, window, {text, QKeySequence(Qt::ALT | key), toolTip});
        connect(action, &QAction::triggered, m_twin, [this, preset] { m_twin->start(preset); });
    };
    add(TwinPreset::RnnAndLstm, tr("RNN and LSTM"), Qt::Key_1,
        tr("Both read the same data with the same seed, over 100 steps where the data gives them, at W_rec = 0.8: the "
           "RNN "
           "loses the gradient. The forget gate of the LSTM starts open (b_f = 5), its input gate nearly shut (b_i = "
           "−4): along its cell state the gradient is kept."));
    add(TwinPreset::GainBelowAndAbove, tr("Gain 0.9 and 1.1"), Qt::Key_2,
        tr("The same matrix × 0.9 and × 1.1: over the 99 steps back from step 100 that factor alone is 3.0·10⁻⁵ or "
           "1.3·10⁴."));
    add(TwinPreset::OrthogonalAndGaussian, tr("Orthogonal and Gaussian weights"), Qt::Key_3,
        tr("Both matrices have spectral radius 1. The orthogonal one keeps every length; the Gaussian one stretches "
           "some "
           "directions and shrinks others."));
    add(TwinPreset::TanhAndRelu, tr("tanh and relu"), Qt::Key_4,
        tr("The slope of tanh falls towards 0 as a unit approaches ±1; that of relu is 1 or 0."));
    const QAction *copy = addEntry(m_menu, window,
        {tr("A copy of this one"), QKeySequence(Qt::ALT | Qt::Key_5),
            tr("Open one of its links, then change what it held together: the twin stays as it was.")});
    connect(copy, &QAction::triggered, m_twin, &Twin::startCopy);
    m_menu->addSeparator();
}

void TwinActions::addRest(QWidget *window)
{
    m_beside = addEntry(m_menu, window,
        {tr("Side by side"), QKeySequence(Qt::Key_F3),
            tr("States and gradients of both, one above the other on one time axis and one scale, in place of the "
               "unrolled graph. Otherwise the twin's gradient is overlaid on that of the first.")});
    m_beside->setCheckable(true);
    connect(m_beside, &QAction::triggered, m_twin, &Twin::showBeside);
    connect(m_twin, &Twin::besideChanged, this, &TwinActions::showWhetherUsable);
    m_swap = addEntry(m_menu, window,
        {tr("Swap"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
            tr("The twin becomes the experiment that all controls edit, and the other one becomes its twin.")});
    connect(m_swap, &QAction::triggered, m_twin, &Twin::swap);
    m_remove = addEntry(m_menu, window,
        {tr("Remove the twin"), QKeySequence(Qt::ALT | Qt::Key_0),
            tr("The one that the controls edit stays. Undo brings the twin back.")});
    m_remove->setIconText(tr("Remove"));
    connect(m_remove, &QAction::triggered, m_twin, &Twin::remove);
}

void TwinActions::showWhetherUsable()
{
    const bool there = m_twin->setup().has_value();
    for (QAction *action : {m_beside, m_swap, m_remove})
        action->setEnabled(there);
    m_beside->setChecked(m_twin->beside());
}

} // namespace unfold
