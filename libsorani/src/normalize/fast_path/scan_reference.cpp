#include <algorithm>

#include "normalize/fast_path/local_rewrite.hpp"
#include "normalize/fast_path/scan.hpp"
#include "normalize/fast_path/scan_tables.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out, std::size_t before,
                       std::size_t context) noexcept {
  using Action = ScanTables::Action;
  ScanTables::Context last = tables.context_of(before);
  Scanned done{0, 0};
  bool examine = false;  // the symbol before was not copied as it is, so the vectors would not see a pair
  const auto last_written = [&](std::size_t end) {
    return end == 0 ? before : tables.output_symbol(utf8::decode_before({out, end}, end).value);
  };
  while (done.read < size) {
    const char* const at = in + done.read;
    SymbolRead next = read_symbol(tables, at, size - done.read);
    examine = examine || !next.is_table_symbol || tables.is_pair(last, next.symbol);
    Action action = examine ? tables.action(last, next.symbol) : Action::copy;
    const bool is_stop = tables.is_stop(next.symbol);
    if (action == Action::replace) {
      next = {tables.last_replacement(last.symbol, next.symbol), next.length, false};
      action = tables.action(last, next.symbol) == Action::copy ? Action::copy : Action::stop;
    }
    if (action == Action::stop && tables.may_be_changed_between(next.symbol) && next.length < size - done.read) {
      const SymbolRead after = read_symbol(tables, at + next.length, size - done.read - next.length);
      if (tables.is_changed_between(last.symbol, next.symbol, after.symbol)) {
        const std::size_t to = tables.middle_replacement(last, next.symbol);
        if (to != ScanTables::kUnsupported) action = to == ScanTables::kDeleted ? Action::remove : Action::copy;
        if (action == Action::copy) next = {to, next.length, false};
      }
    }
    if (action == Action::remove) {
      done.read += next.length;
      examine = true;
      continue;
    }
    bool ends = action == Action::stop;
    if (action == Action::remove_before) {
      std::size_t shorter = done.written;
      if (shorter > 0) shorter -= utf8::decode_before({out, shorter}, shorter).length;
      const ScanTables::Context shorter_last = tables.context_of(last_written(shorter));
      ends = shorter == done.written || !tables.can_follow(shorter_last, next.symbol);
      if (!ends) {
        done.written = shorter;
        last = shorter_last;
      }
    }
    if (ends) {
      const auto patch =
          rewrite_locally(tables, {out - context, context + done.written}, {at, size - done.read}, is_stop);
      if (!patch || patch->taken_back > done.written) break;
      const std::size_t kept = done.written - patch->taken_back;
      if (kept + patch->size > done.read + patch->read) break;
      std::copy_n(patch->text.data(), patch->size, out + kept);
      done.written = kept + patch->size;
      done.read += patch->read;
      last = tables.context_of(last_written(done.written));
      examine = true;
      continue;
    }
    if (next.symbol < ScanTables::kTableSymbols) {
      done.written += write_symbol(next.symbol, out + done.written);
    } else {
      std::copy_n(at, next.length, out + done.written);
      done.written += next.length;
    }
    last = tables.context_after(last, next.symbol);
    examine = !next.is_table_symbol || (examine && ScanTables::begins_triple(last));
    done.read += next.length;
  }
  return done;
}

}  // namespace sorani::normalize
