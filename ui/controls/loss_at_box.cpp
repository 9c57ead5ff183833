#include "ui/controls/loss_at_box.h"

#include "ui/widgets/disconnect_children.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace unfold {
namespace {

enum Choice { EveryStep, LastStep, FirstStep, LastSteps, FirstSteps, AfterStep, Listed };

Choice choiceOf(const Span &span)
{
    switch (span.kind) {
    case Span::Kind::First: return span.count > 1 ? FirstSteps : FirstStep;
    case Span::Kind::Last: return span.count > 1 ? LastSteps : LastStep;
    case Span::Kind::After: return AfterStep;
    case Span::Kind::Listed: return Listed;
    case Span::Kind::Every: break;
    }
    return EveryStep;
}

} // namespace

LossAtBox::LossAtBox(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_count(new QSpinBox(this))
{
    m_kind->setObjectName(QStringLiteral("lossKind"));
    m_kind->setAccessibleName(tr("Where the loss is taken"));
    m_kind->setToolTip(tr("<p>The steps at which the output is compared with its target.</p>"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(6);
    for (const QString &text : {tr("every step"), tr("last step"), tr("first step"), tr("last n"), tr("first n")})
        m_kind->addItem(text);
    m_count->setObjectName(QStringLiteral("lossCount"));
    m_count->setAccessibleName(tr("Number of steps with a loss"));
    m_count->setToolTip(tr("<p>The number n of steps at which the loss is taken.</p>"));
    m_count->setKeyboardTracking(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_kind, 1);
    row->addWidget(m_count);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::activated, this, &LossAtBox::askKind);
    connect(m_count, &QSpinBox::valueChanged, this, &LossAtBox::askCount);
    setSpan({}, 1);
}

LossAtBox::~LossAtBox()
{
    disconnectChildren(this);
}

void LossAtBox::setSpan(const Span &span, int steps)
{
    m_span = span;
    const QSignalBlocker quiet(m_count);
    const Choice choice = choiceOf(span);
    m_kind->removeItem(AfterStep);
    if (choice == AfterStep) // in the list only while it is so
        m_kind->addItem(tr("after step n"));
    if (choice == Listed)
        m_kind->addItem(tr("listed steps"));
    m_kind->setCurrentIndex(choice == Listed ? AfterStep : choice);
    const bool several = choice == LastSteps || choice == FirstSteps || choice == AfterStep;
    m_count->setRange(choice == AfterStep ? 1 : 2, std::max({2, steps, span.count}));
    if (several && m_count->value() != span.count)
        m_count->setValue(span.count);
    m_count->setVisible(several);
}

void LossAtBox::askKind(int index)
{
    const int several = std::max(2, m_count->value());
    switch (index) {
    case LastStep: emit spanAsked({Span::Kind::Last, 1}); return;
    case FirstStep: emit spanAsked({Span::Kind::First, 1}); return;
    case LastSteps: emit spanAsked({Span::Kind::Last, several}); return;
    case FirstSteps: emit spanAsked({Span::Kind::First, several}); return;
    case AfterStep:
        if (m_span.kind == Span::Kind::Listed)
            return; // as it is
        emit spanAsked({Span::Kind::After, m_count->value()});
        return;
    default: emit spanAsked({}); return;
    }
}

void LossAtBox::askCount(int count)
{
    emit spanAsked({m_span.kind, count});
}

QString textOf(const Span &span)
{
    switch (choiceOf(span)) {
    case LastStep: return LossAtBox::tr("the last step");
    case FirstStep: return LossAtBox::tr("the first step");
    case LastSteps: return LossAtBox::tr("the last %1 steps").arg(span.count);
    case FirstSteps: return LossAtBox::tr("the first %1 steps").arg(span.count);
    case AfterStep: return LossAtBox::tr("the steps after %1").arg(span.count);
    case Listed: return LossAtBox::tr("%1 listed steps").arg(span.listed.size());
    case EveryStep: break;
    }
    return LossAtBox::tr("every step");
}

} // namespace unfold
