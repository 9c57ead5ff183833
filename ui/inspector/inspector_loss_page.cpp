#include "ui/inspector/inspector_nearest.h"
#include "ui/inspector/inspector_pages.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct LossPageText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// L as the sum of all steps.
InspectorPage totalPage(const PageSource &s, const ElementRef &element)
{
    InspectorPage page(element);
    page.title = LossPageText::tr("Loss L");
    page.formulas = {lossFormula(s.circuit(), *s.run.loss, s.result.steps())};
    const int last = s.run.loss->at.in(s.result.steps()).last;
    page.totalLoss = s.cursor.valueShown(last);
    page.note = page.totalLoss ? gradientNote(s) : valueMissing(s, last);
    return page;
}

/// A page without numbers: there is no loss in this experiment, or none at any step.
InspectorPage withoutLoss(const ElementRef &element, const QString &title)
{
    InspectorPage page(element);
    page.title = title;
    page.note = LossPageText::tr("This experiment has no loss.");
    return page;
}

void addTarget(const PageSource &s, int step, InspectorPage &page)
{
    page.items = rowItems(s.run, {Quantity::target(s.run.lossSource(), step)}, {});
}

} // namespace

void addLossOf(const PageSource &s, int step, InspectorPage &page)
{
    const int output = s.run.lossSource();
    std::vector<Quantity> row{Quantity::value(output, step), Quantity::target(output, step)};
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): who calls this has a loss
    if (s.run.loss->kind == LossKind::CrossEntropy)
        row.insert(row.begin() + 1, Quantity::probability(output, step));
    page.extraItems = rowItems(s.run, row, {});
    page.lossStep = step;
    page.extraNote = targetNote(s, step);
}

InspectorPage lossPage(const PageSource &s, ElementRef element)
{
    const auto step = nearestLoss(s, element.step);
    if (!step)
        return withoutLoss(element, LossPageText::tr("Loss L"));
    if (element.step == 0)
        return totalPage(s, element);
    const QString elsewhere = *step == element.step ? QString() : lossElsewhere(s, *step);
    element.step = *step;
    InspectorPage page(element);
    page.title = atStep(*step, LossPageText::tr("loss L"));
    page.formulas = {lossFormula(s.circuit(), *s.run.loss, s.result.steps())};
    page.note = elsewhere;
    if (s.cursor.valueShown(*step)) {
        addLossOf(s, *step, page);
    } else {
        page.note = joined(elsewhere, valueMissing(s, *step));
        addTarget(s, *step, page);
        page.incomplete = true;
    }
    return page;
}

InspectorPage targetPage(const PageSource &s, ElementRef element)
{
    if (element.step == 0)
        element.step = s.cursor.step;
    const auto step = nearestLoss(s, element.step);
    if (!step)
        return withoutLoss(element, LossPageText::tr("Target y"));
    const QString elsewhere = *step == element.step ? QString() : lossElsewhere(s, *step);
    element.step = *step;
    InspectorPage page(element);
    page.title = atStep(*step, LossPageText::tr("target y"));
    page.note = joined(elsewhere, targetNote(s, *step));
    addTarget(s, *step, page);
    return page;
}

} // namespace unfold
