#include "transliterate/to_latin/arabic_names.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "script/script.hpp"
#include "transliterate/g2p/model.hpp"
#include "transliterate/scheme/generated.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The first two letters; no name is shorter.
constexpr std::size_t kKeyBytes = 4;

std::string_view key(std::string_view word) noexcept { return word.substr(0, kKeyBytes); }

/// The names whose first two letters are those of the word. The table is sorted by bytes.
std::span<const ArabicName> names_like(std::string_view word) noexcept {
  const auto& names = tables::kArabicNames;
  const auto less = [](const ArabicName& name, std::string_view wanted) { return key(name.spelling) < wanted; };
  const auto begin = std::lower_bound(names.begin(), names.end(), key(word), less);
  const auto end = std::find_if(begin, names.end(), [&](const auto& name) { return key(name.spelling) != key(word); });
  return {begin, end};
}

/// A word in the spelling of arabic-names.tsv: folded by its first rows, without tatweel and joiners. Vowel marks are
/// kept: a word that has them matches no name, and is read by them.
std::string bare(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded c = utf8::decode(word, at);
    const auto& folds = tables::kArabicFolds;
    const auto fold = std::find_if(folds.begin(), folds.end(), [&](const ArabicFold& f) { return f.from == c.value; });
    if (fold != folds.end()) {
      letters += fold->to;
    } else if (!script::is(c.value, script::kJoinControl | script::kTatweel)) {
      letters += word.substr(at, c.length);
    }
    at += c.length;
  }
  return letters;
}

bool is_suffix(std::span<const std::uint8_t> letters) noexcept {
  const g2p::Lexicon& lexicon = g2p::built_in_model().lexicon;
  std::uint32_t node = 0;
  for (const std::uint8_t letter : letters) {
    node = lexicon.next(node, letter);
    if (node == g2p::Lexicon::kNoNode) return false;
  }
  return lexicon.has(node, g2p::MorphKind::suffix);
}

void respell(std::string_view word, std::vector<std::uint8_t>& letters) {
  std::vector<std::uint8_t> suffix;
  for (const ArabicName& name : names_like(word)) {
    if (!word.starts_with(name.spelling)) continue;
    map_letters(word.substr(name.spelling.size()), suffix);
    if (!suffix.empty() && !is_suffix(suffix)) continue;
    map_letters(name.letters, letters);
    letters.insert(letters.end(), suffix.begin(), suffix.end());
    if (suffix.empty()) return;
  }
}

}  // namespace

void respell_arabic_name(std::string_view word, std::vector<std::uint8_t>& letters) {
  if (letters.empty()) return;
  const bool is_bare = letters_end(word_parts(), word, 0) == word.size();
  respell(is_bare ? word : std::string_view(bare(word)), letters);
}

}  // namespace sorani::transliterate
