// Loads simdjson when the first JSON parser is made. Linked as usual, the library would be loaded and relocated at the
// start of every tool, which costs a tenth of its start-up time, and most runs read no JSON.
//
// Of the library's symbols, the inline code of its header needs this one function only, which returns the table of
// virtual functions of the best implementation for the processor. The name of the library holds the version of its
// interface, as the header has it.

#include <dlfcn.h>
#include <fmt/core.h>
#include <simdjson.h>

#include "common/io/diagnostics.hpp"

namespace simdjson {
namespace {

using Implementation = internal::atomic_ptr<const implementation>;
using Function = Implementation& (*)();

Function load() {
  void* const library = ::dlopen(KU_SIMDJSON_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  void* const symbol = library == nullptr ? nullptr : ::dlsym(library, "_ZN8simdjson25get_active_implementationEv");
  if (symbol == nullptr) throw ku::FatalError(fmt::format("JSON needs the library simdjson: {}", ::dlerror()));
  return reinterpret_cast<Function>(symbol);
}

}  // namespace

Implementation& get_active_implementation() {
  static const Function function = load();
  return function();
}

}  // namespace simdjson
