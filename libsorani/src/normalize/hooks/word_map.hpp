#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// A user's replacements of whole words, `from<TAB>to`. Both sides are normalized, and so is the text in which a word
/// is looked up: its spelling does not matter.
class WordMap {
 public:
  /// Its name in the output of `--explain`.
  static constexpr std::string_view kRuleName = "map";

  /// One line of a map file, not normalized.
  struct Line {
    std::size_t number;
    std::string_view from;
    std::string_view to;
  };

  /// Reads a map; `name` is what messages call it. Lines that begin with # and empty lines are skipped. Throws `Error`
  /// with the line's number when a line is not well-formed UTF-8 or does not have one tab.
  static std::vector<Line> parse(std::string_view text, std::string_view name);

  bool empty() const noexcept { return words_.empty(); }

  /// Adds a row, from `line` of the map. Returns the line of an earlier row that replaces the word otherwise, or 0. A
  /// row that replaces a word by itself is kept only for this check.
  std::size_t add(std::string from, std::u32string to, std::size_t line);

  /// What a word becomes, or nullptr.
  const std::u32string* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() || found->second.is_same ? nullptr : &found->second.to;
  }

  /// An error of the map as a whole, and a line where it shows: a cycle (a to b, b to a), or a word that expands to
  /// more than `kMaxExpansion` characters, since words in replacements are replaced in turn.
  struct Fault {
    std::size_t line;
    std::string message;
  };
  static constexpr std::size_t kMaxExpansion = 4096;
  std::optional<Fault> fault() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  struct Entry {
    std::u32string to;
    std::size_t line;
    bool is_same;  // `to` is the word itself
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> words_;
};

/// True for characters that are part of words in the sense of a word map: letters and marks of any script, digits,
/// ZWNJ, ZWJ and tatweel.
bool in_mapped_word(char32_t c) noexcept;

/// Replaces the word before `boundary`, the last character of the output, as the map says. Returns true if it does.
bool map_word(OutputTail& tail, const WordMap& words, char32_t boundary);

}  // namespace sorani::normalize
