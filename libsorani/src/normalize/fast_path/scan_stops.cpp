#include "normalize/fast_path/scan_stops.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "normalize/fast_path/scan_patterns.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

ScanOutput::Last ScanOutput::last(const char* end) const noexcept {
  if (end == start_) return {before_, 0};
  const auto size = static_cast<std::size_t>(end - start_);
  const utf8::Decoded character = utf8::decode_before({start_, size}, size);
  return {tables_.written(character.value), character.length};
}

/// The symbol that the output ends with when the vectors have copied everything before `in`. Taken from the input: the
/// output has only just been written, and reading single bytes of it again would wait for that.
std::size_t ScanOutput::symbol_before(const char* in) const noexcept {
  if (in == known_at_) return known_;
  const auto last = static_cast<unsigned char>(in[-1]);
  if (last < 0x80) return tables_.becomes[256u + last];
  return tables_.becomes[static_cast<std::size_t>((in[-2] & 3) << 6 | (last & 0x3F))];
}

bool ScanOutput::remove_last(std::size_t next) noexcept {
  const Last removed = last(end_);
  if (removed.length == 0 || !tables_.may_follow(last(end_ - removed.length).symbol, next)) return false;
  end_ -= removed.length;
  return true;
}

/// True if the symbol at `in` is taken away between the one before it and the one after it.
bool ScanOutput::goes_between(std::size_t before, SymbolRead symbol, const char* in) const noexcept {
  const char* const after = in + symbol.length;
  if (after == in_end_) return false;
  return tables_.goes_between(before, symbol.symbol,
                              read_symbol(tables_, after, static_cast<std::size_t>(in_end_ - after)).symbol);
}

/// Applies patterns at a stop; returns the bytes of input read, or 0 if the scan has to end there.
std::size_t ScanOutput::patch(const char* in, bool is_stop) noexcept {
  const std::optional<Patched> patched = apply_patterns(tables_, start_, end_, in, in_end_, is_stop);
  if (!patched) return 0;
  char* const to = end_ - patched->taken_back;
  // The output has room for what was read.
  if (to - start_ + static_cast<std::ptrdiff_t>(patched->size) >
      in - in_begin_ + static_cast<std::ptrdiff_t>(patched->read))
    return 0;
  std::memcpy(to, patched->text.data(), patched->size);
  end_ = to + patched->size;
  return patched->read;
}

ScanOutput::Part ScanOutput::add_block_with_stops(const std::uint8_t* block, std::size_t limit,
                                                  std::uint64_t stop) noexcept {
  using Action = ScanTables::Action;
  const char* const in = reinterpret_cast<const char*>(block);
  char written[2 * kBlock];  // read whole blocks at a time; what is behind the first is never kept
  std::memcpy(written, end_, kBlock);
  std::memset(written + kBlock, 0, kBlock);
  const char* const place = end_;
  bool moved = false;    // what comes behind `end_` is only in `written`
  std::size_t from = 0;  // what is before this is done
  for (;;) {
    const std::size_t to = std::min(limit, static_cast<std::size_t>(std::countr_zero(stop)));
    moved = moved || end_ != place + from;
    if (moved) std::memcpy(end_, written + from, kBlock);
    end_ += to - from;
    if (to == limit) return {limit, false, false, 0};

    std::size_t before = symbol_before(in + to);
    std::size_t at = to;
    bool look = true;
    while (look) {
      const char* const here = in + at;
      if (here == in_end_) break;
      SymbolRead next = read_symbol(tables_, here, static_cast<std::size_t>(in_end_ - here));
      Action action = tables_.action(before, next.symbol);
      const bool is_stop = tables_.is_stop(next.symbol);
      if (action == Action::rewrite) {
        next = {tables_.rewritten(before, next.symbol), next.length, false};
        action = tables_.action(before, next.symbol) == Action::copy ? Action::copy : Action::stop;
      } else if (action == Action::stop && tables_.may_go_between(next.symbol) && goes_between(before, next, here)) {
        action = Action::remove;
      }
      if (action == Action::remove) {
        at += next.length;
        continue;
      }
      if (action == Action::stop || (action == Action::remove_before && !remove_last(next.symbol))) {
        const std::size_t read = patch(here, is_stop);
        if (read == 0) return {at, true, true, before};
        before = last(end_).symbol;
        at += read;
        continue;
      }
      if (next.symbol < ScanTables::kSymbols) {
        end_ += write_symbol(next.symbol, end_);
      } else {
        std::memcpy(end_, here, next.length);
        end_ += next.length;
      }
      look = !next.in_sets;
      before = next.symbol;
      at += next.length;
    }
    from = at;
    known_at_ = in + at;
    known_ = before;
    if (from >= limit) return {from, false, true, before};
    stop &= ~std::uint64_t{0} << from;
  }
}

}  // namespace sorani::normalize
