#include "transliterate/properties.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <sorani/tokenizer.hpp>
#include <span>
#include <vector>

#include "script/script.hpp"
#include "support/escaped.hpp"
#include "transliterate/number_text.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "transliterate/to_latin/letters_options.hpp"
#include "transliterate/to_latin/romanizer.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

using namespace transliterate;

Failure compare(std::string_view what, std::string_view expected, std::string_view actual) {
  if (expected == actual) return std::nullopt;
  return fmt::format("{}: expected {}, got {}", what, escaped(expected), escaped(actual));
}

/// The places where `Fragment` allows to cut a line.
std::vector<std::size_t> allowed_cuts(std::string_view line) {
  const auto is_letter = [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0x620 && c <= 0x6FF && script::is(c, script::kArabicLetter));
  };
  const auto may_be_copula = [&](std::size_t at) {
    constexpr std::string_view kFirst = "EIMNYeimny";
    if (kFirst.find(line[at]) == std::string_view::npos) return false;
    const std::string_view three = line.substr(at, 3);
    const auto is_ascii_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return three.size() < 3 || !std::all_of(three.begin(), three.end(), is_ascii_letter);
  };
  std::vector<std::size_t> cuts;
  for (std::size_t at = 2; at < line.size(); ++at) {
    if (line[at - 1] != ' ' || !is_letter(utf8::decode_before(line, at - 1).value)) continue;
    const char32_t next = utf8::decode(line, at).value;
    if (is_letter(next) && next != U'و' && !may_be_copula(at)) cuts.push_back(at);
  }
  return cuts;
}

/// What becomes of a line that is cut at these places.
std::string in_pieces(Transliterator& transliterator, std::string_view line, std::span<const std::size_t> cuts) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    const bool is_last = i == cuts.size();
    const std::size_t end = is_last ? line.size() : cuts[i];
    const Fragment last = begin == 0 ? Fragment::whole : Fragment::last;
    const Fragment other = begin == 0 ? Fragment::first : Fragment::middle;
    transliterator.append(line.substr(begin, end - begin), out, is_last ? last : other);
    begin = end;
  }
  return out;
}

/// Any character but one of the classes.
std::string without(const std::string& text, std::uint32_t classes, std::string_view more) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    const std::string_view character = std::string_view(text).substr(at, c.length);
    if (!script::is(c.value, classes) && more.find(character) == std::string_view::npos) rest += character;
    at += c.length;
  }
  // Ill-formed bytes on both sides of what is gone may make such a character together.
  return rest == text ? rest : without(rest, classes, more);
}

/// The end of the word at `at`, said simply.
std::size_t simple_word_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < text.size();) {
    const utf8::Decoded c = utf8::decode(text, next);
    const bool is_joiner = script::is(c.value, script::kJoinControl);
    const bool is_part = c.length == 2 && is_arabic_lead(text[next]) && word_parts().get(text, next) != WordPart::none;
    if (!is_part && !(is_joiner && end > at)) break;
    next += c.length;
    if (is_part) end = next;
  }
  return end;
}

/// What hawar makes of a text from `begin` to `stop`, where no address is.
void append_read(std::string_view whole, std::size_t begin, std::size_t stop, Reader& reader, std::string& out) {
  const std::string_view text = whole.substr(0, stop);
  for (std::size_t at = begin; at < text.size();) {
    if (const std::size_t end = simple_word_end(text, at); end > at) {
      reader.read({whole, at, end}, end, out);
      at = end;
      continue;
    }
    if (const std::size_t end = arabic_number_end(text, at); end > at) {
      append_latin_number(text.substr(at, end - at), out);
      at = end;
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, at);
    std::string character(text.substr(at, c.length));
    for (std::size_t i = 0; i < tables::kSigns.size(); ++i) {
      if (tables::kSigns[i].sign == c.value) character = tables::kSigns[i].latin;
    }
    out += character;
    at += c.length;
  }
}

}  // namespace

WayBack::WayBack(const Scheme& scheme)
    : name(scheme.info().name), rules(scheme), slow(rules, false), quick(scheme, false) {}

std::string WayBack::slowly(std::string_view text) {
  std::string out;
  base::OutputBuffer writer(out);
  slow.convert(text, 0, text.size(), writer);
  writer.finish();
  return out;
}

std::string WayBack::quickly(std::string_view text) {
  std::string out;
  quick.append(text, out, Fragment::whole);
  return out;
}

