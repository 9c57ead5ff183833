#include "ui/inspector/inspector_lines.h"

#include "ui/inspector/entry_name.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace unfold {
namespace {

constexpr int digits = 4;
constexpr QStringView dot(u" · ");

struct InspectorLinesText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// Negative numbers in brackets, as in a product.
QString factorText(double value, const QString &number)
{
    return std::signbit(value) && value != 0 ? QStringLiteral("(%1)").arg(number) : number;
}

QString leading(double sign, bool first)
{
    if (sign < 0)
        return QStringLiteral("− ");
    return first ? QString() : QStringLiteral("+ ");
}

QString names(const InspectedRun &run, const Product &product)
{
    QStringList parts;
    for (const Factor &factor : product.factors)
        parts << entryName(run, factor.quantity, factor.row, factor.column);
    return parts.join(dot);
}

/// 1 − h² in brackets where it is a factor.
QString labelText(const InspectedRun &run, const Quantity &quantity)
{
    const QString label = QString::fromStdString(plainText(labelOf(run, quantity)));
    return quantity.kind == Quantity::Kind::Slope ? QStringLiteral("(%1)").arg(label) : label;
}

/// "Wᵀ · (1 − h²) · ∂L/∂h(10)": the labels of what is multiplied.
QString headingText(const InspectedRun &run, const Product &product)
{
    QStringList labels;
    for (const Factor &factor : product.factors)
        labels << labelText(run, factor.quantity);
    return labels.join(dot);
}

OpenedLine termLine(const InspectedRun &run, const Product &product, bool first, const QString &behind)
{
    QStringList brief;
    QStringList exact;
    for (const Factor &factor : product.factors) {
        brief << factorText(factor.value, numberText(factor.value, digits));
        exact << factorText(factor.value, exactNumberText(factor.value));
    }
    OpenedLine line;
    line.text = leading(product.sign, first) + brief.join(dot) + behind;
    line.detail = names(run, product) + QLatin1Char('\n') + leading(product.sign, true) + exact.join(dot)
        + QStringLiteral(" = ") + exactNumberText(product.value());
    return line;
}

double sumOf(const std::vector<Product> &products, const std::vector<size_t> &which)
{
    return std::accumulate(
        which.begin(), which.end(), 0.0, [&](double sum, size_t i) { return sum + products[i].value(); });
}

/// The `count` largest of `all` in their order; the rest goes to `rest`.
std::vector<size_t> largestOf(
    const std::vector<Product> &products, const std::vector<size_t> &all, std::vector<size_t> &rest)
{
    std::vector<size_t> bySize = all;
    std::stable_sort(bySize.begin(), bySize.end(),
        [&](size_t a, size_t b) { return std::abs(products[a].value()) > std::abs(products[b].value()); });
    const auto cut = bySize.begin() + std::min<std::ptrdiff_t>(shownProducts, std::ssize(bySize));
    std::vector<size_t> shown(bySize.begin(), cut);
    rest.assign(cut, bySize.end());
    std::sort(shown.begin(), shown.end());
    return shown;
}

QString moreText(double sum, size_t count, bool unfolded)
{
    if (unfolded)
        return InspectorLinesText::tr("show fewer");
    const QString number = numberText(std::abs(sum), digits);
    const QString text = count == 1 ? InspectorLinesText::tr("1 smaller term: %1").arg(number)
                                    : InspectorLinesText::tr("%1 smaller terms: %2").arg(count).arg(number);
    return leading(sum, false) + text;
}

/// Products that belong together, and what is written about them.
struct ProductGroup {
    int index = 0;
    std::vector<size_t> members;
    QString heading; ///< empty: none
    std::function<QString(const Product &)> behind;
};

/// Several terms of nothing: a one-hot input, or a path that this loss does not take.
bool allZero(const std::vector<Product> &products, const std::vector<size_t> &which)
{
    return which.size() > 1
        && std::all_of(which.begin(), which.end(), [&](size_t i) { return products[i].value() == 0; });
}

OpenedLine headingLine(const ProductGroup &group, double sum)
{
    return {OpenedLine::Kind::Heading, group.heading + QStringLiteral(" = ") + numberText(sum, digits),
        group.heading + QStringLiteral(" = ") + exactNumberText(sum), {}, -1};
}

void addGroup(const InspectedRun &run, const OpenedEntry &entry, const ProductGroup &group, bool unfolded,
    std::vector<OpenedLine> &lines)
{
    bool first = lines.empty();
    if (!group.heading.isEmpty())
        lines.push_back(headingLine(group, sumOf(entry.products, group.members)));
    std::vector<size_t> rest;
    std::vector<size_t> shown = largestOf(entry.products, group.members, rest);
    if (allZero(entry.products, group.members)) {
        shown.clear();
        rest = group.members;
    }
    for (const size_t i : unfolded ? group.members : shown) {
        lines.push_back(termLine(run, entry.products[i], first, group.behind(entry.products[i])));
        first = false;
    }
    if (!rest.empty()) {
        const double sum = sumOf(entry.products, rest);
        const bool zeros = shown.empty() && !unfolded;
        lines.push_back({OpenedLine::Kind::More,
            zeros ? InspectorLinesText::tr("%1 terms, each 0").arg(rest.size()) : moreText(sum, rest.size(), unfolded),
            unfolded ? QString() : exactNumberText(sum), {}, group.index});
    }
}

/// Consecutive products of one summand.
std::vector<ProductGroup> groupsOf(const OpenedEntry &entry)
{
    std::vector<ProductGroup> groups;
    for (size_t i = 0; i < entry.products.size(); ++i) {
        if (groups.empty() || groups.back().index != entry.products[i].summand)
            groups.push_back({entry.products[i].summand, {}, {}, {}});
        groups.back().members.push_back(i);
    }
    return groups;
}

OpenedLine sumLine(const QString &name, double value)
{
    return {OpenedLine::Kind::Sum, name + QStringLiteral(" = ") + numberText(value, digits),
        name + QStringLiteral(" = ") + exactNumberText(value), {}, -1};
}

/// "L(9)"
QString lossAt(const InspectedRun &run, int step)
{
    return QLatin1Char('L') + QString::fromStdString(run.circuit().names.at(std::to_string(step)));
}

QString wordOf(Activation activation)
{
    const std::string_view word = nameOf(activation);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

std::vector<OpenedLine> openedLines(const InspectedRun &run, const OpenedEntry &entry, const QString &name,
    const QString &sumName, const std::set<int> &unfolded)
{
    std::vector<OpenedLine> lines;
    for (ProductGroup &group : groupsOf(entry)) {
        const Product &first = entry.products[group.members.front()];
        const bool alone = group.members.size() == 1 && first.factors.size() == 1;
        if (!alone)
            group.heading = leading(first.sign, true) + headingText(run, first);
        group.behind = [&](const Product &product) {
            return alone ? QStringLiteral("   (%1)").arg(headingText(run, product)) : QString();
        };
        addGroup(run, entry, group, unfolded.contains(group.index), lines);
    }
    const bool activated = entry.activation != Activation::Identity;
    lines.push_back(sumLine(activated ? sumName : name, entry.sum));
    if (activated)
        lines.push_back(
            sumLine(QStringLiteral("%1 = %2(%3)").arg(name, wordOf(entry.activation), numberText(entry.sum, digits)),
                entry.result));
    return lines;
}

std::vector<OpenedLine> openedParameterLines(
    const InspectedRun &run, const OpenedEntry &entry, const QString &name, const std::set<int> &unfolded)
{
    std::vector<OpenedLine> lines;
    for (ProductGroup &group : groupsOf(entry)) {
        group.heading = InspectorLinesText::tr("one contribution per step");
        group.behind = [](const Product &product) {
            return InspectorLinesText::tr("   (step %1)").arg(product.factors.front().quantity.step);
        };
        addGroup(run, entry, group, unfolded.contains(group.index), lines);
    }
    lines.push_back(sumLine(name, entry.sum));
    return lines;
}

std::vector<OpenedLine> lossLines(const InspectedRun &run, int step)
{
    const auto &loss = run.trace.stepLoss[static_cast<size_t>(step - 1)];
    if (!run.loss || !loss)
        return {};
    const Vector output = valueOf(run, Quantity::value(run.lossSource(), step));
    const QString name = lossAt(run, step);
    if (const auto right = targetClassAt(run, step)) {
        const double p = softmax(output)(*right);
        const QString entry = QStringLiteral("ŷ[%1]").arg(*right + 1);
        return {sumLine(entry, p), sumLine(QStringLiteral("%1 = −log %2").arg(name, numberText(p, digits)), *loss)};
    }
    const Vector target = valueOf(run, Quantity::target(run.lossSource(), step));
    std::vector<OpenedLine> lines;
    for (Eigen::Index i = 0; i < output.size(); ++i) {
        const double difference = output(i) - target(i);
        lines.push_back({OpenedLine::Kind::Term,
            leading(1, i == 0) + QStringLiteral("½ · ") + factorText(difference, numberText(difference, digits))
                + QStringLiteral("²"),
            entryName(run, Quantity::value(run.lossSource(), step), static_cast<int>(i), 0)
                + QStringLiteral(" − y[%1] = ").arg(i + 1) + exactNumberText(difference),
            {}, -1});
    }
    lines.push_back(sumLine(name, *loss));
    return lines;
}

std::vector<OpenedLine> totalLossLines(const InspectedRun &run, bool unfolded)
{
    std::vector<int> taken;
    for (int step = 1; step <= run.trace.steps(); ++step)
        if (run.trace.stepLoss[static_cast<size_t>(step - 1)])
            taken.push_back(step);
    std::vector<OpenedLine> lines;
    const size_t shown = unfolded ? taken.size() : std::min<size_t>(taken.size(), 2 * shownProducts);
    double rest = 0;
    double total = 0;
    for (size_t i = 0; i < taken.size(); ++i) {
        const double value = *run.trace.stepLoss[static_cast<size_t>(taken[i] - 1)];
        total += value;
        if (i >= shown)
            rest += value;
        else
            lines.push_back({OpenedLine::Kind::Term,
                leading(1, i == 0) + lossAt(run, taken[i]) + QStringLiteral(" = ") + numberText(value, digits),
                exactNumberText(value), {}, -1});
    }
    if (taken.size() > 2 * static_cast<size_t>(shownProducts))
        lines.push_back({OpenedLine::Kind::More,
            unfolded
                ? InspectorLinesText::tr("show the first steps only")
                : InspectorLinesText::tr("+ %1 more steps: %2").arg(taken.size() - shown).arg(numberText(rest, digits)),
            exactNumberText(rest), {}, 0});
    lines.push_back(sumLine(QStringLiteral("L"), total));
    return lines;
}

} // namespace unfold
