#pragma once

#include <functional>

#include "common/io/input/source.hpp"

namespace ku {

/// The bytes of a file, unchanged. Closes the file at the end, unless it is standard input.
class FileSource : public Source {
 public:
  FileSource(Descriptor descriptor, bool is_regular);
  ~FileSource() override;
  FileSource(FileSource&&) = delete;
  FileSource& operator=(FileSource&&) = delete;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  /// Reads ahead until `decide`, called with the first bytes of the file (at most 4), returns true, or the file ends.
  /// `read` returns those bytes again. Must be called before `read`.
  void peek(const std::function<bool(std::string_view)>& decide);

  std::size_t read(char* to, std::size_t size) override;
  bool is_ready() const override;
  std::optional<SourceFailure> failure() const override;
  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  std::size_t read_file(char* to, std::size_t size);

  Descriptor descriptor_;
  bool is_regular_;
  std::string lookahead_;  // read by `peek`, not yet returned by `read`
  bool at_end_ = false;
  int error_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace ku
