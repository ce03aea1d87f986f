// Writes standard input with one space between the words and signs that ICU's word break iterator finds: what a program
// would do without a tokenizer of its own. ckb has no rules of its own in ICU; the root rules are used.

#include <unicode/brkiter.h>

#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace {

void append_words(icu::BreakIterator& iterator, std::string_view line, std::string& out) {
  UErrorCode error = U_ZERO_ERROR;
  UText* const text = utext_openUTF8(nullptr, line.data(), static_cast<std::int64_t>(line.size()), &error);
  iterator.setText(text, error);
  bool is_first = true;
  std::size_t begin = 0;
  for (iterator.first(); U_SUCCESS(error);) {
    const std::int32_t end = iterator.next();
    if (end == icu::BreakIterator::DONE) break;
    const std::string_view piece = line.substr(begin, static_cast<std::size_t>(end) - begin);
    begin = static_cast<std::size_t>(end);
    if (piece.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (!is_first) out += ' ';
    is_first = false;
    out += piece;
  }
  out += '\n';
  utext_close(text);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) {
    std::cerr << "icu_words: " << u_errorName(error) << '\n';
    return 1;
  }
  std::string line;
  std::string out;
  while (std::getline(std::cin, line)) {
    out.clear();
    append_words(*iterator, line, out);
    std::cout << out;
  }
  std::cout.flush();
  return std::cout ? 0 : 1;
}
