#include "normalize/fast_path/scan_tables.hpp"

#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// True if a hook may have something to do at this character.
bool needs_rewriter(char32_t c, const RuleSet& rules) {
  if (utf8::nfc_maybe(c) || (script::is(c, script::kMark) && rules.active("strip-marks"))) return true;
  return c == U';' && rules.active("html");
}

}  // namespace

std::size_t unconditional_replacement(char32_t c, const RuleSet& rules) {
  const ReplacementRow* row = rules.replacement(c);
  if (row == nullptr) return needs_rewriter(c, rules) ? ScanTables::kUnsupported : ScanTables::symbol_of(c);
  if (row->length == 0) return ScanTables::kDeleted;
  const char32_t to = text_of(*row)[0];
  const std::size_t symbol = ScanTables::symbol_of(to);
  // The output must not outgrow the input, so ASCII is replaced by ASCII only.
  const bool fits = row->length == 1 && symbol < ScanTables::kTableSymbols && (c >= 0x80 || to < 0x80);
  return fits && rules.replacement(to) == nullptr && !needs_rewriter(to, rules) ? symbol : ScanTables::kUnsupported;
}

SymbolRead read_other_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept {
  const utf8::Decoded next = utf8::decode({in, size}, 0);
  const CharInfo info = (*tables.chars)[next.value];
  if (info.flags == 0) return {ScanTables::kFirstClass + info.class_id, next.length, false};
  const bool is_replaced = info.flags == kReplaced;
  const std::size_t to = is_replaced ? unconditional_replacement(next.value, *tables.rules) : ScanTables::kUnsupported;
  return {to, next.length, false};
}

}  // namespace sorani::normalize
