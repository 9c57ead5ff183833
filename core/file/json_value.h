#pragma once
// A place in a JSON file: the value together with its path, so that every fault can say where it is.
#include "core/linalg/matrix.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

namespace unfold {

/// Refers to a JSON value that must outlive it. Every getter throws InputError with the path where the value is another
/// kind.
class JsonValue
{
public:
    JsonValue(const nlohmann::json &value, std::string path)
        : m_value(&value)
        , m_path(std::move(path))
    {
    }

    const std::string &path() const { return m_path; }
    bool isObject() const { return m_value->is_object(); }
    bool isList() const { return m_value->is_array(); }
    bool isString() const { return m_value->is_string(); }

    bool has(const std::string &key) const { return m_value->is_object() && m_value->contains(key); }
    JsonValue at(const std::string &key) const; ///< an object with this key
    std::vector<std::pair<std::string, JsonValue>> members() const;
    std::vector<JsonValue> items() const;

    std::string string() const;
    bool boolean() const;
    double number() const; ///< finite
    int integer(int least = std::numeric_limits<int>::min()) const;
    int size() const; ///< a whole number from 1; says how much memory one beyond reason would need
    std::uint64_t seed() const;
    std::vector<int> classes() const;
    std::vector<double> numbers() const;
    std::vector<std::string> strings() const;

    Vector vector(int size) const; ///< a list of `size` numbers
    Matrix rows(int width) const; ///< a list of rows of `width` numbers, any number of them
    Matrix rows(int height, int width) const; ///< a list of `height` rows of `width` numbers

    /// "the value is a list of 3 entries", for messages.
    std::string description() const;
    [[noreturn]] void refuse(const std::string &wrong, const std::string &expected) const;

    /// One sentence for each key that is not `known`.
    void warnUnknown(std::initializer_list<std::string_view> known, std::vector<std::string> &warnings) const;

private:
    const nlohmann::json &list(const std::string &expected) const;
    double numberAt(const nlohmann::json &entry, std::size_t index) const;

    const nlohmann::json *m_value;
    std::string m_path;
};

} // namespace unfold
