#include "app/command_line.h"
#include "app/render.h"
#include "app/window_app.h"

#include <iostream>

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (const auto status = unfold::runCommand(arguments, {std::cin, std::cout, std::cerr}))
        return *status;
    if (!arguments.empty() && arguments.front() == "render")
        return unfold::runRender(argc, argv);
    return unfold::runWindow(argc, argv);
}
