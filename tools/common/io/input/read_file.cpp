#include "common/io/input/read_file.hpp"

#include <fmt/core.h>

#include <array>

#include "common/io/diagnostics.hpp"
#include "common/io/input/source.hpp"

namespace ku {

std::string read_file(const std::string& file) {
  try {
    const auto source = open_source(file, {});
    std::string text;
    std::array<char, 16384> part{};
    while (const std::size_t count = source->read(part.data(), part.size())) text.append(part.data(), count);
    if (const auto failure = source->failure()) throw FatalError(fmt::format("{}: {}", file, failure->message));
    return text;
  } catch (const OpenError& error) {
    throw FatalError(error.what());
  }
}

}  // namespace ku
