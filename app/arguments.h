#pragma once
// The words behind a command, read by CLI11, which is included in one source alone. What is wrong with them is told as
// a value: each command says it in its own sentence.
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace unfold {

struct UsageError {
    enum class Kind {
        UnknownOption, ///< `name` as it was written
        TooMany, ///< a file or name that nobody asked for
        NoValue, ///< the option `name` has none behind it
    };
    Kind kind = Kind::UnknownOption;
    std::string name;
};

class Arguments
{
public:
    /// For the help: "unfold trace", "FILE [--csv]", and what it does.
    Arguments(const std::string &command, const std::string &usage, const std::string &description);
    ~Arguments();

    /// `take` is called with each value that is given, in their order, and may throw. value: its name, for the help.
    void option(const std::string &name, const std::string &value, std::function<void(const std::string &value)> take,
        const std::string &description);
    /// `into` outlives parse().
    void flag(const std::string &name, bool &into, const std::string &description);

    /// words: what stands without an option, or behind "--". false: help was asked for, and nothing else counts.
    /// Throws UsageError, and what `take` throws.
    bool parse(const std::vector<std::string> &arguments, std::vector<std::string> &words);
    std::string help() const;

private:
    void checkSpelling(const std::vector<std::string> &arguments) const;

    std::unique_ptr<CLI::App> m_app;
    std::vector<std::string> m_flags{"-h", "--help"};
};

/// The one word that a command takes. Throws UsageError where there are more; empty: there is none.
std::string onlyWord(const std::vector<std::string> &words);

/// Of a QStringList; the commands that need no display know no Qt.
template <typename Strings> std::vector<std::string> wordsOf(const Strings &arguments)
{
    std::vector<std::string> words;
    for (const auto &argument : arguments)
        words.push_back(argument.toStdString());
    return words;
}

} // namespace unfold
