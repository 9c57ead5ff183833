#include "core/import/npy_header.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <charconv>

namespace unfold {
namespace {

/// Reads from left to right; whatever is not as expected ends in fail().
class HeaderReader
{
public:
    HeaderReader(std::string_view text, const std::string &place)
        : m_rest(text)
        , m_place(place)
    {
    }

    NpyHeader read()
    {
        expect('{');
        while (!takes('}')) {
            const std::string key = string();
            expect(':');
            entry(key);
            if (!takes(',')) {
                expect('}');
                break;
            }
        }
        if (m_entries != 3)
            fail();
        return m_header;
    }

private:
    [[noreturn]] void fail() const
    {
        throw InputError(
            m_place, "its head cannot be read", "descr, fortran_order and shape, as NumPy writes them before an array");
    }

    void skipSpace() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\n"), m_rest.size())); }

    bool takes(std::string_view word)
    {
        skipSpace();
        if (m_rest.substr(0, word.size()) != word)
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }
    bool takes(char c) { return takes(std::string_view(&c, 1)); }
    void expect(char c)
    {
        if (!takes(c))
            fail();
    }

    void entry(const std::string &key)
    {
        ++m_entries;
        if (key == "descr")
            m_header.type = type();
        else if (key == "fortran_order")
            m_header.columnMajor = truth();
        else if (key == "shape")
            m_header.shape = shape();
        else
            fail();
    }

    std::string string()
    {
        skipSpace();
        const char quote = m_rest.empty() ? '\0' : m_rest.front();
        const std::size_t end = quote == '\'' || quote == '"' ? m_rest.find(quote, 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            fail();
        std::string text(m_rest.substr(1, end - 1));
        m_rest.remove_prefix(end + 1);
        return text;
    }

    std::string type()
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != '[')
            return string();
        std::size_t end = 0; // a list of fields, up to its closing bracket
        for (int depth = 0; end < m_rest.size(); ++end) {
            depth += m_rest[end] == '[' ? 1 : m_rest[end] == ']' ? -1 : 0;
            if (depth == 0)
                break;
        }
        if (end == m_rest.size())
            fail();
        std::string text(m_rest.substr(0, end + 1));
        m_rest.remove_prefix(end + 1);
        return text;
    }

    bool truth()
    {
        if (takes("True"))
            return true;
        if (!takes("False"))
            fail();
        return false;
    }

    std::vector<std::int64_t> shape()
    {
        constexpr std::size_t mostDimensions = 32; // as in NumPy
        std::vector<std::int64_t> sizes;
        expect('(');
        while (!takes(')')) {
            sizes.push_back(size());
            if (sizes.size() > mostDimensions)
                fail();
            if (!takes(',')) {
                expect(')');
                break;
            }
        }
        return sizes;
    }

    std::int64_t size()
    {
        skipSpace();
        std::int64_t value = -1;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc() || value < 0)
            fail();
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        takes('L'); // Python 2
        return value;
    }

    std::string_view m_rest;
    const std::string &m_place;
    NpyHeader m_header;
    int m_entries = 0;
};

} // namespace

NpyHeader parseNpyHeader(std::string_view text, const std::string &place)
{
    return HeaderReader(text, place).read();
}

} // namespace unfold
