#pragma once

#include <unicode/ucnv.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/io/input/source.hpp"

namespace ku {

/// True if ICU knows the charset.
bool is_known_charset(const std::string& charset);

/// True if the name is UTF-8 or an alias of it.
bool is_utf8(const std::string& charset);

/// Converts the bytes of another source to UTF-8, by ICU.
class DecodedSource : public Source {
 public:
  /// Throws `std::invalid_argument` if ICU does not know the charset.
  DecodedSource(std::unique_ptr<Source> bytes, const std::string& charset, Invalid invalid);

  std::size_t read(char* to, std::size_t size) override;
  bool is_ready() const override;
  std::optional<SourceFailure> failure() const override;
  std::uint64_t bytes_read() const override { return bytes_->bytes_read(); }
  bool is_converted() const override { return true; }
  std::uint64_t repairs() const override { return repairs_; }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };

  void refill();
  void convert(std::string_view bytes, bool at_end);
  void append(std::span<const char16_t> units);
  void fail(std::uint64_t bytes_converted);

  std::unique_ptr<Source> bytes_;
  std::string charset_;
  std::unique_ptr<UConverter, Close> converter_;
  std::vector<char> raw_;
  std::string text_;           // converted
  std::size_t text_read_ = 0;  // bytes of it that `read` has returned
  char16_t lead_ = 0;          // lead surrogate whose trail surrogate has not been read yet
  bool at_end_ = false;
  std::uint64_t repairs_ = 0;
  std::optional<SourceFailure> failure_;
};

}  // namespace ku
