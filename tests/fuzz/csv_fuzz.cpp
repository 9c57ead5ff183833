// Random tables for the reader of CSV, and the series made of what it reads.
#include "tests/support/read_any.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    unfold::test::readAnyTable(std::string(reinterpret_cast<const char *>(data), size));
    return 0;
}
