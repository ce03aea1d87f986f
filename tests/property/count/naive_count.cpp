#include "count/naive_count.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <sorani/normalizer.hpp>

#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

using Units = std::vector<std::string>;

bool has_kind(std::string_view token, TokenKinds kinds) {
  for (const Token& part : Tokenizer().tokens(token)) {
    if (kinds.contains(part.kind)) return true;
  }
  return false;
}

Units split(std::string_view text) {
  Units parts(1);
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') {
      parts.back() += c;
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

Units words_of(std::string_view line, const NgramOptions& options) {
  Units words;
  if (options.is_pretokenized) {
    for (std::string& word : split(line)) {
      if (options.kinds == TokenKinds::all() || has_kind(word, options.kinds)) words.push_back(std::move(word));
    }
  } else {
    for (const Token& token : Tokenizer().tokens(line)) {
      if (options.kinds.contains(token.kind)) words.emplace_back(token.text);
    }
  }
  if (!options.fold) return words;
  Normalizer normalize({.profile = *options.fold});
  Units folded;
  for (const std::string& word : words) {
    for (std::string& part : split(normalize(word))) folded.push_back(std::move(part));
  }
  return folded;
}

/// A unit as keys write it. Not the table of the library, which this checks.
std::string written(std::string_view unit) {
  std::string out;
  for (const char c : unit) {
    const std::size_t escape = std::string_view("\t\n\r\\").find(c);
    out += escape == std::string_view::npos ? std::string(1, c) : std::string{'\\', "tnr\\"[escape]};
  }
  return out;
}

Units characters_of(std::string_view line) {
  Units characters;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded c = utf8::decode(line, at);
    characters.push_back(c.value < utf8::kIllFormed ? written(line.substr(at, c.length)) : "\uFFFD");
    at += c.length;
  }
  return characters;
}

/// By utf8proc from the first character of the line to the last.
Units graphemes_of(std::string_view line) {
  std::vector<std::string> clusters;
  utf8proc_int32_t state = 0;
  char32_t last = utf8::kIllFormed;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded c = utf8::decode(line, at);
    const bool is_known = c.value < utf8::kIllFormed && last < utf8::kIllFormed;
    if (!is_known) state = 0;
    const bool is_break = !is_known || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last),
                                                                        static_cast<utf8proc_int32_t>(c.value), &state);
    if (is_break) clusters.emplace_back();
    clusters.back() += c.value < utf8::kIllFormed ? line.substr(at, c.length) : "\uFFFD";
    at += c.length;
    last = c.value;
  }
  for (std::string& cluster : clusters) cluster = written(cluster);
  return clusters;
}

Units units_of(std::string_view line, const NgramOptions& options) {
  if (options.unit == NgramUnit::word) return words_of(line, options);
  switch (options.unit) {
    case NgramUnit::character:
      return characters_of(line);
    case NgramUnit::grapheme:
      return graphemes_of(line);
    default:
      return {written(line)};
  }
}

}  // namespace

Counts naive_count(std::string_view text, const NgramOptions& options) {
  Counts counts;
  std::string folded;
  if (options.unit != NgramUnit::word && options.fold) {
    folded = Normalizer({.profile = *options.fold})(text);
    text = folded;
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(options.line_end), text.size());
    const Units units = units_of(text.substr(0, end), options);
    text.remove_prefix(std::min(end + 1, text.size()));
    for (std::size_t i = 0; i < units.size(); ++i) {
      std::string ngram;
      for (std::size_t n = 1; n <= options.max_n && i + n <= units.size(); ++n) {
        if (n > 1 && options.unit == NgramUnit::word) ngram += ' ';
        ngram += units[i + n - 1];
        if (n >= options.min_n) ++counts[ngram];
      }
    }
  }
  return counts;
}

CountList naive_selection(const Counts& counts, const NgramSelection& selection) {
  CountList list;
  for (const auto& row : counts) {
    if (row.second >= selection.min_count) list.push_back(row);
  }
  if (selection.order == NgramOrder::count || list.size() > selection.top) {
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  if (list.size() > selection.top) list.resize(selection.top);
  if (selection.order == NgramOrder::key) std::sort(list.begin(), list.end());
  return list;
}

CountList list_of(NgramRows rows) {
  CountList list;
  while (rows.next()) list.emplace_back(rows.ngram(), rows.count());
  return list;
}

}  // namespace sorani::test
