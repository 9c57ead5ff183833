// Random files for the reader of experiments; half of them are changed as JSON, half as bytes.
#include "tests/support/broken_files.h"
#include "tests/support/read_any.h"

#include <cstdint>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed)
{
    unfold::test::Random random(seed);
    if (random() % 2 == 0)
        return LLVMFuzzerMutate(data, size, most);
    const std::string text(reinterpret_cast<const char *>(data), size);
    const std::string broken = unfold::test::brokenJson(text, random);
    if (broken.size() > most)
        return LLVMFuzzerMutate(data, size, most);
    return broken.copy(reinterpret_cast<char *>(data), broken.size());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    unfold::test::readAnyExperiment(std::string(reinterpret_cast<const char *>(data), size));
    return 0;
}
