#include "transliterate/to_latin/romanizer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "script/script.hpp"
#include "transliterate/number_text.hpp"
#include "transliterate/to_latin/known_runs.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

bool is_ascii(char c) noexcept { return static_cast<std::uint8_t>(c) < 0x80; }

Conjunction conjunction_of(const Scheme& scheme, const RomanizerOptions& options) noexcept {
  if (options.join_conjunction) return Conjunction::joined;
  return scheme.joins() ? Conjunction::by_last_sound : Conjunction::separate;
}

}  // namespace

Romanizer::Romanizer(const Scheme& scheme, const RomanizerOptions& options, const Normalizer& normalizer,
                     std::shared_ptr<SharedWordTable> words)
    : reader_(scheme, options.syllables, conjunction_of(scheme, options)),
      normalizer_(normalizer),
      splitter_(options.line_end),
      addresses_(false),
      cache_(std::move(words)),
      parts_(word_parts()),
      conjunction_(scheme.word(kConjunction, kAnything)),
      capitals_(options.capitals) {
  if (options.keep_punctuation) return;
  for (const Sign& sign : tables::kSigns) signs_.set(sign.sign, sign.latin);
}

void Romanizer::append(std::string_view text, std::string& out, Fragment fragment) {
  normalized_.clear();
  normalizer_.append(text, normalized_, fragment);
  cache_.expect(normalized_.size());
  ascii_.begin(normalized_);
  base::OutputBuffer writer(out);
  writer.reserve(normalized_.size());
  no_address_until_ = 0;
  line_continues_ = !ends_line(fragment);
  is_capital_due_ = false;
  std::size_t done = 0;
  if (capitals_) {
    splitter_(normalized_, [&](const Sentence& sentence) {
      convert(normalized_, done, sentence.offset, writer);
      is_capital_due_ = true;
      done = sentence.offset + sentence.text.size();
      convert(normalized_, sentence.offset, done, writer);
      is_capital_due_ = false;
    });
  }
  convert(normalized_, done, normalized_.size(), writer);
  writer.finish();
}

/// What `KnownRuns` must know of this conversion.
struct Romanizer::Runs {
  Romanizer& romanizer;

  static bool is_between(char c) noexcept {
    static constexpr auto kBetween = [] {
      std::array<bool, 256> list{};
      for (std::size_t i = 0; i < 0x80; ++i) list[i] = !begins_address(static_cast<char>(i));
      return list;
    }();
    return kBetween[static_cast<std::uint8_t>(c)];
  }

  /// A run includes the conjunction that is joined to it. A digit is no sign here, since it begins a number.
  std::size_t word_end(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
    constexpr std::size_t kSign = KnownRuns<Runs>::kSignBytes;
    const char sign = end - begin > 2 * kSign ? romanizer.signs_.get(text, end - kSign) : '\0';
    if (sign != 0 && !is_ascii_digit(sign)) return end - kSign;
    return romanizer.conjunction_end(text, begin, end);
  }

  std::size_t put_sign(std::string_view text, std::size_t at, char* to) const noexcept {
    *to = romanizer.signs_.get(text[at], text[at + 1]);
    return 1;
  }

  /// Only words of two letters or more are cached; the reading of a single letter depends on its context.
  bool may_be_known(std::string_view word) const noexcept {
    return word.size() > 2 && romanizer.parts_.get(word, word.size() - 2) != WordPart::none;
  }

  bool convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out) const {
    if (is_conjunction(romanizer.normalized_, begin, end)) {
      out.put(romanizer.conjunction_);
      return true;
    }
    const std::string_view until = text.substr(0, end);
    for (std::size_t at = begin; at < end;) at = romanizer.convert_one(until, at, out);
    return true;
  }
};

void Romanizer::convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    if (!is_ascii(c) && !is_capital_due_) {
      Runs runs{*this};
      at = KnownRuns(runs, cache_, ascii_).convert(until, at, out);
    } else if (begins_address(c) && at >= no_address_until_) {
      at = convert_chunk(until, at, out);
    } else {
      at = convert_one(until, at, out);
    }
  }
}

