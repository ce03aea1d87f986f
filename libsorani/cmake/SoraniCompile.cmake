# Compiler settings that every target of the project shares.

add_library(sorani_compile INTERFACE)
target_compile_features(sorani_compile INTERFACE cxx_std_20)
target_compile_options(
  sorani_compile INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                           $<$<BOOL:${SORANI_WARNINGS_AS_ERRORS}>:-Werror>)
# A libfmt that GCC built has one function by a name that clang does not use for it.
target_compile_definitions(sorani_compile INTERFACE $<$<CXX_COMPILER_ID:Clang>:FMT_HEADER_ONLY>)
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
# Against faults of memory: canaries, checked library calls, control-flow protection of the processor, tables of
# addresses that cannot be written after the start. Optimized builds only: _FORTIFY_SOURCE needs it, and sanitizers
# check more.
include(CheckCXXCompilerFlag)
include(CheckCXXSourceCompiles)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
if(NOT SORANI_SANITIZE AND NOT SORANI_BUILD_FUZZERS)
  set(optimized $<NOT:$<CONFIG:Debug>>)
  check_cxx_compiler_flag(-fstack-protector-strong SORANI_HAS_STACK_PROTECTOR)
  check_cxx_compiler_flag(-fcf-protection=full SORANI_HAS_CF_PROTECTION)
  # Level 3 is refused with a warning where the C library does not know it.
  set(CMAKE_REQUIRED_FLAGS "-O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3")
  check_cxx_source_compiles("#include <string.h>\nint main() { return 0; }" SORANI_HAS_FORTIFY_3)
  unset(CMAKE_REQUIRED_FLAGS)
  set(fortify_level $<IF:$<BOOL:${SORANI_HAS_FORTIFY_3}>,3,2>)
  add_compile_options(
    $<$<AND:${optimized},$<BOOL:${SORANI_HAS_STACK_PROTECTOR}>>:-fstack-protector-strong>
    $<$<AND:${optimized},$<BOOL:${SORANI_HAS_CF_PROTECTION}>>:-fcf-protection=full>
    $<${optimized}:-U_FORTIFY_SOURCE>
    $<${optimized}:-D_FORTIFY_SOURCE=${fortify_level}>)
  add_link_options(LINKER:-z,relro LINKER:-z,now)
endif()

# So that where the project is built does not change the bytes of what is built.
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${PROJECT_BINARY_DIR}=build)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# precompile_headers(TARGET HEADER...): reads the standard headers that most sources include once instead of once per source,
# which takes about a sixth off the time of a build. share_headers(TARGET OTHER) uses those of another target, which must
# have the same compile options, but for the level of optimization, and no definitions that TARGET has not. Without them
# each source must name all that it uses, so the builds of the other presets do without; so does ccache, which would compare
# the precompiled file by its time stamp.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES ccache OR CMAKE_CXX_CLANG_TIDY OR NOT CMAKE_BUILD_TYPE STREQUAL Release)
  set(precompile OFF)
else()
  set(precompile ON)
endif()
option(SORANI_PRECOMPILE_HEADERS "Precompile standard headers" ${precompile})
function(precompile_headers target)
  if(SORANI_PRECOMPILE_HEADERS)
    target_precompile_headers(
      ${target}
      PRIVATE
      <algorithm>
      <array>
      <cstdint>
      <functional>
      <memory>
      <optional>
      <span>
      <string>
      <string_view>
      <utility>
      <vector>
      ${ARGN})
  endif()
endfunction()
function(share_headers target other)
  if(SORANI_PRECOMPILE_HEADERS)
    target_precompile_headers(${target} REUSE_FROM ${other})
  endif()
endfunction()

# join_sources(TARGET [SIZE]): compiles the sources of a target in groups of 12 or SIZE (a unity build), which takes another
# fifth off. Sources with compile options of their own stay apart. Names in anonymous namespaces must differ within a target.
option(SORANI_JOIN_SOURCES "Compile sources in groups" ${precompile})
function(join_sources target)
  if(SORANI_JOIN_SOURCES)
    set(size 12)
    if(ARGC GREATER 1)
      set(size ${ARGV1})
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${size})
  endif()
endfunction()
