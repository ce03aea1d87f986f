#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace sorani::test {

/// Random texts that are hard on readers of UTF-8. The same texts on every run.
class RandomBytes {
 public:
  explicit RandomBytes(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }

  /// Any bytes.
  std::string bytes(std::size_t size) {
    std::string text;
    while (text.size() < size) text.push_back(static_cast<char>(below(256)));
    return text;
  }

  /// Pieces of characters, whole characters and runs of ASCII, in any order.
  std::string pieces(std::size_t size) {
    using namespace std::string_view_literals;
    static constexpr std::string_view kPieces[] = {
        "a"sv,
        "\0"sv,
        "\x7F"sv,
        "\x80"sv,
        "\xBF"sv,
        "\xC0"sv,
        "\xC1"sv,
        "\xC2"sv,
        "\xDF"sv,
        "\xE0"sv,
        "\xE0\x80"sv,
        "\xE0\x9F"sv,
        "\xE0\xA0"sv,
        "\xE1"sv,
        "\xEC\xBF"sv,
        "\xED"sv,
        "\xED\x9F"sv,
        "\xED\xA0"sv,
        "\xEF\xBF"sv,
        "\xF0"sv,
        "\xF0\x8F"sv,
        "\xF0\x90"sv,
        "\xF1\x80"sv,
        "\xF3"sv,
        "\xF4"sv,
        "\xF4\x8F\xBF"sv,
        "\xF4\x90"sv,
        "\xF5"sv,
        "\xFF"sv,
        "\x80\x80"sv,
        "\xC2\x80"sv,
        "\xDB\x86"sv,
        "\xDF\xBF"sv,
        "\xE0\xA0\x80"sv,
        "\xED\x9F\xBF"sv,
        "\xEE\x80"sv,
        "abcdefghi"sv,
        "\xE2\x80"sv,
        "\xE2\x80\x8C"sv,
        "\xF0\x90\x80"sv,
        "\xF0\x90\x80\x80"sv,
    };
    std::string text;
    while (text.size() < size) text += kPieces[below(std::size(kPieces))];
    text.resize(size);
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace sorani::test
