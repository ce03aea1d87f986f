// make_corpus: writes Sorani-like text of any size, for benchmarks. See the tables in bench/data.

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>

#include "corpus/text_maker.hpp"

namespace {

void write(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw std::runtime_error("standard output cannot be written");
  }
}

/// Writes at least `bytes` bytes, to the end of a line.
void write_corpus(corpus::TextMaker& maker, double bytes) {
  constexpr std::size_t kBlock = std::size_t{1} << 20U;
  std::string block;
  double written = 0;
  while (written + static_cast<double>(block.size()) < bytes) {
    maker.append_line(block);
    if (block.size() < kBlock) continue;
    write(block);
    written += static_cast<double>(block.size());
    block.clear();
  }
  write(block);
  if (std::fflush(stdout) != 0) throw std::runtime_error("standard output cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes Sorani-like text to standard output: the same text for the same options.", "make_corpus");
  double megabytes = 100;
  double dirty = 1;
  std::uint64_t seed = 1;
  std::string data = CORPUS_DATA;
  app.add_option("--size", megabytes, "millions of bytes to write, up to the end of a line")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  app.add_option("--dirty", dirty, "share of documents as untidy as real ones of their kind")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_flag_callback(
         "--clean", [&] { dirty = 0; }, "the same as --dirty 0")
      ->excludes("--dirty");
  app.add_option("--seed", seed, "another number gives another language and text")->capture_default_str();
  app.add_option("--data", data, "directory of the tables")->check(CLI::ExistingDirectory);
  CLI11_PARSE(app, argc, argv);
  try {
    corpus::TextMaker maker(data, dirty, seed);
    write_corpus(maker, megabytes * 1e6);
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_corpus: {}\n", error.what());
    return 1;
  }
  return 0;
}
