#include "ku-latin/workers.hpp"

#include <fmt/core.h>

#include <iterator>

namespace ku::latin {

void TextWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  transliterator_.append(chunk.text, out, chunk.fragment);
}

void ReadingsWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  transliterator_.readings(chunk.text, count_, [&](const sorani::WordReading& reading) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{:.3f}\n", reading.word, reading.text, reading.cost);
  });
}

}  // namespace ku::latin
