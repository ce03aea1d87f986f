# Run by CPack when the files of all packages are in place, before it packs them.
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/complete ${CPACK_TEMPORARY_DIRECTORY} ${CPACK_PACKAGE_VERSION}
                        ${CPACK_DEBIAN_PACKAGE_RELEASE} ${CPACK_DEBIAN_PACKAGE_MAINTAINER} COMMAND_ERROR_IS_FATAL ANY)
