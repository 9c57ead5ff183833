# Debian keeps manual pages and changelogs compressed, without the name and time that gzip would add.
foreach(file share/man/man1/unfold.1 share/doc/unfold/changelog)
  file(GLOB_RECURSE found ${CPACK_TEMPORARY_DIRECTORY}/*)
  list(FILTER found INCLUDE REGEX "/${file}$")
  execute_process(COMMAND gzip -9n ${found} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
