# Configures and builds the project in SOURCE, in the folder BUILD, with the library installed in PREFIX; then runs
# the PROGRAMS in BUILD, which must print a version.
execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${PREFIX}
          -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -DCMAKE_CXX_FLAGS=-O0
          COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} COMMAND_ERROR_IS_FATAL ANY)
foreach(program IN LISTS PROGRAMS)
  execute_process(COMMAND ${BUILD}/${program} --version OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
  message("${printed}")
  if(NOT printed MATCHES "[0-9]+\\.[0-9]+\\.[0-9]+")
    message(FATAL_ERROR "${program} --version printed no version")
  endif()
endforeach()
