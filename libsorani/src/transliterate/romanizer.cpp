#include "transliterate/romanizer.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The conjunction "and".
constexpr std::string_view kConjunction = "و";

bool is_ascii(char c) noexcept { return static_cast<std::uint8_t>(c) < 0x80; }

bool is_letter(char32_t c) noexcept {
  return script::is(c, script::kArabicLetter | script::kLatinLetter | script::kOtherLetter | script::kDigit);
}

}  // namespace

Normalizer letters_normalizer() {
  return Normalizer(
      {.profile = "standard", .rules = "-spaces,-hyphens,-bullets,-crlf,-space-runs,-line-ends,-noncharacters"});
}

Romanizer::Romanizer(const Scheme& scheme, const RomanizerOptions& options, const Normalizer& normalizer)
    : reader_(scheme, options.syllables),
      normalizer_(normalizer),
      splitter_(options.line_end),
      addresses_(false),
      parts_(word_parts()),
      capitals_(options.capitals),
      joins_(scheme.joins()) {
  if (options.keep_punctuation) return;
  for (const Sign& sign : std::span(tables::kSigns, tables::kSignsSize)) signs_.set(sign.sign, sign.latin);
}

void Romanizer::append(std::string_view text, std::string& out, Fragment fragment) {
  normalized_.clear();
  normalizer_.append(text, normalized_, fragment);
  ascii_.begin(normalized_);
  TextWriter writer(out);
  writer.reserve(normalized_.size());
  no_address_until_ = 0;
  last_word_end_ = 0;
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

void Romanizer::convert(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    if (!is_ascii(c) && !joins_ && !is_capital_due_) {
      at = convert_runs(until, at, out);
    } else if (begins_address(c) && at >= no_address_until_) {
      at = convert_chunk(until, at, out);
    } else {
      at = convert_one(until, at, out);
    }
  }
}

/// Converts what stands from `begin`, where an address may begin, to the next space. Returns where that is.
std::size_t Romanizer::convert_chunk(std::string_view text, std::size_t begin, TextWriter& out) {
  addresses_.look(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const address::Address& address : addresses_.found()) {
    convert(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    is_capital_due_ = false;
    at = address.end;
  }
  convert(text, at, no_address_until_, out);
  return no_address_until_;
}

/// Converts runs of characters beyond ASCII from `begin` on, where one stands, with the spaces and signs between them.
/// Nothing may depend on the words before. Returns where the last run ends.
std::size_t Romanizer::convert_runs(std::string_view text, std::size_t begin, TextWriter& out) {
  // Several are found before the first is looked up, so that what is known of them is fetched at the same time.
  constexpr std::size_t kRuns = 16;
  struct Run {
    std::size_t begin;
    std::size_t end;
    WordCache::Place place;
  };
  std::array<Run, kRuns> runs;
  std::size_t done = begin;
  for (;;) {
    std::size_t count = 0;
    for (std::size_t end = done; count < kRuns; ++count) {
      std::size_t next = end;
      while (next < text.size() && is_ascii(text[next]) && !begins_address(text[next])) ++next;
      if (next == text.size() || is_ascii(text[next])) break;
      end = std::min(ascii_.next(next), text.size());
      runs[count] = {next, end, cache_.place(text.substr(next, end - next), text.size() - next)};
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Run& run = runs[i];
      const std::string_view between = text.substr(done, run.begin - done);
      between.size() == 1 ? out.put(between.front()) : out.put(between);
      done = run.end;
      // Most runs are words, which are known as such only.
      const std::string_view word = text.substr(run.begin, run.end - run.begin);
      const bool ends_in_word = word.size() > 1 && parts_.get(word, word.size() - 2) != WordPart::none;
      const std::string_view known = ends_in_word ? cache_.find(word, run.place) : std::string_view();
      if (known.data() != nullptr) {
        out.put_cached(known);
      } else if (word_end(parts_, word, 0) == word.size()) {
        put_read(word, out);
      } else {
        const std::string_view until = text.substr(0, run.end);
        for (std::size_t at = run.begin; at < run.end;) at = convert_one(until, at, out);
      }
    }
    if (count < kRuns) return done;
  }
}

/// Converts a word, a sign or another character. Returns where it ends.
std::size_t Romanizer::convert_one(std::string_view text, std::size_t begin, TextWriter& out) {
  const char c = text[begin];
  if (is_arabic_lead(c) && begin + 1 < text.size()) {
    if (const std::size_t end = convert_word(text, begin, out); end > begin) return end;
    if (const char sign = signs_.get(c, text[begin + 1]); sign != 0) {
      out.put(sign);
      is_capital_due_ = is_capital_due_ && !is_ascii_digit(sign);
      return begin + 2;
    }
  }
  const unicode::Decoded decoded = unicode::decode(text, begin);
  if (is_letter(decoded.value)) is_capital_due_ = false;
  out.put(text.substr(begin, decoded.length));
  return begin + decoded.length;
}

/// Reads a word that is not known.
void Romanizer::put_read(std::string_view word, TextWriter& out) {
  word_.clear();
  reader_.read(word, word_);
  cache_.insert(word, word_);
  out.put(word_);
}

/// Converts the word at `begin`, if there is one. Returns where it ends.
std::size_t Romanizer::convert_word(std::string_view text, std::size_t begin, TextWriter& out) {
  const std::size_t end = word_end(parts_, text, begin);
  if (end == begin) return begin;
  const std::string_view word = text.substr(begin, end - begin);
  const std::size_t start = out.size();
  if (!(joins_ && word == kConjunction && join_conjunction(text, begin, end, out))) {
    const std::string_view known = cache_.find(word, text.size() - begin);
    known.data() != nullptr ? out.put_cached(known) : put_read(word, out);
  }
  if (is_capital_due_) put_capital(start, out);
  last_word_end_ = end;
  return end;
}

/// Writes the conjunction as the word before it asks for, if the scheme does so and there is nothing but a space
/// between.
bool Romanizer::join_conjunction(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  if (last_word_end_ == 0 || last_word_end_ + 1 != begin || text[last_word_end_] != ' ') return false;
  if (end < text.size() && !is_space(text[end])) return false;
  const Scheme& scheme = reader_.scheme();
  const std::string_view before = out.written(0).substr(0, out.size() - 1);
  Phoneme last = Phoneme::glottal_stop;
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    const auto sound = static_cast<Phoneme>(i);
    if (is_vowel(sound) && before.ends_with(scheme.image(sound))) last = sound;
  }
  const std::string_view joined = scheme.word(kConjunction, static_cast<Context>(last));
  if (joined.empty()) return false;
  out.shrink(out.size() - 1);
  out.put(joined);
  return true;
}

/// Makes the first letter written from byte `from` on a capital, if there is one.
void Romanizer::put_capital(std::size_t from, TextWriter& out) {
  is_capital_due_ = false;
  word_ = out.written(from);
  out.shrink(from);
  std::size_t at = 0;
  for (bool is_done = false; at < word_.size() && !is_done;) {
    const unicode::Decoded c = unicode::decode(word_, at);
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