Transliterators::Transliterators()
    : normalize_(letters_options()), reader_(Scheme("hawar"), false, transliterate::Conjunction::separate) {
  for (const SchemeInfo& scheme : schemes()) {
    there_.push_back(Transliterator({.scheme = std::string(scheme.name)}));
    back_from_.push_back(Transliterator({.scheme = std::string(scheme.name), .reverse = true}));
    if (!scheme.is_strict) ways_back_.push_back(std::make_unique<WayBack>(Scheme(scheme.name)));
  }
}

Failure Transliterators::strict_loses_nothing(std::string_view text) {
  return compare("strict and back", text, strict_back_(strict_(text)));
}

Failure Transliterators::is_what_its_tokens_are(std::string_view text) {
  const std::string normalized = normalize_(text);
  std::string expected;
  std::size_t done = 0;
  // Words can go on over the ends of tokens, addresses cannot.
  Tokenizer()(normalized, [&](const Token& token) {
    if (token.kind != TokenKind::url && token.kind != TokenKind::email && token.kind != TokenKind::mention) return;
    append_read(normalized, done, token.offset, reader_, expected);
    expected += token.text;
    done = token.offset + token.text.size();
  });
  append_read(normalized, done, normalized.size(), reader_, expected);
  if (const Failure failure = compare("hawar", expected, hawar_(text))) return failure;
  return compare("hawar, words known", expected, hawar_(text));
}

Failure Transliterators::leaves_other_scripts(std::string_view text) {
  const std::string no_arabic =
      without(normalize_(text), script::kArabicLetter | script::kArabicMark, "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،؛؟٪٫٬ـ");
  if (normalize_(no_arabic) == no_arabic) {
    if (const Failure failure = compare("no Arabic", no_arabic, hawar_(no_arabic))) return failure;
  }
  const std::string no_latin =
      without(std::string(text), script::kLatinLetter | script::kMark, "0123456789,;?%'’‘ʾʿʼ`´‛·");
  return compare("no Latin", no_latin, back_(no_latin));
}

Failure Transliterators::lines_and_pieces_are_apart(std::string_view text) {
  for (Transliterator* const each : cut_) {
    const std::string whole = (*each)(text);
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      each->append(text.substr(at, end - at), lines);
      at = end;
    }
    if (const Failure failure = compare("line by line", whole, lines)) return failure;

    // A long line, cut between "letter, space" and "letter".
    std::string line;
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      pieces.push_back("نان " + std::string(text.substr(at, end - at)) + " نان ");
      line += pieces.back();
      at = end + 1;
    }
    if (pieces.size() < 2) continue;
    std::string joined;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Fragment fragment = i == 0 ? Fragment::first : i + 1 < pieces.size() ? Fragment::middle : Fragment::last;
      each->append(pieces[i], joined, fragment);
    }
    if (const Failure failure = compare("in pieces", (*each)(line), joined)) return failure;
  }
  return std::nullopt;
}

Failure Transliterators::cuts_change_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::vector<std::size_t> cuts = allowed_cuts(line);
    if (cuts.empty()) continue;
    for (Transliterator* const each : cut_) {
      const std::string whole = (*each)(line);
      if (const Failure failure = compare("all cuts", whole, in_pieces(*each, line, cuts))) return failure;
      for (const std::size_t cut : cuts) {
        const Failure failure = compare("one cut", whole, in_pieces(*each, line, std::span(&cut, 1)));
        if (failure) return failure;
      }
    }
  }
  return std::nullopt;
}

Failure Transliterators::there_and_back_is_the_same(std::string_view text) {
  for (std::size_t i = 0; i < schemes().size(); ++i) {
    const std::string latin = there_[i](text);
    const std::string what = fmt::format("{}: {}, and back", schemes()[i].name, latin);
    if (const Failure failure = compare(what, text, back_from_[i](latin))) return failure;
  }
  return std::nullopt;
}

Failure Transliterators::way_back_is_by_the_rules(std::string_view text) {
  for (const auto& way : ways_back_) {
    const std::string expected = way->slowly(text), what = fmt::format("back from {}", way->name);
    if (const Failure failure = compare(what, expected, way->quickly(text))) return failure;
    if (const Failure failure = compare(what + ", words known", expected, way->quickly(text))) return failure;
  }
  return std::nullopt;
}

Failure Transliterators::all(std::string_view text) {
  if (const Failure failure = strict_loses_nothing(text)) return failure;
  if (const Failure failure = is_what_its_tokens_are(text)) return failure;
  if (const Failure failure = leaves_other_scripts(text)) return failure;
  if (const Failure failure = way_back_is_by_the_rules(text)) return failure;
  if (const Failure failure = cuts_change_nothing(text)) return failure;
  return lines_and_pieces_are_apart(text);
}

}  // namespace sorani::test
