#include "ui/editor/span_box.h"

#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/settings_controls.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace unfold {
namespace {
constexpr Span::Kind kinds[] = {Span::Kind::Every, Span::Kind::First, Span::Kind::Last, Span::Kind::After};
}

SpanBox::SpanBox(QWidget *parent)
    : QWidget(parent)
    , m_kind(makeCombo(this))
    , m_count(makeSpin(1, 1, this))
{
    m_kind->setObjectName(QStringLiteral("spanKind"));
    m_kind->setAccessibleName(tr("Steps at which the node exists"));
    m_kind->setToolTip(tr("<p>A node does not have to exist at every step: an output at the last step alone makes "
                          "many-to-one, an input at the first one makes one-to-many.</p>"));
    for (const QString &text : {tr("every step"), tr("first n"), tr("last n"), tr("after step n")}) {
        m_kind->addItem(text);
        m_kind->setItemData(m_kind->count() - 1, QStringLiteral("span"), termRole);
    }
    m_count->setObjectName(QStringLiteral("spanCount"));
    m_count->setAccessibleName(tr("Number n of the span"));
    m_count->setToolTip(tr("<p>The number n of steps.</p>"));
    explainBy(m_count, "span");
    keepWheelForScrolling(m_kind);
    keepWheelForScrolling(m_count);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_kind, 1);
    row->addWidget(m_count);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        emit spanAsked({kinds[index], index == 0 ? 1 : m_count->value()});
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) { emit spanAsked({m_span.kind, count}); });
}

SpanBox::~SpanBox()
{
    disconnectChildren(this);
}

void SpanBox::setSpan(const Span &span, int steps)
{
    m_span = span;
    m_kind->setCurrentIndex(indexIn(kinds, span.kind));
    const QSignalBlocker quiet(m_count);
    m_count->setRange(span.kind == Span::Kind::After && span.count == 0 ? 0 : 1, std::max(steps, span.count));
    m_count->setValue(span.count);
    m_count->setVisible(span.kind != Span::Kind::Every);
}

} // namespace unfold
