#include "app/write_file.h"

#include <filesystem>
#include <fstream>

namespace unfold {
namespace {

bool write(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    file << text << std::flush;
    return file.good();
}

} // namespace

bool writeWholeFile(const std::string &path, const std::string &text)
{
    namespace fs = std::filesystem;
    std::error_code fault;
    if (fs::exists(path, fault) && !fs::is_regular_file(path, fault))
        return write(path, text);
    const fs::path aside = path + ".part";
    if (write(aside, text))
        fs::rename(aside, path, fault);
    else
        fault = std::make_error_code(std::errc::io_error);
    if (!fault)
        return true;
    std::error_code ignored;
    fs::remove(aside, ignored);
    return false;
}

} // namespace unfold
