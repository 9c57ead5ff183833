#pragma once
// How people read the names of a circuit. What a circuit's own names say stays what they are: in files, in scripts and
// wherever one thing is told from another.
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace unfold {

/// The two notations of the textbooks.
enum class Notation {
    Letters, ///< U, V, W, b, c; h(t): the circuit's own names
    Indexed, ///< W_ax, W_aa, W_ya, b_a, b_y; a⟨t⟩: a matrix is named by where it leads and where it comes from
};

/// "letters", "indexed": for settings and the command line.
std::string_view nameOf(Notation notation);
std::optional<Notation> notationNamed(std::string_view name);

/// The name that is read for each name of a circuit; a name that is not listed is read as it is. See namesIn.
struct Names {
    Notation notation = Notation::Letters;
    std::map<std::string, std::string> nodes = {};
    std::map<std::string, std::string> parameters = {};
    std::map<std::string, std::string> preActivations = {}; ///< by node; that of a node not listed: preActivationName
    std::map<std::string, std::string> stacked = {}; ///< by node: all its matrices side by side, [W_aa | W_ax] = W_a
    std::map<std::string, int> delays = {}; ///< by node: what it holds at step t is read as that of step t − delay

    const std::string &node(const std::string &name) const;
    const std::string &parameter(const std::string &name) const;
    /// A step as it is written at a symbol: "(t−1)", "⟨t−1⟩" for "t−1".
    std::string at(const std::string &step) const;
    /// The steps by which a node is read later than it is computed; 0: none.
    int delayOf(const std::string &node) const;
    /// The step at the symbol of a node: "(4)" at step 5 where the delay is 1, and "(t−1)" at "t" or at any other
    /// letter.
    std::string nodeAt(const std::string &node, int step) const;
    std::string nodeAt(const std::string &node, const std::string &letter) const;

    bool operator==(const Names &) const = default;
};

} // namespace unfold
