#pragma once
// Writes JSON text as a person would lay it out: blocks indented, rows of numbers on one line.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

class JsonWriter
{
public:
    enum class Layout { Block, Line }; ///< one entry per line, or all on one; what stands inside a Line is a Line too

    JsonWriter &key(std::string_view name);
    void beginObject(Layout layout) { begin('{', '}', layout); }
    void beginArray(Layout layout) { begin('[', ']', layout); }
    void end(); ///< of the innermost object or array

    void string(std::string_view text); ///< UTF-8; what is not valid is replaced
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void whole(std::int64_t value) { raw(std::to_string(value)); }
    void whole(std::uint64_t value) { raw(std::to_string(value)); }
    void whole(int value) { raw(std::to_string(value)); }
    void number(double value); ///< finite; the shortest decimal that reads back as the same double
    void raw(std::string_view json); ///< a whole value, already JSON

    std::string take() { return std::move(m_text); }

private:
    struct Level {
        char close;
        Layout layout;
        bool empty = true;
    };

    void begin(char open, char close, Layout layout);
    void separate();
    void newLine() { m_text += '\n' + std::string(2 * m_levels.size(), ' '); }

    std::string m_text;
    std::vector<Level> m_levels; ///< the open objects and arrays, outermost first
    bool m_afterKey = false;
};

} // namespace unfold
