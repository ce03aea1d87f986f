#include <algorithm>

#include "normalize/fast_path/scan_patterns.hpp"
#include "normalize/fast_path/scan_tables.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                       std::size_t before) noexcept {
  using Action = ScanTables::Action;
  const std::size_t first = before;
  Scanned done{0, 0};
  bool look = false;  // something was taken away just now
  const auto last_written = [&](std::size_t end) {
    return end == 0 ? first : tables.written(utf8::decode_before({out, end}, end).value);
  };
  while (done.read < size) {
    const char* const at = in + done.read;
    const std::size_t raw = read_raw_symbol(at, size - done.read).symbol;
    SymbolRead next = read_symbol(tables, at, size - done.read);
    look = look || !next.in_sets || tables.stop.contains(raw) ||
           ScanTables::is_pair(tables.symbols[before], tables.symbols[next.symbol]);
    Action action = look ? tables.action(before, next.symbol) : Action::copy;
    const bool is_stop = tables.is_stop(next.symbol);
    if (action == Action::rewrite) {
      next = {tables.rewritten(before, next.symbol), next.length, false};
      action = tables.action(before, next.symbol) == Action::copy ? Action::copy : Action::stop;
    }
    if (action == Action::stop && tables.may_go_between(next.symbol) && next.length < size - done.read) {
      const SymbolRead after = read_symbol(tables, at + next.length, size - done.read - next.length);
      if (tables.goes_between(before, next.symbol, after.symbol)) action = Action::remove;
    }
    if (action == Action::remove) {
      done.read += next.length;
      look = true;
      continue;
    }
    bool ends = action == Action::stop;
    if (action == Action::remove_before) {
      std::size_t shorter = done.written;
      if (shorter > 0) shorter -= utf8::decode_before({out, shorter}, shorter).length;
      ends = shorter == done.written || !tables.may_follow(last_written(shorter), next.symbol);
      if (!ends) done.written = shorter;
    }
    if (ends) {
      const auto patched = apply_patterns(tables, out, out + done.written, at, in + size, is_stop);
      if (!patched) break;
      const std::size_t kept = done.written - patched->taken_back;
      if (kept + patched->size > done.read + patched->read) break;
      std::copy_n(patched->text.data(), patched->size, out + kept);
      done.written = kept + patched->size;
      done.read += patched->read;
      before = last_written(done.written);
      look = true;
      continue;
    }
    if (next.symbol < ScanTables::kSymbols) {
      done.written += write_symbol(next.symbol, out + done.written);
    } else {
      std::copy_n(at, next.length, out + done.written);
      done.written += next.length;
    }
    look = !next.in_sets;
    before = next.symbol;
    done.read += next.length;
  }
  return done;
}

}  // namespace sorani::normalize
