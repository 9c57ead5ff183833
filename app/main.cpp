#include "app/command_line.h"
#include "app/window_app.h"

#include <iostream>

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (const auto status = unfold::runCommand(arguments, {std::cin, std::cout, std::cerr}))
        return *status;
    return unfold::runWindow(argc, argv);
}
