#include "app/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace unfold {
namespace {

/// An option is named before the first colon of CLI11's sentence.
std::string optionIn(const std::string &sentence)
{
    return sentence.substr(0, sentence.find(':'));
}

UsageError unexpected(const std::string &argument)
{
    const bool option = argument.size() > 1 && argument.front() == '-';
    return {option ? UsageError::Kind::UnknownOption : UsageError::Kind::TooMany,
        option ? argument.substr(0, argument.find('=')) : argument};
}

} // namespace

Arguments::Arguments(const std::string &command, const std::string &description)
    : m_app(std::make_unique<CLI::App>(description, command))
{
    m_app->set_help_flag("-h,--help", "print this");
    m_app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

Arguments::~Arguments() = default;

void Arguments::positional(const std::string &name, std::string &into, const std::string &description)
{
    m_app->add_option(name, into, description)->type_name("");
}

void Arguments::positionals(const std::string &name, std::vector<std::string> &into, const std::string &description)
{
    m_app->add_option(name, into, description)->type_name("")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Arguments::option(
    const std::string &name, std::function<void(const std::string &value)> take, const std::string &description)
{
    m_app->add_option_function<std::string>(name, std::move(take), description)->type_name("");
}

void Arguments::flag(const std::string &name, bool &into, const std::string &description)
{
    m_app->add_flag(name, into, description);
}

bool Arguments::parse(const std::vector<std::string> &arguments)
{
    try {
        m_app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // it takes them from the back
        return true;
    } catch (const CLI::CallForHelp &) {
        return false;
    } catch (const CLI::ArgumentMismatch &error) {
        throw UsageError{UsageError::Kind::NoValue, optionIn(error.what())};
    } catch (const CLI::ExtrasError &) {
        throw unexpected(m_app->remaining().front());
    }
}

std::string Arguments::help() const
{
    return m_app->help();
}

} // namespace unfold
