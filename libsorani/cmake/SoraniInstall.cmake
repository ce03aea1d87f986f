# Installs the library so that find_package(sorani) and pkg-config find it. The folder may be moved as a whole.
#
# Components, of which packaging/ makes a package each: library (what programs need to run), development (what they need
# to be built), and tools.

include(CMakePackageConfigHelpers)

set(sorani_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sorani)

install(TARGETS sorani EXPORT sorani-targets LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS sorani_static EXPORT sorani-static-targets ARCHIVE COMPONENT development)

# What follows is of this component, unless it names another.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/examples/c ${PROJECT_SOURCE_DIR}/examples/python
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
  USE_SOURCE_PERMISSIONS
  PATTERN __pycache__ EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/libsorani/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_SOURCE_DIR}/man/libsorani.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3)
install(
  EXPORT sorani-targets
  NAMESPACE sorani::
  DESTINATION ${sorani_config_dir})
install(
  EXPORT sorani-static-targets
  NAMESPACE sorani::
  DESTINATION ${sorani_config_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/soraniConfig.cmake.in ${PROJECT_BINARY_DIR}/soraniConfig.cmake
                              INSTALL_DESTINATION ${sorani_config_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/soraniConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/soraniConfig.cmake ${PROJECT_BINARY_DIR}/soraniConfigVersion.cmake
        DESTINATION ${sorani_config_dir})

# The way from the .pc file to the prefix, so that the prefix need not be known yet.
file(RELATIVE_PATH sorani_pc_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${CMAKE_CURRENT_LIST_DIR}/libsorani.pc.in ${PROJECT_BINARY_DIR}/libsorani.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/libsorani.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
unset(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME)
