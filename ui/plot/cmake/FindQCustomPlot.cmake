# Finds the Qt 6 build of QCustomPlot under the names it goes by and makes the target QCustomPlot::QCustomPlot:
#   Debian         the CMake package QCustomPlotQt6
#   elsewhere      the library qcustomplot-qt6, beside the header or with a .pc file
#   by hand        plain qcustomplot, as its own project file calls it
# Under the plain name a Qt 5 build is common; it links without a word and aborts at start. A library that needs Qt 5 is
# therefore refused with its path. QCustomPlot_LIBRARY and QCustomPlot_INCLUDE_DIR may be given by hand.
# find_package(Qt6 COMPONENTS Widgets PrintSupport) has to come first.

if(TARGET QCustomPlot::QCustomPlot)
  set(QCustomPlot_FOUND TRUE)
  return()
endif()

# Sets `answer` where the library at `path` names Qt 5 among what it needs. The names stand in it as plain text:
# libQt5Core.so.5, Qt5Core.dll, QtCore.framework/Versions/5.
function(unfold_needs_qt5 path answer)
  file(STRINGS ${path} names REGEX "Qt5(Core|Gui|Widgets|PrintSupport)|Qt(Core|Gui|Widgets)[.]framework/Versions/5" LIMIT_COUNT 1)
  if(names)
    set(${answer} TRUE PARENT_SCOPE)
  endif()
endfunction()

if(NOT QCustomPlot_LIBRARY)
  find_package(QCustomPlotQt6 CONFIG QUIET)
endif()
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
  add_library(QCustomPlot::QCustomPlot INTERFACE IMPORTED GLOBAL)
  target_link_libraries(QCustomPlot::QCustomPlot INTERFACE QCustomPlotQt6::QCustomPlotQt6)
  # The library itself is looked up where the program is linked, far from here.
  set_target_properties(QCustomPlotQt6::QCustomPlotQt6 PROPERTIES IMPORTED_GLOBAL TRUE)
  set(QCustomPlot_FOUND TRUE)
  return()
endif()

find_package(PkgConfig QUIET)
if(PKG_CONFIG_FOUND)
  pkg_search_module(QCustomPlot_PC QUIET qcustomplot-qt6 QCustomPlot-qt6 qcustomplot)
endif()
find_library(QCustomPlot_LIBRARY
  NAMES QCustomPlotQt6 qcustomplot-qt6 QCustomPlot-qt6 qcustomplotqt6 qcustomplot QCustomPlot
  HINTS ${QCustomPlot_PC_LIBRARY_DIRS})
find_path(QCustomPlot_INCLUDE_DIR NAMES qcustomplot.h
  HINTS ${QCustomPlot_PC_INCLUDE_DIRS} PATH_SUFFIXES qcustomplot-qt6 qcustomplot)

set(reason "Expected the Qt 6 build of QCustomPlot, such as Debian's libqcustomplot-dev. One that stands elsewhere is named \
by -DQCustomPlot_LIBRARY=PATH and -DQCustomPlot_INCLUDE_DIR=PATH.")
if(QCustomPlot_LIBRARY AND EXISTS "${QCustomPlot_LIBRARY}")
  unfold_needs_qt5(${QCustomPlot_LIBRARY} refused)
  if(refused)
    set(reason "${QCustomPlot_LIBRARY} is built for Qt 5 and would abort at start. ${reason}")
    unset(QCustomPlot_LIBRARY CACHE)
    unset(QCustomPlot_LIBRARY)
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QCustomPlot
  REQUIRED_VARS QCustomPlot_LIBRARY QCustomPlot_INCLUDE_DIR REASON_FAILURE_MESSAGE "${reason}")
mark_as_advanced(QCustomPlot_LIBRARY QCustomPlot_INCLUDE_DIR)

if(QCustomPlot_FOUND)
  add_library(QCustomPlot::QCustomPlot UNKNOWN IMPORTED GLOBAL)
  set_target_properties(QCustomPlot::QCustomPlot PROPERTIES
    IMPORTED_LOCATION ${QCustomPlot_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${QCustomPlot_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES "Qt6::Widgets;Qt6::PrintSupport")
endif()
