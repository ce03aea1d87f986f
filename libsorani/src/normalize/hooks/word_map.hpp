#pragma once

#include <cstddef>
#include <functional>
#include <optional>
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
  /// with the line's number when a line is not well-formed UTF-8 or does not have one tab.
  static std::vector<Line> parse(std::string_view text, std::string_view name);

  bool empty() const noexcept { return words_.empty(); }

  /// Adds a row, from `line` of the map. Returns the line that has the word already with another replacement, or 0. A
  /// row that changes nothing is remembered only for that.
  std::size_t add(std::string from, std::u32string to, std::size_t line);

  /// What a word becomes, or nullptr.
  const std::u32string* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() || found->second.is_same ? nullptr : &found->second.to;
  }

  /// What is wrong with the map as a whole, and the line that shows it: a word from which it leads back to itself (a to
  /// b, b to a), or one that grows over `kLongest` characters, words of replacements replaced in turn.
  struct Fault {
    std::size_t line;
    std::string message;
  };
  static constexpr std::size_t kLongest = 4096;
  std::optional<Fault> fault() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  struct Entry {
    std::u32string to;
    std::size_t line;
    bool is_same;  // as the word itself
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> words_;
};

/// True for characters that are part of words in the sense of a word map: letters and marks of any script, digits,
/// ZWNJ, ZWJ and tatweel.
bool in_mapped_word(char32_t c) noexcept;

}  // namespace sorani::normalize
