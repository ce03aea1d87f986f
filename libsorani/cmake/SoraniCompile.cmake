# Compiler settings that every target of the project shares.

add_library(sorani_compile INTERFACE)
target_compile_features(sorani_compile INTERFACE cxx_std_20)
target_compile_options(
  sorani_compile INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                           $<$<BOOL:${SORANI_WARNINGS_AS_ERRORS}>:-Werror>)
if(SORANI_SANITIZE)
  target_compile_options(sorani_compile INTERFACE -fsanitize=${SORANI_SANITIZE} -fno-omit-frame-pointer
                                                  -fno-sanitize-recover=all)
  target_link_options(sorani_compile INTERFACE -fsanitize=${SORANI_SANITIZE})
endif()
if(SORANI_BUILD_FUZZERS)
  # Lets a fuzz target see which code an input reaches.
  target_compile_options(sorani_compile INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(sorani_compile INTERFACE -fsanitize=fuzzer-no-link)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
