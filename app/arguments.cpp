#include "app/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace unfold {
namespace {

class Help : public CLI::Formatter
{
public:
    explicit Help(std::string usage)
        : m_usage(std::move(usage))
    {
    }
    std::string make_usage(const CLI::App *app, std::string) const override
    {
        return "Usage: " + app->get_name() + " " + m_usage + "\n";
    }

private:
    std::string m_usage;
};

bool isOption(const std::string &argument)
{
    return argument.size() > 1 && argument.front() == '-';
}

std::string nameOf(const std::string &argument)
{
    return argument.substr(0, argument.find('='));
}

/// An option is named before the first colon of CLI11's sentence.
UsageError withoutValue(const CLI::ParseError &error)
{
    const std::string sentence = error.what();
    return {UsageError::Kind::NoValue, sentence.substr(0, sentence.find_first_of(": "))};
}

/// What CLI11 left: it knows no files, so that none is taken for a list or a number.
std::vector<std::string> wordsIn(const std::vector<std::string> &remaining)
{
    std::vector<std::string> words;
    bool onlyWords = false;
    for (const std::string &word : remaining) {
        if (!onlyWords && word == "--")
            onlyWords = true;
        else if (!onlyWords && isOption(word))
            throw UsageError{UsageError::Kind::UnknownOption, nameOf(word)};
        else
            words.push_back(word);
    }
    return words;
}

} // namespace

Arguments::Arguments(const std::string &command, const std::string &usage, const std::string &description)
    : m_app(std::make_unique<CLI::App>(description, command))
{
    m_app->set_help_flag("-h,--help", "print this");
    m_app->formatter(std::make_shared<Help>(usage));
    m_app->allow_extras();
}

Arguments::~Arguments() = default;

void Arguments::option(const std::string &name, const std::string &value,
    std::function<void(const std::string &value)> take, const std::string &description)
{
    const auto takeAll = [take = std::move(take)](const std::vector<std::string> &values) {
        std::for_each(values.begin(), values.end(), take);
    };
    m_app->add_option_function<std::vector<std::string>>(name, takeAll, description)
        ->allow_extra_args(false)
        ->type_name(value);
}

void Arguments::flag(const std::string &name, bool &into, const std::string &description)
{
    m_app->add_flag(name, into, description);
    for (std::size_t begin = 0; begin != std::string::npos;) {
        const std::size_t comma = name.find(',', begin);
        m_flags.push_back(name.substr(begin, comma == std::string::npos ? comma : comma - begin));
        begin = comma == std::string::npos ? comma : comma + 1;
    }
}

/// What CLI11 would read otherwise: an empty value would be the next word, a flag would take one, -o=x would name "=x".
void Arguments::checkSpelling(const std::vector<std::string> &arguments) const
{
    for (const std::string &argument : arguments) {
        if (argument == "--")
            return;
        if (argument.empty()) // as of a variable that is not set
            throw UsageError{UsageError::Kind::NoValue, "an option"};
        const std::size_t equals = argument.find('=');
        if (!isOption(argument) || equals == std::string::npos)
            continue;
        const bool isFlag = std::find(m_flags.begin(), m_flags.end(), nameOf(argument)) != m_flags.end();
        if (isFlag || !argument.starts_with("--"))
            throw UsageError{UsageError::Kind::UnknownOption, argument};
        if (equals + 1 == argument.size())
            throw UsageError{UsageError::Kind::NoValue, nameOf(argument)};
    }
}

bool Arguments::parse(const std::vector<std::string> &arguments, std::vector<std::string> &words)
{
    checkSpelling(arguments);
    try {
        m_app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // it takes them from the back
    } catch (const CLI::CallForHelp &) {
        return false;
    } catch (const CLI::ParseError &error) {
        throw withoutValue(error);
    }
    words = wordsIn(m_app->remaining());
    return true;
}

std::string Arguments::help() const
{
    return m_app->help();
}

std::string onlyWord(const std::vector<std::string> &words)
{
    if (words.size() > 1)
        throw UsageError{UsageError::Kind::TooMany, words[1]};
    return words.empty() ? std::string() : words.front();
}

} // namespace unfold
