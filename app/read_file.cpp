#include "app/read_file.h"

#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace unfold {

std::string readFileOrInput(const std::string &path, std::istream &in, const FileWanted &wanted)
{
    if (path == "-")
        return readBounded(in, wanted.most);
    if (std::error_code ignored; std::filesystem::is_directory(path, ignored))
        throw InputError("", "this is a directory", wanted.what);
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw InputError(
            "", errno == ENOENT ? "there is no such file" : std::strerror(errno), wanted.what + " that can be read");
    std::string text = readBounded(file, wanted.most);
    if (file.bad())
        throw InputError("", "the file cannot be read", wanted.what + " that can be read");
    return text;
}

} // namespace unfold
