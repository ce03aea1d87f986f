#include "corpus/text_maker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/filler.hpp"

namespace corpus {
namespace {

constexpr std::string_view kConjunction = "و";
constexpr std::string_view kZwnj = "\u200c";
constexpr std::string_view kByteOrderMark = "\ufeff";

// The names in style.tsv of what is drawn for each word. The first, without a name, has the rest of the share.
enum Item : std::size_t {
  word,
  number,
  date,
  decimal,
  percent,
  number_with_suffix,
  latin,
  url,
  email,
  parentheses,
  quotation
};
constexpr std::array<std::string_view, 11> kItems = {
    "",      "number", "date",  "decimal",     "percent",  "number_with_suffix",
    "latin", "url",    "email", "parentheses", "quotation"};
enum Joint : std::size_t { space, comma, semicolon, dash, slash, colon, tab };
constexpr std::array<std::string_view, 7> kJoints = {"", "comma", "semicolon", "dash", "slash", "colon", "tab"};
enum Oddity : std::size_t { none, legacy, presentation, control, zwnj, heh };
constexpr std::array<std::string_view, 6> kOddities = {
    "", "legacy_words", "presentation_words", "control_words", "zwnj_words", "heh_words"};

template <std::size_t N>
WeightedChoice choice_of(const Parameters& rate, const std::array<std::string_view, N>& names) {
  std::vector<double> weights(N);
  weights[0] = 1;
  for (std::size_t i = 1; i < N; ++i) {
    weights[i] = rate[names[i]];
    weights[0] -= weights[i];
  }
  return WeightedChoice(weights);
}

}  // namespace

TextMaker::Kind::Kind(const Table& style, std::size_t column)
    : rate(style, column),
      items(choice_of(rate, kItems)),
      joints(choice_of(rate, kJoints)),
      oddities(choice_of(rate, kOddities)),
      double_space(rate["double_space"]),
      space_before_stop(rate["space_before_stop"]),
      run_spaces(rate["run_spaces"]) {}

TextMaker::TextMaker(const std::string& data, double dirty, std::uint64_t seed)
    : vocabulary_(data, seed), spelling_(data), dirty_share_(dirty), random_(mix(seed, 0)) {
  const Table style(data + "/style.tsv", 3);
  std::vector<double> shares;
  for (const std::size_t column : {1U, 2U}) {
    kinds_.emplace_back(style, column);
    shares.push_back(kinds_.back().rate["documents"]);
  }
  kind_choice_ = WeightedChoice(shares);
}

void TextMaker::begin_document(std::string& out) {
  kind_ = &kinds_[kind_choice_(random_)];
  const Parameters& rate = kind_->rate;
  dirty_ = random_.chance(dirty_share_);
  arabic_digits_ = random_.chance(rate["arabic_digits"]);
  lines_left_ = 1 + static_cast<std::size_t>(random_.unit() * 2 * rate["document_lines"]);
  document_typing_ = {};
  document_typing_.arabic_keyboard = untidy("arabic_keyboard");
  document_typing_.lam_hamza = untidy("lam_hamza");
  if (untidy("final_alef_maksura")) document_typing_.alef_maksura = rate["alef_maksura_share"];
  if (untidy("byte_order_mark")) out += kByteOrderMark;
}

void TextMaker::begin_line(std::string& out) {
  const Parameters& rate = kind_->rate;
  line_typing_ = document_typing_;
  if (untidy("tatweel_lines")) line_typing_.tatweel = random_.unit() * rate["tatweel_share"];
  if (untidy("marked_lines")) line_typing_.marks = random_.unit() * rate["mark_share"];
  line_typing_.tatweel_letters = rate["tatweel_letters"];
  line_typing_.mark_letters = rate["mark_letters"];
  if (untidy("leading_space_lines")) append_run("long_indents", out);
  if (untidy("symbol_lines")) {
    spelling_.append_symbols(random_, out);
    out += '\t';
  }
}

void TextMaker::append_line(std::string& out) {
  if (lines_left_ == 0) begin_document(out);
  --lines_left_;
  begin_line(out);
  const Parameters& rate = kind_->rate;
  if (random_.chance(rate["item_lines"])) {
    append_number(random_, arabic_digits_, out);
    out += "- ";
  }
  const double words = rate["line_words_median"] * std::exp(rate["line_words_sigma"] * random_.normal());
  append_words(static_cast<std::size_t>(std::clamp(words, 1.0, 1500.0)), out);
  if (!random_.chance(rate["heading_lines"])) append_stop(out);
  if (untidy("trailing_space_lines")) append_run("long_trails", out);
  out += '\n';
}

void TextMaker::append_words(std::size_t count, std::string& out) {
  std::size_t sentence_left = sentence_length();
  for (std::size_t i = 0; i < count; ++i) {
    append_item(out);
    if (i + 1 == count) return;
    if (--sentence_left > 0) {
      append_joint(out);
    } else {
      append_stop(out);
      append_space(out);
      sentence_left = sentence_length();
    }
  }
}

std::size_t TextMaker::sentence_length() {
  constexpr double kShortest = 3;
  const double more = -std::log(1 - random_.unit()) * (kind_->rate["sentence_words"] - kShortest);
  return static_cast<std::size_t>(kShortest + more);
}

void TextMaker::append_item(std::string& out) {
  switch (kind_->items(random_)) {
    case number:
      return append_number(random_, arabic_digits_, out);
    case date:
      return append_date(random_, arabic_digits_, out);
    case decimal:
      return append_decimal(random_, arabic_digits_, out);
    case percent:
      out += '%';
      return append_number(random_, arabic_digits_, out);
    case number_with_suffix:
      append_number(random_, arabic_digits_, out);
      return append_word(out);
    case latin:
      return append_latin_word(random_, out);
    case url:
      return append_url(random_, out);
    case email:
      return append_email(random_, out);
    case parentheses:
      out += '(';
      append_word(out);
      out += ')';
      return;
    case quotation:
      out += '"';
      append_word(out);
      out += '"';
      return;
    default:
      return append_word(out);
  }
}

void TextMaker::append_word(std::string& out) {
  const auto kind = static_cast<std::size_t>(kind_ - kinds_.data());
  std::string_view next = vocabulary_.draw(random_, kind);
  while (next == last_word_) next = vocabulary_.draw(random_, kind);
  last_word_ = next;
  if (!dirty_) {
    out += next;
    return;
  }
  if (next == kConjunction) return append_conjunction(next, out);
  switch (kind_->oddities(random_)) {
    case legacy:
      return spelling_.append_legacy(next, out);
    case presentation:
      return spelling_.append_presentation(next, out);
    case control:
      spelling_.append_control(random_, out);
      break;
    case heh:
      return spelling_.append_heh(next, random_, out);
    case zwnj:
      out += next;
      out += kZwnj;
      return;
    default:
      break;
  }
  spelling_.append(next, line_typing_, random_, out);
}

/// Word processors of old joined the conjunction to the word before with a ZWNJ, now and then after a space.
void TextMaker::append_conjunction(std::string_view word, std::string& out) {
  constexpr double kWithoutSpace = 0.85;
  if (!out.empty() && out.back() == ' ' && untidy("zwnj_conjunction")) {
    if (random_.chance(kWithoutSpace)) out.pop_back();
    out += kZwnj;
  }
  out += word;
}

void TextMaker::append_joint(std::string& out) {
  switch (kind_->joints(random_)) {
    case comma:
      append_punctuation("،", out);
      break;
    case semicolon:
      append_punctuation("؛", out);
      break;
    case dash:
      out += " -";
      break;
    case slash:
      out += '/';
      return;
    case colon:
      append_punctuation(":", out);
      break;
    case tab:
      out += '\t';
      return;
    default:
      break;
  }
  append_space(out);
}

void TextMaker::append_stop(std::string& out) {
  const Parameters& rate = kind_->rate;
  double share = random_.unit();
  const auto falls_to = [&](std::string_view name) { return (share -= rate[name]) < 0; };
  if (falls_to("question")) return append_punctuation("؟", out);
  if (falls_to("exclamation")) return append_punctuation("!", out);
  if (falls_to("ellipsis")) return append_punctuation("...", out);
  if (falls_to("colon_stop")) return append_punctuation(":", out);
  append_punctuation(".", out);
}

void TextMaker::append_punctuation(std::string_view mark, std::string& out) {
  if (dirty_ && random_.chance(kind_->space_before_stop)) out += ' ';
  out += mark;
}

void TextMaker::append_space(std::string& out) {
  out += ' ';
  if (dirty_ && random_.chance(kind_->double_space)) append_run("long_gaps", out);
}

void TextMaker::append_run(std::string_view long_rate, std::string& out) {
  out += ' ';
  if (!random_.chance(kind_->rate[long_rate])) return;
  out.append(1 + static_cast<std::size_t>(-std::log(1 - random_.unit()) * kind_->run_spaces), ' ');
}

}  // namespace corpus
