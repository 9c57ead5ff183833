#include "ui/inspector/inspector_copy.h"

#include "core/inspect/numpy_script.h"
#include "ui/inspector/calculation_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QToolTip>

namespace unfold {

std::optional<Calculation> calculationOf(const InspectedRun &run, const InspectorPage &page)
{
    const ElementRef &element = page.element;
    if (page.expression && element.kind == ElementRef::Kind::Edge)
        return Share{*page.expression};
    if (page.expression)
        return *page.expression;
    if (page.parameter >= 0)
        return ParameterGradient{page.parameter};
    if (page.totalLoss || page.lossStep > 0)
        return LossSum{page.lossStep};
    if (page.items.empty() || page.incomplete)
        return std::nullopt;
    switch (element.kind) {
    case ElementRef::Kind::Parameter: return Quantity::parameter(indexOf(run.program().parameters, element.parameter));
    case ElementRef::Kind::Target: return Quantity::target(run.lossSource(), page.step);
    default: return Quantity::value(element.node, page.step);
    }
}

std::optional<CheckedGradient> gradientOf(const InspectedRun &run, const InspectorPage &page, int row, int column)
{
    CheckedGradient checked;
    checked.entry.row = row;
    checked.name = page.entryName
        + (page.columns() > 1 ? QStringLiteral("[%1,%2]").arg(row + 1).arg(column + 1)
                              : QStringLiteral("[%1]").arg(row + 1));
    if (page.parameter >= 0) {
        checked.entry.parameter = page.parameter;
        checked.entry.column = column;
        checked.value = run.trace.gradients[static_cast<size_t>(page.parameter)](row, column);
        return checked;
    }
    if (!page.expression || page.expression->result.kind != Quantity::Kind::Gradient)
        return std::nullopt;
    const Quantity &result = page.expression->result;
    checked.entry.at = {result.index, result.step};
    checked.value = valueOf(run, result)(row, 0);
    if (page.element.kind != ElementRef::Kind::Edge)
        return checked;
    if (page.expression->summands.empty())
        return std::nullopt; // this loss does not take the arrow
    checked.entry.through = page.expression->summands.front().edge;
    checked.value = sumOf(run, *page.expression)(row);
    return checked;
}

InspectorCopy::InspectorCopy(const Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    setToolTip(tr("<p>Copies the calculation as text or NumPy.</p>"));
    layout->addWidget(makeHeading(tr("Copy as"), this));
    m_text = addWay({tr("Copy calculation"), tr("text"),
                        tr("Copies the opened calculation as text, every product with all its digits."),
                        tr("Copied: the calculation as text."), QKeySequence::Copy, "copyText"},
        &InspectorCopy::copyText);
    m_numpy = addWay({tr("Copy as NumPy"), tr("NumPy"),
                         tr("Copies a script for Python with NumPy, the numbers and the formula, that prints the "
                            "number shown here."),
                         tr("Copied: the calculation as a NumPy script."),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), "copyNumpy"},
        &InspectorCopy::copyNumpy);
    layout->addStretch(1);
}

QAction *InspectorCopy::addWay(const Way &way, void (InspectorCopy::*copy)() const)
{
    auto *action = new QAction(way.name, this);
    action->setIconText(way.brief);
    action->setShortcut(way.key);
    action->setToolTip(
        QStringLiteral("<p>%1 (%2)</p>").arg(way.toolTip, action->shortcut().toString(QKeySequence::NativeText)));
    auto *button = new SoftButton(this);
    button->setObjectName(QLatin1String(way.objectName));
    button->setDefaultAction(action);
    button->setAccessibleName(way.name);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    m_buttons << button;
    connect(action, &QAction::triggered, this, [this, button, copy, done = way.done] {
        (this->*copy)();
        QToolTip::showText(button->mapToGlobal(QPoint(0, button->height())), done, button);
    });
    return action;
}

void InspectorCopy::setPage(const InspectorPage &page, int row, int column)
{
    const InspectedRun run = inspected(*m_document->result());
    m_calculation = calculationOf(run, page);
    m_loss.reset();
    if (page.totalLoss || page.lossStep > 0)
        m_loss = LossSum{page.lossStep};
    m_row = row;
    m_column = column;
    setVisible(m_calculation.has_value());
    for (QAction *action : actions())
        action->setEnabled(m_calculation.has_value());
}

void InspectorCopy::leavePage()
{
    for (QAction *action : actions())
        action->setEnabled(false);
}

const Calculation &InspectorCopy::asked() const
{
    const QWidget *focus = QApplication::focusWidget();
    return m_loss && focus && m_lossPart && m_lossPart->isAncestorOf(focus) ? *m_loss : *m_calculation;
}

void InspectorCopy::copyText() const
{
    QApplication::clipboard()->setText(calculationText(inspected(*m_document->result()), asked(), m_row, m_column));
}

void InspectorCopy::copyNumpy() const
{
    QApplication::clipboard()->setText(
        QString::fromStdString(numpyScript(inspected(*m_document->result()), asked(), m_row, m_column)));
}

} // namespace unfold
