#include "transliterate/romanizer.hpp"

#include <span>

#include "script/script.hpp"
#include "transliterate/word_run.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The conjunction "and".
constexpr std::string_view kConjunction = "و";

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
    if (is_arabic_lead(c) && at + 1 < end) {
      const std::size_t stop =
          !joins_ && !is_capital_due_ ? convert_words(until, at, out) : convert_word(until, at, out);
      if (stop > at) {
        at = stop;
        continue;
      }
      if (const char sign = signs_.get(c, text[at + 1]); sign != 0) {
        out.put(sign);
        is_capital_due_ = is_capital_due_ && !is_ascii_digit(sign);
        at += 2;
        continue;
      }
    } else if (begins_address(c) && at >= no_address_until_) {
      at = convert_chunk(until, at, out);
      continue;
    }
    const std::uint32_t length = static_cast<std::uint8_t>(c) < 0x80 ? 1 : unicode::decode(until, at).length;
    if (is_capital_due_ && is_letter(unicode::decode(until, at).value)) is_capital_due_ = false;
    out.put(text.substr(at, length));
    at += length;
  }
}

/// Converts what stands from `begin`, where an address may begin, to the next space. Returns where that is.
std::size_t Romanizer::convert_chunk(std::string_view text, std::size_t begin, TextWriter& out) {
  addresses_.look(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const Range& address : addresses_.found()) {
    convert(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    is_capital_due_ = false;
    at = address.end;
  }
  convert(text, at, no_address_until_, out);
  return no_address_until_;
}

/// Converts the words that begin at `begin`, where nothing depends on the words before. Returns where the last one
/// ends.
std::size_t Romanizer::convert_words(std::string_view text, std::size_t begin, TextWriter& out) {
  return write_words(
      text, begin, cache_, out, [this](std::string_view in, std::size_t at) { return word_end(parts_, in, at); },
      [&](std::string_view word) { put_read(word, out); });
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

/// Writes the conjunction and the word before it as one, if the scheme does so and there is nothing but a space
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
