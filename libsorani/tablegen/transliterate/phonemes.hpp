#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/scheme/context.hpp"
#include "tsv.hpp"

namespace tablegen {

/// phonemes.tsv: the sounds, with the symbols that the other tables of transliteration write them with.
class Phonemes {
 public:
  struct Entry {
    std::string name;
    std::string symbol;
    std::string letters;
    bool is_vowel;
  };

  /// Throws `Error` if the file cannot be read or is inconsistent.
  explicit Phonemes(const std::filesystem::path& path);

  /// By number.
  const std::vector<Entry>& entries() const noexcept { return entries_; }
  /// The number of a symbol; calls `row.fail` if there is no such sound.
  std::uint8_t number(const TsvRow& row, const std::string& symbol) const;
  /// The numbers of the symbols of a field, which are separated by spaces.
  std::vector<std::uint8_t> numbers(const TsvRow& row, std::string_view column) const;
  /// A field that has the name of a context or a symbol.
  sorani::transliterate::Context context(const TsvRow& row, std::string_view column) const;

 private:
  std::vector<Entry> entries_;
  std::map<std::string, std::uint8_t> number_;
};

}  // namespace tablegen
