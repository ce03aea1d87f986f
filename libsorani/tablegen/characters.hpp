#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tsv.hpp"

namespace tablegen {

/// The character of a row with the columns code-point, name and source, and `character_column`, which holds the
/// character itself or its code point again. Calls `row.fail` where they disagree.
char32_t checked_character(const TsvRow& row, std::string_view character_column);

/// The characters of alphabet.tsv and characters.tsv, against which other files are checked.
class Characters {
 public:
  /// Reads both files of a data directory. Throws `Error` with the line where one names a character again.
  explicit Characters(const std::filesystem::path& data);

  struct Entry {
    char32_t value;
    std::string name;      ///< of Unicode
    std::string constant;  ///< `kHeh` for ARABIC LETTER HEH, `kArabicComma` for ARABIC COMMA
  };

  /// In the order of the files.
  const std::vector<Entry>& entries() const noexcept { return entries_; }

  /// The character of a name, which must be in one of the files.
  char32_t named(std::string_view name) const;

  /// Calls `row.fail` if a field has a character beyond ASCII that neither file has.
  void check_text(const TsvRow& row, std::string_view column) const;

 private:
  void add(const TsvRow& row, std::string_view character_column);

  std::vector<Entry> entries_;
  std::map<char32_t, std::string> names_;
};

}  // namespace tablegen
