#pragma once
// An opened entry as lines of text: every product with its numbers, the sum, and what the activation makes of it. Pure.
#include "core/inspect/arithmetic.h"

#include <QColor>
#include <QString>

#include <set>

namespace unfold {

struct OpenedLine {
    enum class Kind { Heading, Term, More, Sum, Note };
    Kind kind = Kind::Term;
    QString text;
    QString detail; ///< the same with names and every digit
    std::string parameter; ///< Heading: whose colour; empty: none
    int group = -1; ///< More: what a click unfolds or folds
};

/// The largest products of a longer group that are shown before it is unfolded.
constexpr int shownProducts = 5;

/// name: of the entry, "h[3]"; sumName: of the argument of its activation, "a[3]", empty where there is none.
/// Groups in `unfolded` show all their products.
std::vector<OpenedLine> openedLines(const InspectedRun &run, const OpenedEntry &entry, const QString &name,
    const QString &sumName, const std::set<int> &unfolded);

/// The same for an entry of a parameter's gradient, whose products are the contributions of the steps.
std::vector<OpenedLine> openedParameterLines(
    const InspectedRun &run, const OpenedEntry &entry, const QString &name, const std::set<int> &unfolded);

/// The loss of a step from the output to its number; empty where none is taken.
std::vector<OpenedLine> lossLines(const InspectedRun &run, int step);
/// The total as the sum of its steps.
std::vector<OpenedLine> totalLossLines(const InspectedRun &run, bool unfolded);

} // namespace unfold
