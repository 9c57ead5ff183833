#include "core/formula/formula.h"
#include "core/formula/formula_parts.h"

namespace unfold {
namespace {

using namespace formula;

Row crossEntropy(const Formula::Part &output, const std::string &targetStep)
{
    Formula::Part close = text(")");
    close.subscript = {targetSymbol(Formula::Style::Italic, targetStep)};
    return {text("log"), text("softmax"), text("("), output, close};
}

Row squaredError(const Formula::Part &output, const std::string &targetStep)
{
    Formula::Part close = text("‖");
    close.superscript = {text("2")};
    return {text("‖"), output, text("−"), targetSymbol(Formula::Style::BoldItalic, targetStep), close};
}

/// −log ŷ(t)[y(t)], or ½‖o(t) − y(t)‖².
Row stepLoss(const Node &output, const Loss &loss, const Time &time)
{
    const std::string step = time.superscript(0);
    if (loss.kind == LossKind::CrossEntropy)
        return {text("−"), text("log"), predictionSymbol(output, time), text("["),
            targetSymbol(Formula::Style::Italic, step), text("]")};
    Row row{text("½"), thinSpace()};
    append(row, squaredError(nodeSymbol(output, 0, time), step));
    return row;
}

Formula::Part lossSymbol(const std::string &superscript = {})
{
    Formula::Part loss = italic("L", {SymbolRef::Kind::Loss, "L", 0});
    loss.superscript = scriptParts(superscript);
    return loss;
}

} // namespace

Formula lossFormula(const Circuit &circuit, const Loss &loss, int steps)
{
    const Time generic{circuit.names, 0, steps, 0};
    const StepRange range = loss.at.in(generic.horizon());
    const bool several = loss.at.countIn(generic.horizon()) != 1;
    const Time time = several ? generic : Time{circuit.names, range.first, steps, 0};
    const Formula::Part output = nodeSymbol(nodeCalled(circuit, loss.source), 0, time);
    const std::string targetStep = time.superscript(0);
    Row right;
    if (loss.kind == LossKind::CrossEntropy)
        right.push_back(text("−"));
    else
        append(right, {text("½"), thinSpace()});
    if (several)
        right.push_back(sumOver(range, generic));
    append(right,
        loss.kind == LossKind::CrossEntropy ? crossEntropy(output, several ? targetStep : "")
                                            : squaredError(output, targetStep));
    return equation(lossSymbol(), right);
}

std::vector<Formula> lossFormulas(const Circuit &circuit, const Loss &loss, int steps)
{
    const Time generic{circuit.names, 0, steps, 0};
    const StepRange range = loss.at.in(generic.horizon());
    const bool several = loss.at.countIn(generic.horizon()) != 1 || steps == 0;
    const Time time = several ? generic : Time{circuit.names, range.first, steps, 0};
    const Node &output = nodeCalled(circuit, loss.source);
    std::vector<Formula> lines;
    if (loss.kind == LossKind::CrossEntropy)
        lines.push_back(equation(
            predictionSymbol(output, time), {text("softmax"), text("("), nodeSymbol(output, 0, time), text(")")}));
    const Formula::Part ofStep = lossSymbol(time.superscript(0));
    lines.push_back(equation(several ? ofStep : lossSymbol(), stepLoss(output, loss, time)));
    for (Formula &line : lines)
        append(line.parts, rangeNote(range, time));
    if (several)
        lines.push_back(equation(lossSymbol(), {sumOver(range, generic), ofStep}));
    return lines;
}

} // namespace unfold
