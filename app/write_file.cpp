#include "app/write_file.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace unfold {
namespace {

namespace fs = std::filesystem;

constexpr int mostLinks = 40; ///< one behind the other, as the system follows them
constexpr int mostNames = 1000; ///< tried for the file beside

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// What a symbolic link points to, also where that does not exist yet.
fs::path targetOf(fs::path path)
{
    std::error_code fault;
    for (int i = 0; i < mostLinks && fs::is_symlink(fs::symlink_status(path, fault)); ++i) {
        const fs::path next = fs::read_symlink(path, fault);
        if (fault)
            break;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

/// A new file beside `path`, called `name`: "x" opens nothing that exists.
File fileBeside(const fs::path &path, fs::path &name)
{
    for (int i = 0; i < mostNames; ++i) {
        name = path;
        name += ".part" + (i == 0 ? std::string() : std::to_string(i));
        if (File file{std::fopen(name.string().c_str(), "wbx")})
            return file;
        if (std::error_code fault; !fs::exists(fs::symlink_status(name, fault)))
            return nullptr; // the folder cannot be written to
    }
    return nullptr;
}

bool write(File file, const std::string &text)
{
    const bool whole = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
    return std::fclose(file.release()) == 0 && whole;
}

bool writeInPlace(const fs::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    file << text << std::flush;
    return file.good();
}

bool exchange(const fs::path &aside, const fs::path &path)
{
    std::error_code fault;
    if (const fs::file_status old = fs::status(path, fault); fs::exists(old))
        fs::permissions(aside, old.permissions(), fault);
    fault.clear();
    fs::rename(aside, path, fault);
    return !fault;
}

} // namespace

bool writeWholeFile(const std::string &path, const std::string &text)
{
    std::error_code fault;
    if (const fs::file_status old = fs::status(path, fault); fs::exists(old) && !fs::is_regular_file(old))
        return writeInPlace(path, text);
    const fs::path target = targetOf(path);
    fs::path aside;
    File file = fileBeside(target, aside);
    if (!file)
        return false;
    if (write(std::move(file), text) && exchange(aside, target))
        return true;
    fs::remove(aside, fault);
    return false;
}

bool isSameFile(const std::string &path, const std::string &other)
{
    std::error_code fault;
    return fs::equivalent(path, other, fault) && !fault;
}

} // namespace unfold
