#include "common/pipeline/input.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "common/text/record_ends.hpp"

namespace ku {
namespace {

constexpr std::size_t kFirstRead = 4096;

/// When more text has arrived, a cut may be found up to this many bytes before the end of the text searched before: a
/// space and two ASCII letters, or the first byte of another letter.
constexpr std::size_t kCutOverlap = 3;

sorani::Fragment fragment(bool starts_record, bool ends_record) {
  if (starts_record) return ends_record ? sorani::Fragment::whole : sorani::Fragment::first;
  return ends_record ? sorani::Fragment::last : sorani::Fragment::middle;
}

}  // namespace

Input::Input(std::vector<std::string> files, InputOptions options)
    : files_(files.empty() ? std::vector<std::string>{"-"} : std::move(files)), options_(std::move(options)) {}

bool Input::next(PipelineItem& item) {
  item.clear(4 * options_.chunk_size);
  item.messages.swap(messages_);
  if (source_ && file_number_ == abandoned_) {
    source_.reset();
    carry_.clear();
    in_record_ = false;
  }
  while (!source_) {
    // Deliver messages at once: text may be a long time coming.
    if (!item.messages.empty()) return true;
    if (next_file_ == files_.size()) return false;
    open_next(item.messages);
  }
  item.chunk.file = files_[next_file_ - 1];
  item.chunk.terminator = options_.terminator;
  item.file_number = file_number_;
  item.begins_file = std::exchange(at_file_start_, false);
  fill(item);
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

void Input::fill(PipelineItem& item) {
  Buffer& bytes = item.bytes;
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
    if (records_end != 0 && (bytes.is_full() || !source_->is_ready())) return cut(item, records_end);
    if (bytes.is_full()) {
      const std::size_t end = options_.whole_records ? 0 : sorani::safe_cut(bytes.text(), cut_from);
      if (end != 0) return cut(item, end);
      if (options_.whole_records && bytes.size() > options_.max_record) return give_up_record(item);
      cut_from = bytes.size() - std::min(bytes.size(), kCutOverlap);
      bytes.reserve(std::max(bytes.capacity() + 1, std::min(2 * bytes.capacity(), options_.max_record)));
    }
    const std::size_t count = source_->read(bytes.free_space(), bytes.free_size());
    if (count == 0) return finish_file(item);
    bytes.add_size(count);
  }
}

void Input::cut(PipelineItem& item, std::size_t end) {
  const std::string_view text = item.bytes.text();
  carry_.assign(text.substr(end));
  set_text(item, end, text[end - 1] == options_.terminator);
  note_progress(item);
}

// The record is in the text, without its end: the check ends the text before it.
void Input::give_up_record(PipelineItem& item) {
  note_progress(item);
  bytes_of_files_before_ = item.bytes_so_far;
  source_.reset();
  item.fault = Fault{fmt::format("a line of more than {} bytes", options_.max_record), true};
  set_text(item, item.bytes.size(), true);
}

void Input::finish_file(PipelineItem& item) {
  note_progress(item);
  bytes_of_files_before_ = item.bytes_so_far;
  const auto failure = source_->failure();
  source_.reset();
  if (failure) item.fault = Fault{failure->message, failure->in_text};
  const std::string_view text = item.bytes.text();
  const bool is_unterminated = !failure && !text.empty() && text.back() != options_.terminator;
  if (is_unterminated && find_more_text()) item.bytes.append({&options_.terminator, 1});
  set_text(item, item.bytes.size(), true);
}

// Opens the next file that is not empty, and reads its first bytes into `carry_`. Returns false if there is none.
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

void Input::set_text(PipelineItem& item, std::size_t size, bool ends_record) {
  item.chunk.text = item.bytes.text().substr(0, size);
  item.chunk.fragment = fragment(!in_record_, ends_record);
  in_record_ = !ends_record;
}

void Input::note_progress(PipelineItem& item) {
  item.is_converted = source_->is_converted();
  item.repairs = source_->repairs() - std::exchange(repairs_, source_->repairs());
  item.chunk.is_repaired = item.repairs != 0;
  item.bytes_so_far = bytes_of_files_before_ + source_->bytes_read();
}

}  // namespace ku
