#include "normalize/fast_path/scan_output.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "normalize/fast_path/local_rewrite.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

namespace {

struct RawSymbol {
  std::size_t symbol;
  std::size_t length;
};

/// The table symbol that ends at `end`.
RawSymbol symbol_before(const char* end) noexcept {
  const auto last = static_cast<unsigned char>(end[-1]);
  if (last < 0x80) return {256u + last, 1};
  return {static_cast<std::size_t>((end[-2] & 3) << 6 | (last & 0x3F)), 2};
}

}  // namespace

/// The symbol before a place in the output.
ScanOutput::Last ScanOutput::last_before(const char* end) const noexcept {
  if (end == begin_) return {before_, 0};
  const auto size = static_cast<std::size_t>(end - begin_);
  const utf8::Decoded character = utf8::decode_before({begin_, size}, size);
  return {tables_.output_symbol(character.value), character.length};
}

/// The context at the end of the output after the vectors have copied everything before `in`. It is computed from the
/// input: the output was written just now in whole vectors, and a load of single bytes from it would stall (store
/// forwarding).
ScanOutput::Context ScanOutput::context_before_input(const char* in) const noexcept {
  if (in == cached_at_) return cached_;
  const RawSymbol last = symbol_before(in);
  const Context context = tables_.context_of(tables_.replacement[last.symbol]);
  if (context.pairs == 0) return context;
  in -= last.length;
  const Context before = in == cached_at_ ? cached_ : Context{tables_.replacement[symbol_before(in).symbol], 0};
  return tables_.context_after(before, context.symbol);
}

/// The bytes of a symbol of `length` bytes at `in`, and of the same one repeated after it if it is ASCII: runs of
/// spaces are common.
std::size_t ScanOutput::run_length(const char* in, std::size_t length) const noexcept {
  if (length != 1) return length;
  const auto size = static_cast<std::size_t>(in_end_ - in);
  while (length < size && in[length] == in[0]) ++length;
  return length;
}

/// Removes the last symbol of the output if `next` can follow the one before it, which becomes the context `last`.
bool ScanOutput::remove_last(std::size_t next, Context& last) noexcept {
  const Last removed = last_before(end_);
  if (removed.length == 0) return false;
  const Context before = tables_.context_of(last_before(end_ - removed.length).symbol);
  if (!tables_.can_follow(before, next)) return false;
  end_ -= removed.length;
  last = before;
  return true;
}

/// True if the symbol at `in` is deleted or replaced between the one before it and the one after it.
bool ScanOutput::is_changed_between(std::size_t before, SymbolRead symbol, const char* in) const noexcept {
  const char* const after = in + symbol.length;
  if (after == in_end_) return false;
  return tables_.is_changed_between(before, symbol.symbol,
                                    read_symbol(tables_, after, static_cast<std::size_t>(in_end_ - after)).symbol);
}

/// Rewrites the text around `in`; returns the bytes of input read, or 0 if the scan has to end there.
[[gnu::always_inline]] inline std::size_t ScanOutput::rewrite_at(const char* in, bool is_stop) noexcept {
  const std::optional<Patch> patch = rewrite_locally(tables_, {begin_ - context_, context_ + size()},
                                                     {in, static_cast<std::size_t>(in_end_ - in)}, is_stop);
  if (!patch || patch->taken_back > size()) return 0;
  char* const to = end_ - patch->taken_back;
  // The output must not outgrow the input: the room was reserved for that.
  if (to - begin_ + static_cast<std::ptrdiff_t>(patch->size) >
      in - in_begin_ + static_cast<std::ptrdiff_t>(patch->read))
    return 0;
  std::memcpy(to, patch->text.data(), patch->size);
  end_ = to + patch->size;
  return patch->read;
}

/// Does what is to be done with the symbol at `in`, after the symbol `before`.
[[gnu::always_inline]] inline ScanOutput::SymbolResult ScanOutput::handle_symbol(const char* in,
                                                                                 Context before) noexcept {
  using Action = ScanTables::Action;
  SymbolRead next = read_symbol(tables_, in, static_cast<std::size_t>(in_end_ - in));
  Action action = tables_.action(before, next.symbol);
  if (action == Action::remove) return {run_length(in, next.length), true, before};
  const bool is_stop = tables_.is_stop(next.symbol);
  if (action == Action::replace) {
    next = {tables_.last_replacement(before.symbol, next.symbol), next.length, false};
    action = tables_.action(before, next.symbol) == Action::copy ? Action::copy : Action::stop;
  } else if (action == Action::stop && tables_.may_be_changed_between(next.symbol) &&
             is_changed_between(before.symbol, next, in)) {
    const std::size_t to = tables_.middle_replacement(before, next.symbol);
    if (to == ScanTables::kDeleted) return {next.length, true, before};
    if (to != ScanTables::kUnsupported) {
      next = {to, next.length, false};
      action = Action::copy;
    }
  }
  if (action == Action::stop || (action == Action::remove_before && !remove_last(next.symbol, before))) {
    const std::size_t read = rewrite_at(in, is_stop);
    return {read, true, read == 0 ? before : tables_.context_of(last_before(end_).symbol)};
  }
  if (next.symbol < ScanTables::kTableSymbols) {
    end_ += write_symbol(next.symbol, end_);
  } else {
    std::memcpy(end_, in, next.length);
    end_ += next.length;
  }
  const Context last = tables_.context_after(before, next.symbol);
  return {next.length, !next.is_table_symbol || ScanTables::begins_triple(last), last};
}

ScanOutput::BlockResult ScanOutput::add_block_with_stops(const std::uint8_t* block, std::size_t limit,
                                                         std::uint64_t stop) noexcept {
  const char* const in = reinterpret_cast<const char*>(block);
  // The second half is read with the first one, a whole block at a time; no byte of it is kept.
  char copy[2 * kBlock];
  std::memcpy(copy, end_, kBlock);
  std::memset(copy + kBlock, 0, kBlock);
  const char* const written_at = end_;
  bool is_shifted = false;  // the rest of the block belongs elsewhere than the vectors wrote it
  std::size_t done = 0;     // bytes of the block
  for (;;) {
    const std::size_t next_stop = std::min(limit, static_cast<std::size_t>(std::countr_zero(stop)));
    is_shifted = is_shifted || end_ != written_at + done;
    if (is_shifted) std::memcpy(end_, copy + done, kBlock);
    end_ += next_stop - done;
    if (next_stop == limit) return {limit, false, false, {}};

    SymbolResult result{0, true, context_before_input(in + next_stop)};
    done = next_stop;
    while (result.examine_next && in + done != in_end_) {
      result = handle_symbol(in + done, result.last);
      if (result.read == 0) return {done, true, true, result.last};
      done += result.read;
    }
    cached_at_ = in + done;
    cached_ = result.last;
    if (done >= limit) return {done, false, true, result.last};
    stop &= ~std::uint64_t{0} << done;
  }
}

}  // namespace sorani::normalize
