#include "tests/support/test_program.h"

#include <cstdio>
#include <map>
#include <string>

namespace {

std::map<std::string, unfold::test::RunTest> &tests()
{
    static std::map<std::string, unfold::test::RunTest> all; // made by whichever source registers first
    return all;
}

/// "…/engine_test.cpp" → "engine"; a source without the ending keeps its stem.
std::string nameOf(const std::string &sourceFile)
{
    const size_t folder = sourceFile.rfind('/');
    const std::string file = folder == std::string::npos ? sourceFile : sourceFile.substr(folder + 1);
    const std::string stem = file.substr(0, file.rfind('.'));
    const std::string ending = "_test";
    return stem.ends_with(ending) ? stem.substr(0, stem.size() - ending.size()) : stem;
}

int listTests(const char *program)
{
    std::fprintf(stderr, "%s TEST [ARGUMENTS OF QT TEST]; expected one of these tests:\n", program);
    for (const auto &test : tests())
        std::fprintf(stderr, "  %s\n", test.first.c_str());
    return 2;
}

} // namespace

bool unfold::test::addTest(const char *sourceFile, RunTest run)
{
    return tests().emplace(nameOf(sourceFile), run).second;
}

int main(int argc, char **argv)
{
    const auto test = argc > 1 ? tests().find(argv[1]) : tests().end();
    if (test == tests().end())
        return listTests(argv[0]);
    for (int i = 1; i < argc; ++i) // the class sees what a program of its own would
        argv[i] = argv[i + 1];
    return test->second(argc - 1, argv);
}
