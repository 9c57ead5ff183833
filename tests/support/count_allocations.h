#pragma once
// Counts every allocation of the program: included by one source of a test program that is linked with --wrap=malloc.
#include <atomic>
#include <cstdlib>
#include <new>

// Eigen allocates with malloc, the standard library with new: both are counted. malloc is wrapped by the linker.
namespace {
std::atomic<long> allocations = 0;
}

// The linker's --wrap fixes the names. NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
void *__real_malloc(std::size_t size);
void *__wrap_malloc(std::size_t size);
void *__wrap_malloc(std::size_t size)
{
    ++allocations;
    return __real_malloc(size);
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = __real_malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
