# What the fuzzers and the tests with random files share.
include_guard(GLOBAL)
add_library(unfold_any_file STATIC ${CMAKE_CURRENT_LIST_DIR}/broken_files.cpp ${CMAKE_CURRENT_LIST_DIR}/read_any.cpp)
target_link_libraries(unfold_any_file PUBLIC unfold_core)
