#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sorani::normalize {

/// A user's replacements of whole words, `from<TAB>to`. Both sides are in normal form, so a word is found in whatever
/// spelling the text has it.
class WordMap {
 public:
  /// One line of a map file, as it stands there.
  struct Line {
    std::size_t number;
    std::string_view from;
    std::string_view to;
  };

  /// Reads a map; `name` is what messages call it. Lines that begin with # and empty lines are skipped. Throws `Error`
  /// with the line's number when a line has no tab.
  static std::vector<Line> parse(std::string_view text, std::string_view name);

  bool empty() const noexcept { return words_.empty(); }

  /// Adds a word; the first of two rows for one word counts.
  void add(std::string from, std::u32string to) { words_.emplace(std::move(from), std::move(to)); }

  /// What a word becomes, or nullptr.
  const std::u32string* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

  /// A word from which the map leads back to itself (a to b, b to a), or nothing.
  std::string circular_word() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::u32string, Hash, std::equal_to<>> words_;
};

/// True for characters that are part of words in the sense of a word map: letters and marks of any script, digits,
/// ZWNJ, ZWJ and tatweel.
bool in_mapped_word(char32_t c) noexcept;

}  // namespace sorani::normalize
