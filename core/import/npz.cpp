#include "core/import/npz.h"

#include "core/circuit/input_error.h"
#include "core/import/npy.h"

#include <zip.h>

#include <memory>

namespace unfold {
namespace {

struct CloseZip {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct CloseMember {
    void operator()(zip_file_t *member) const { zip_fclose(member); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using Member = std::unique_ptr<zip_file_t, CloseMember>;

InputError noZip(zip_error_t *error)
{
    const std::string why = zip_error_strerror(error);
    zip_error_fini(error);
    return {"", "the zip cannot be read (" + why + ")", "a whole .npz file; it may have been cut off"};
}

Zip open(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source)
        throw noZip(&error);
    Zip archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) {
        zip_source_free(source);
        throw noZip(&error);
    }
    zip_error_fini(&error);
    return archive;
}

InputError brokenMember(const std::string &place, const char *why)
{
    return {place, "it cannot be taken out of the zip (" + std::string(why) + ")",
        "a member as numpy.savez writes it; the file may be damaged"};
}

Array readMember(zip_t *archive, zip_uint64_t index, const std::string &place, ArrayBudget &budget)
{
    const Member member(zip_fopen_index(archive, index, 0));
    if (!member)
        throw brokenMember(place, zip_strerror(archive));
    const ByteStream stream = [&](char *into, std::size_t size) {
        std::size_t filled = 0;
        while (filled < size) {
            const zip_int64_t got = zip_fread(member.get(), into + filled, size - filled);
            if (got < 0)
                throw brokenMember(place, zip_file_strerror(member.get()));
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
        }
        return filled;
    };
    return readNpy(stream, place, budget);
}

/// torch.save also writes a zip; what stands in it is a program.
void refuseCheckpoint(const std::string &member)
{
    constexpr std::string_view pickle = "data.pkl";
    if (member == pickle || member.ends_with("/" + std::string(pickle)))
        throw InputError("", "this is a PyTorch checkpoint, which can be read by running the program in it alone",
            "a file without code: numpy.savez(\"net.npz\", **{k: v.numpy() for k, v in net.state_dict().items()}), or "
            "safetensors");
}

} // namespace

Arrays readNpz(std::string_view bytes)
{
    constexpr std::string_view ending = ".npy";
    const Zip archive = open(bytes);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > static_cast<zip_int64_t>(mostArrays))
        throw InputError(
            "", "there are " + std::to_string(count) + " members in the zip", "at most " + std::to_string(mostArrays));
    Arrays arrays;
    ArrayBudget budget;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char *raw = zip_get_name(archive.get(), i, 0);
        const std::string member = raw ? raw : "";
        refuseCheckpoint(member);
        if (!member.ends_with(ending))
            continue;
        const std::string name = member.substr(0, member.size() - ending.size());
        if (arrays.contains(name))
            throw InputError(name, "it is in the file twice", "each array once");
        arrays[name] = readMember(archive.get(), i, name, budget);
        arrays[name].place = i;
    }
    return arrays;
}

} // namespace unfold
