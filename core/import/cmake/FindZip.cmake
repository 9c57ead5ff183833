# Finds libzip and makes the target Zip::Zip. libzip's own CMake package is not used: that of Debian 12 asks for the
# programs zipcmp, zipmerge and ziptool as well, which are packages apart.
find_path(Zip_INCLUDE_DIR NAMES zip.h)
find_library(Zip_LIBRARY NAMES zip)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Zip REQUIRED_VARS Zip_LIBRARY Zip_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Expected libzip, such as Debian's libzip-dev.")
mark_as_advanced(Zip_LIBRARY Zip_INCLUDE_DIR)

if(Zip_FOUND AND NOT TARGET Zip::Zip)
  add_library(Zip::Zip UNKNOWN IMPORTED GLOBAL)
  set_target_properties(Zip::Zip PROPERTIES
    IMPORTED_LOCATION ${Zip_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${Zip_INCLUDE_DIR})
endif()
