#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/fast_path/scan_tables.hpp"
#include "normalize/rules/rule_set.hpp"
#include "utf8/utf8.hpp"

/// The text around a stop of the fast path, as the rewriter would see it.
namespace sorani::normalize {

/// The state of the automaton at the end of `text`, from its last `context` characters; nothing if there are fewer.
[[gnu::always_inline]] inline std::optional<Automaton::State> state_after(const ScanTables& tables,
                                                                          std::string_view text,
                                                                          std::size_t context) noexcept {
  constexpr std::size_t kMaxContext = 16;
  if (context > kMaxContext) return std::nullopt;
  std::array<ClassId, kMaxContext> classes;
  std::size_t at = text.size();
  for (std::size_t i = context; i > 0; --i) {
    if (at == 0) return std::nullopt;
    const utf8::Decoded character = utf8::decode_before(text, at);
    classes[i - 1] = (*tables.chars)[character.value].class_id;
    at -= character.length;
  }
  Automaton::State state = Automaton::kRoot;
  for (std::size_t i = 0; i < context; ++i) state = tables.automaton->step(state, classes[i]).state;
  return state;
}

/// Reads characters of the input as what they always become, if that is one character.
class Reader {
 public:
  Reader(const ScanTables& tables, std::string_view text) noexcept : tables_(tables), text_(text) {}

  bool at_end() const noexcept { return at_ == text_.size(); }
  std::size_t at() const noexcept { return at_; }

  char32_t next() noexcept {
    const utf8::Decoded read = utf8::decode(text_, at_);
    at_ += read.length;
    if (((*tables_.chars)[read.value].flags & kReplaced) == 0) return read.value;
    const ReplacementRow& row = *tables_.rules->replacement(read.value);
    return row.length == 1 ? text_of(row)[0] : read.value;
  }

 private:
  const ScanTables& tables_;
  const std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace sorani::normalize
