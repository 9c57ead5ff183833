// Random files for the import of networks: zips and safetensors.
#include "tests/support/read_any.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    unfold::test::readAnyNetwork(std::string(reinterpret_cast<const char *>(data), size));
    return 0;
}
