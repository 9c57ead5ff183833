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
    /// command: "unfold trace", for the help.
    Arguments(const std::string &command, const std::string &description);
    ~Arguments();

    /// What stands without an option; `into` outlives parse().
    void positional(const std::string &name, std::string &into, const std::string &description);
    void positionals(const std::string &name, std::vector<std::string> &into, const std::string &description);
    /// "--steps": given again, the last counts. `take` is called with each value as it is met, and may throw.
    void option(
        const std::string &name, std::function<void(const std::string &value)> take, const std::string &description);
    void flag(const std::string &name, bool &into, const std::string &description);

    /// false: --help or -h was among them. Throws UsageError, and what `take` throws.
    bool parse(const std::vector<std::string> &arguments);
    std::string help() const;

private:
    std::unique_ptr<CLI::App> m_app;
};

} // namespace unfold
