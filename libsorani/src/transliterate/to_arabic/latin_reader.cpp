#include "transliterate/to_arabic/latin_reader.hpp"

#include <algorithm>
#include <optional>

#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The letter that a letter with marks is made from.
char32_t base_letter(char32_t c) noexcept {
  const std::u32string_view parts = utf8::canonical_decomposition(c);
  return parts.empty() ? c : base_letter(parts.front());
}

}  // namespace

/// Sets `folded_` to the word in lower case and NFC, with variants of signs folded.
void LatinReader::fold(std::string_view word) {
  // No character before U+0300 composes with the one before it.
  constexpr char32_t kFirstMark = 0x300;
  std::u32string& characters = characters_;
  characters.clear();
  sets_ = 0;
  has_unknown_ = false;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded decoded = utf8::decode(word, at);
    at += decoded.length;
    const char32_t c = rules_.folded(decoded.value);
    if (c >= kFirstMark && !characters.empty()) {
      if (const std::optional<char32_t> composed = utf8::compose(characters.back(), c)) {
        characters.back() = *composed;
        continue;
      }
    }
    characters += c;
  }
  folded_.clear();
  for (const char32_t c : characters) {
    if (c < 0x80) {
      folded_ += static_cast<char>(c);
      continue;
    }
    utf8::append(c, folded_);
    sets_ |= rules_.sets_of(c);
    has_unknown_ = has_unknown_ || !rules_.knows(c);
  }
}

/// Replaces letters with marks that no rule has by the ASCII letter under the marks, so that they match its rules,
/// digraphs too. Letters that some rule has need none of this: each has a rule without contexts, so that a rule matches
/// it anywhere.
void LatinReader::strip_unknown_marks() {
  std::string simple;
  for (std::size_t at = 0; at < folded_.size();) {
    const utf8::Decoded c = utf8::decode(folded_, at);
    const char32_t base = c.value < 0x80 || rules_.knows(c.value) ? c.value : base_letter(c.value);
    utf8::append(base < 0x80 ? base : c.value, simple);
    at += c.length;
  }
  folded_ = std::move(simple);
}

void LatinReader::read(std::string_view word, ArabicSpeller& speller, std::string& out) {
  fold(word);
  const std::string_view known = speller.before() == kEdge ? rules_.word(folded_) : std::string_view();
  if (!known.empty()) {
    out += known;
    return;
  }
  if (has_unknown_) strip_unknown_marks();
  const auto may_apply = [this](const LatinRules::Rule& rule) {
    return (rule.unless & sets_) == 0 && (rule.with == 0 || (rule.with & sets_) != 0);
  };
  for (std::size_t at = 0; at < folded_.size();) {
    const std::string_view rest = std::string_view(folded_).substr(at);
    if (const LatinRules::Rule* const rule = rules_.find(rest, speller.before(), true, may_apply).rule) {
      for (const char sound : rule->to) speller.put(static_cast<Context>(sound), out);
      at += rule->from.size();
      continue;
    }
    const utf8::Decoded c = utf8::decode(folded_, at);
    speller.end(out);
    out += rest.substr(0, c.length);
    at += c.length;
  }
}

}  // namespace sorani::transliterate