/// Converts from `begin`, where an address may begin, to the next space or the end of a conjunction that is joined
/// there. Returns where that is.
std::size_t Romanizer::convert_chunk(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  addresses_.scan(text, begin);
  std::size_t end = addresses_.end();
  // Nothing is joined to a hashtag.
  if (text[begin] != '#') end = conjunction_end(text, begin, end);
  no_address_until_ = end;
  std::size_t at = begin;
  for (const address::Address& address : addresses_.found()) {
    convert(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    is_capital_due_ = false;
    at = address.end;
  }
  convert(text, at, end, out);
  return end;
}

/// The end of the conjunction that is joined to the word from `begin` to `end`; or `end`.
std::size_t Romanizer::conjunction_end(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  constexpr std::size_t kOneLetter = 2;
  if (!reader_.joins() || end - begin <= kOneLetter || parts_.get(text, end - 2) == WordPart::none) return end;
  return joined_end(parts_, text, end);
}

/// Converts a word, a sign or another character. Returns where it ends.
std::size_t Romanizer::convert_one(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  const char c = text[begin];
  if (is_arabic_lead(c) && begin + 1 < text.size()) {
    if (const std::size_t end = convert_word(text, begin, out); end > begin) return end;
    if (const char sign = signs_.get(c, text[begin + 1]); sign != 0) {
      if (is_ascii_digit(sign)) return convert_number(text, begin, out);
      out.put(sign);
      return begin + 2;
    }
  }
  const utf8::Decoded decoded = utf8::decode(text, begin);
  if (script::is_letter_or_digit(decoded.value)) is_capital_due_ = false;
  out.put(text.substr(begin, decoded.length));
  return begin + decoded.length;
}

std::size_t Romanizer::convert_number(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  const std::size_t end = arabic_number_end(text, begin);
  word_.clear();
  append_latin_number(text.substr(begin, end - begin), word_);
  out.put(word_);
  is_capital_due_ = false;
  return end;
}

/// Reads the word from `begin` to `end`, which is not in the cache, with the conjunction that may be joined to it up to
/// `joined`. Returns the end of what was read.
std::size_t Romanizer::put_reading(std::size_t begin, std::size_t end, std::size_t joined, base::OutputBuffer& out) {
  word_.clear();
  const Reader::Read read = reader_.read({normalized_, begin, end, line_continues_}, joined, word_);
  if (read.is_fixed) cache_.insert(std::string_view(normalized_).substr(begin, read.end - begin), word_);
  out.put(word_);
  return read.end;
}

/// Converts the word at `begin`, if there is one. Returns where it ends.
std::size_t Romanizer::convert_word(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  const std::size_t end = word_end(parts_, text, begin);
  if (end == begin) return begin;
  const std::size_t joined = conjunction_end(text, begin, end);
  const std::size_t start = out.size();
  const std::string_view word = text.substr(begin, joined - begin);
  const std::string_view known = cache_.find(word, text.size() - begin);
  std::size_t stop = joined;
  if (known.data() != nullptr) {
    out.put_padded<WordCache::kReadableBytes>(known);
  } else {
    stop = put_reading(begin, end, joined, out);
  }
  if (is_capital_due_) {
    put_capital(start, out);
    is_capital_due_ = precedes_name({normalized_, begin, end});
  }
  return stop;
}

/// Capitalizes the first letter of the output from byte `from` on, if there is one.
void Romanizer::put_capital(std::size_t from, base::OutputBuffer& out) {
  is_capital_due_ = false;
  word_ = out.written(from);
  out.shrink(from);
  std::size_t at = 0;
  for (bool is_done = false; at < word_.size() && !is_done;) {
    const utf8::Decoded c = utf8::decode(word_, at);
    std::string capital;
    append_capital(c.value, capital);
    is_done = capital != word_.substr(at, c.length);
    out.put(capital);
    at += c.length;
  }
  out.put(std::string_view(word_).substr(at));
}

void Romanizer::read(std::string_view text, std::size_t count, const ReadingSink& sink) {
  normalized_.clear();
  normalizer_.append(text, normalized_, Fragment::whole);
  reader_.read_all(normalized_, count, sink);
}

}  // namespace sorani::transliterate
