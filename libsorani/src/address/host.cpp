#include "address/host.hpp"

#include <algorithm>
#include <array>

#include "address/characters.hpp"
#include "address/generated.hpp"

namespace sorani::address {
namespace {

/// True if a label is the scheme of an address that follows it without a space: rudaw.net.http://example.org.
bool is_scheme(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  return is_letter(byte_at(text, begin)) && text.substr(end, 3) == "://" &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                     is_alnum);
}

/// Characters that do not occur in an address.
bool ends_path(char32_t c) noexcept {
  if (script::is(c, script::kWhiteSpace) || c == script::character::kZeroWidthSpace.value) return true;
  if (is_ascii(c)) return c < U' ' || c == 0x7F || is_one_of(static_cast<char>(c), "<>\"`\\");
  return script::is(c, script::kPunctuation) || utf8::category(c) == utf8::Category::Cc;
}

}  // namespace

Host read_host(std::string_view text, std::size_t at, HostLetters letters) noexcept {
  Host host{at, 0};
  Host without_last = host;  // without the last label
  bool is_label_start = true;
  bool has_arabic = false;  // the letters of the label
  bool has_other = false;
  std::size_t letters_end = at;  // of the last Arabic letter and its marks
  for (std::size_t i = at; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    const bool ascii = is_ascii(c.value);
    bool is_name_character = ascii && is_alnum(text[i]);
    if (!ascii) {
      if (letters == HostLetters::ascii) break;
      is_name_character = is_any_letter(c.value) || is_mark(c.value) || script::is(c.value, script::kDigit);
      if (!is_name_character && !is_joiner(c.value)) break;
    }
    if (is_name_character) {
      const bool arabic = script::is(c.value, script::kArabicLetter);
      const bool other = ascii ? is_letter(text[i]) : is_foreign_letter(c.value);
      if (is_label_start) {
        without_last = host;
        if (i > at) host.last_dot = i - 1;
        has_arabic = has_other = is_label_start = false;
      }
      has_arabic |= arabic;
      has_other |= other;
      if (has_arabic && has_other) {
        // Digits between the two scripts belong to the letters after them.
        if (other) host.end = letters_end;
        break;
      }
      if (arabic || (is_mark(c.value) && letters_end == i)) letters_end = i + c.length;
      host.end = i + c.length;
    } else if (text[i] == '.') {
      if (is_label_start) break;
      is_label_start = true;
    } else if (is_label_start || (text[i] != '-' && (text[i] != '_' || letters == HostLetters::ascii) && ascii)) {
      break;
    }
    i += c.length;
  }
  const std::size_t label = host.last_dot == 0 ? at : host.last_dot + 1;
  return is_scheme(text, label, host.end) ? without_last : host;
}

bool has_known_domain(std::string_view host) noexcept {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::array<char, 16> lower{};
  const std::string_view domain = host.substr(dot + 1);
  if (domain.size() > lower.size()) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::any_of(domain.begin(), domain.end(), is_capital) && std::any_of(host.begin(), host.end(), is_small)) {
    return false;
  }
  std::transform(domain.begin(), domain.end(), lower.begin(),
                 [&](char c) { return is_capital(c) ? static_cast<char>(c | 0x20) : c; });
  const auto list = top_level_domains();
  return std::binary_search(list.begin(), list.end(), std::string_view(lower.data(), domain.size()));
}

std::size_t tail_end(std::string_view text, std::size_t at, bool has_scheme) noexcept {
  constexpr std::string_view kOpening = "([{", kClosing = ")]}";
  const char first = byte_at(text, at);
  const char second = byte_at(text, at + 1);
  const bool is_port = first == ':' && (is_digit(second) || (has_scheme && is_alnum(second)));
  const bool is_user = first == '@' && has_scheme && is_alnum(second);
  if (!is_port && !is_user && (first == '\0' || !is_one_of(first, "/?#"))) return at;

  std::array<std::size_t, kOpening.size()> open{};
  std::size_t end = at;
  while (end < text.size()) {
    const utf8::Decoded c = utf8::decode(text, end);
    if (ends_path(c.value)) break;
    if (const std::size_t bracket = kOpening.find(text[end]); bracket != kOpening.npos) ++open[bracket];
    if (const std::size_t bracket = kClosing.find(text[end]); bracket != kClosing.npos && open[bracket]-- == 0) break;
    end += c.length;
  }
  // Trailing punctuation, opening brackets and invisible characters belong to the sentence.
  while (end > at) {
    const utf8::Decoded last = utf8::decode_before(text, end);
    const bool is_trailing = is_ascii(last.value) ? is_one_of(text[end - 1], ".,:;!?'*|([{#") : is_format(last.value);
    if (!is_trailing) break;
    end -= last.length;
  }
  return end;
}

}  // namespace sorani::address
