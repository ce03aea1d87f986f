#include "common/io/input/decoded_source.hpp"

#include <fmt/core.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace ku {
namespace {

constexpr std::size_t kRawSize = std::size_t{64} * 1024;
constexpr char16_t kReplacement = 0xFFFD;

/// ICU callback for an ill-formed sequence: counts it and writes U+FFFD.
void replace_sequence(const void* context, UConverterToUnicodeArgs* arguments, const char* /*bytes*/,
                      std::int32_t /*length*/, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is being reset, cloned or closed
  ++*static_cast<std::uint64_t*>(const_cast<void*>(context));
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &kReplacement, 1, 0, error);
}

/// ICU callback for an ill-formed sequence: counts its bytes and writes nothing.
void skip_sequence(const void* context, UConverterToUnicodeArgs* /*arguments*/, const char* /*bytes*/,
                   std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  *static_cast<std::uint64_t*>(const_cast<void*>(context)) += static_cast<std::uint64_t>(length);
  *error = U_ZERO_ERROR;
}

UConverterToUCallback callback_for(Invalid invalid) {
  switch (invalid) {
    case Invalid::fail:
      return UCNV_TO_U_CALLBACK_STOP;
    case Invalid::replace:
      return replace_sequence;
    case Invalid::skip:
      return skip_sequence;
  }
  return UCNV_TO_U_CALLBACK_STOP;
}

}  // namespace

bool is_known_charset(const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = charset.empty() ? nullptr : ucnv_open(charset.c_str(), &error);
  ucnv_close(converter);
  return converter != nullptr && U_SUCCESS(error);
}

bool is_utf8(const std::string& charset) { return ucnv_compareNames(charset.c_str(), "UTF-8") == 0; }

DecodedSource::DecodedSource(std::unique_ptr<Source> bytes, const std::string& charset, Invalid invalid)
    : bytes_(std::move(bytes)), charset_(charset), raw_(kRawSize) {
  UErrorCode error = U_ZERO_ERROR;
  converter_.reset(ucnv_open(charset.c_str(), &error));
  ucnv_setToUCallBack(converter_.get(), callback_for(invalid), &repairs_, nullptr, nullptr, &error);
  if (U_FAILURE(error)) throw std::invalid_argument(fmt::format("unknown charset '{}'", charset));
}

std::size_t DecodedSource::read(char* to, std::size_t size) {
  while (text_read_ == text_.size()) {
    if (at_end_) return 0;
    refill();
  }
  const std::size_t count = text_.copy(to, size, text_read_);
  text_read_ += count;
  return count;
}

bool DecodedSource::is_ready() const { return at_end_ || text_read_ < text_.size() || bytes_->is_ready(); }

std::optional<SourceFailure> DecodedSource::failure() const { return failure_ ? failure_ : bytes_->failure(); }

void DecodedSource::refill() {
  text_.clear();
  text_read_ = 0;
  const std::size_t count = bytes_->read(raw_.data(), raw_.size());
  at_end_ = count == 0;
  convert({raw_.data(), count}, at_end_);
}

void DecodedSource::convert(std::string_view bytes, bool at_end) {
  std::array<char16_t, 4096> units{};
  const char* const end = bytes.data() + bytes.size();
  const char* from = bytes.data();
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    char16_t* to = units.data();
    ucnv_toUnicode(converter_.get(), &to, units.data() + units.size(), &from, end, nullptr, at_end, &error);
    append({units.data(), to});
  }
  if (U_FAILURE(error)) fail(bytes_->bytes_read() - static_cast<std::uint64_t>(end - from));
}

void DecodedSource::append(std::span<const char16_t> units) {
  const auto put = [this](char32_t c) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    for (std::size_t i = 0; i < length; ++i) text_.push_back(static_cast<char>(bytes[i]));
  };
  for (const char16_t unit : units) {
    if (const char16_t lead = std::exchange(lead_, u'\0'); lead != 0) {
      if (U16_IS_TRAIL(unit)) {
        put(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)));
        continue;
      }
      put(kReplacement);
    }
    if (U16_IS_LEAD(unit)) {
      lead_ = unit;
    } else {
      put(U16_IS_TRAIL(unit) ? kReplacement : unit);
    }
  }
}

void DecodedSource::fail(std::uint64_t bytes_converted) {
  std::array<char, 16> bytes{};
  auto length = static_cast<std::int8_t>(bytes.size());
  UErrorCode error = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter_.get(), bytes.data(), &length, &error);
  if (U_FAILURE(error)) length = 0;
  std::string shown;
  for (int i = 0; i < length; ++i) {
    shown += fmt::format(" {:02X}", static_cast<std::uint8_t>(bytes[static_cast<std::size_t>(i)]));
  }
  failure_ = SourceFailure{fmt::format("not {}: byte {} of the file:{}", charset_,
                                       bytes_converted - static_cast<std::uint64_t>(length) + 1, shown),
                           true};
  at_end_ = true;
}

}  // namespace ku
