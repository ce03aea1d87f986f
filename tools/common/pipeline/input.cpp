#include "common/pipeline/input.hpp"

#include <algorithm>
#include <utility>

#include "common/text/record_ends.hpp"

namespace ku {
namespace {

constexpr std::size_t kFirstRead = 4096;

/// A cut may be found this many bytes before text that has been searched, now that more has come: a space and two
/// letters of ASCII, or the first byte of another letter.
constexpr std::size_t kCutOverlap = 3;

sorani::Fragment fragment(bool starts_record, bool ends_record) {
  if (starts_record) return ends_record ? sorani::Fragment::whole : sorani::Fragment::first;
  return ends_record ? sorani::Fragment::last : sorani::Fragment::middle;
}

}  // namespace

Input::Input(std::vector<std::string> files, InputOptions options)
    : files_(files.empty() ? std::vector<std::string>{"-"} : std::move(files)), options_(std::move(options)) {}

bool Input::next(Piece& piece) {
  piece.clear(4 * options_.chunk_size);
  piece.messages.swap(messages_);
  if (source_ && file_number_ == abandoned_) {
    source_.reset();
    carry_.clear();
    in_record_ = false;
  }
  while (!source_) {
    // A message does not wait for text, which may be long in coming.
    if (!piece.messages.empty()) return true;
    if (next_file_ == files_.size()) return false;
    open_next(piece.messages);
  }
  piece.chunk.file = files_[next_file_ - 1];
  piece.chunk.terminator = options_.terminator;
  piece.file_number = file_number_;
  piece.begins_file = std::exchange(at_file_start_, false);
  fill(piece);
  return true;
}

void Input::open_next(std::vector<std::string>& messages) {
  const std::string& file = files_[next_file_++];
  try {
    source_ = open_source(file, options_.source);
    ++file_number_;
    at_file_start_ = true;
    repairs_ = 0;
  } catch (const OpenError& error) {
    messages.emplace_back(error.what());
  }
}

void Input::fill(Piece& piece) {
  Buffer& bytes = piece.bytes;
  bytes.reserve(options_.chunk_size);
  bytes.append(carry_);
  carry_.clear();
  std::size_t records_end = 0;
  std::size_t searched = 0;
  std::size_t cut_from = 0;
  for (;;) {
    if (const std::size_t end = end_of_last_record(bytes.text().substr(searched), options_.terminator); end != 0) {
      records_end = searched + end;
    }
    searched = bytes.size();
    if (records_end != 0 && (bytes.is_full() || !source_->is_ready())) return cut(piece, records_end);
    if (bytes.is_full()) {
      const std::size_t end = options_.whole_records ? 0 : find_cut(bytes.text(), cut_from);
      if (end != 0) return cut(piece, end);
      cut_from = bytes.size() - std::min(bytes.size(), kCutOverlap);
      bytes.reserve(2 * bytes.capacity());
    }
    const std::size_t count = source_->read(bytes.free_space(), bytes.free_size());
    if (count == 0) return finish_file(piece);
    bytes.add_size(count);
  }
}

void Input::cut(Piece& piece, std::size_t end) {
  const std::string_view text = piece.bytes.text();
  carry_.assign(text.substr(end));
  set_text(piece, end, text[end - 1] == options_.terminator);
  note_progress(piece);
}

void Input::finish_file(Piece& piece) {
  note_progress(piece);
  bytes_of_files_before_ = piece.bytes_so_far;
  const auto failure = source_->failure();
  source_.reset();
  if (failure) piece.fault = Fault{failure->message, failure->in_text};
  const std::string_view text = piece.bytes.text();
  const bool is_unterminated = !failure && !text.empty() && text.back() != options_.terminator;
  if (is_unterminated && find_more_text()) piece.bytes.append({&options_.terminator, 1});
  set_text(piece, piece.bytes.size(), true);
}

// Leaves the next file that holds text as the one being read, with its first bytes in `carry_`.
bool Input::find_more_text() {
  while (next_file_ < files_.size()) {
    open_next(messages_);
    if (!source_) continue;
    carry_.resize(kFirstRead);
    carry_.resize(source_->read(carry_.data(), carry_.size()));
    if (!carry_.empty() || source_->failure()) return true;
    source_.reset();
  }
  return false;
}

void Input::set_text(Piece& piece, std::size_t size, bool ends_record) {
  piece.chunk.text = piece.bytes.text().substr(0, size);
  piece.chunk.fragment = fragment(!in_record_, ends_record);
  in_record_ = !ends_record;
}

void Input::note_progress(Piece& piece) {
  piece.is_converted = source_->is_converted();
  piece.repairs = source_->repairs() - std::exchange(repairs_, source_->repairs());
  piece.chunk.is_repaired = piece.repairs != 0;
  piece.bytes_so_far = bytes_of_files_before_ + source_->bytes_read();
}

}  // namespace ku
