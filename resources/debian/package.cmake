# The Debian package:  cmake --workflow --preset package  leaves build/package/unfold_VERSION_ARCHITECTURE.deb.
# Its dependencies are read from the program by dpkg-shlibdeps (package dpkg-dev). The platform plugins of X11 and of no display
# come with libqt6gui6; the one of Wayland is a package of its own.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME unfold)
set(CPACK_PACKAGE_VENDOR "The Unfold authors")
set(CPACK_PACKAGE_CONTACT "The Unfold authors <authors@unfold.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see how a recurrent network works, and why its gradients vanish")
set(CPACK_PACKAGE_DESCRIPTION_FILE ${CMAKE_CURRENT_SOURCE_DIR}/debian/description)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/compress.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
