// `scan` does what `scan_reference` does, for texts of every alignment and length, on every instruction set.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

#include "normalize/fast_path/scan.hpp"
#include "normalize/program.hpp"
#include "normalize/properties.hpp"
#include "normalize/random_options.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/instruction_sets.hpp"

namespace sorani::test {
namespace {

using normalize::ScanTables;

/// What has been written before a scan: the bytes that it can read, and the last symbol, which may be known without
/// them.
struct Preceding {
  std::string_view text;
  std::size_t symbol;
};

/// A copy of the text at the end of an allocation, `before` bytes from its start, so that the address sanitizer reports
/// reads past the end; and an output buffer of the least size allowed, with guard bytes after it.
class Placed {
 public:
  Placed(std::string_view text, std::size_t before, Preceding preceding)
      : preceding_(preceding),
        size_(text.size()),
        in_(std::make_unique<char[]>(before + size_)),
        text_(in_.get() + before),
        out_(std::make_unique<char[]>(before + preceding.text.size() + size_ + normalize::kScanSlack + kGuard)),
        output_(out_.get() + before + preceding.text.size()) {
    std::copy(text.begin(), text.end(), text_);
    std::copy(preceding.text.begin(), preceding.text.end(), out_.get() + before);
    std::fill_n(output_, size_ + normalize::kScanSlack + kGuard, kFill);
  }

  normalize::Scanned scan(const ScanTables& tables) {
    return normalize::scan(tables, text_, size_, output_, preceding_.symbol, preceding_.text.size());
  }
  std::string_view written(std::size_t done) const { return {output_, done}; }
  bool kept_guard() const {
    const char* const guard = output_ + size_ + normalize::kScanSlack;
    return std::all_of(guard, guard + kGuard, [](char c) { return c == kFill; });
  }

 private:
  static constexpr std::size_t kGuard = 64;
  static constexpr char kFill = '\x55';

  Preceding preceding_;
  std::size_t size_;
  std::unique_ptr<char[]> in_;
  char* text_;
  std::unique_ptr<char[]> out_;
  char* output_;
};

/// Any symbol that may precede the output, or kUnknown.
std::size_t last_symbol(RandomText& random) {
  constexpr std::string_view kCommon = " \n.a";
  switch (random.below(3)) {
    case 0:
      return ScanTables::symbol_of(static_cast<unsigned char>(kCommon[random.below(kCommon.size())]));
    case 1:
      return random.below(ScanTables::kFirstClass + 8);
    default:
      return ScanTables::kUnknown;
  }
}

Failure differs(const ScanTables& tables, std::string_view text, std::size_t before, Preceding preceding) {
  std::string expected(preceding.text);
  expected.resize(preceding.text.size() + text.size());
  const normalize::Scanned wanted =
      normalize::scan_reference(tables, text.data(), text.size(), expected.data() + preceding.text.size(),
                                preceding.symbol, preceding.text.size());
  expected.resize(preceding.text.size() + wanted.written);
  expected.erase(0, preceding.text.size());
  Placed placed(text, before, preceding);
  const normalize::Scanned done = placed.scan(tables);
  if (done.read != wanted.read) return fmt::format("{} bytes read, not {}: {}", done.read, wanted.read, escaped(text));
  if (placed.written(done.written) != expected) {
    return fmt::format("{} became {}, not {}", escaped(text), escaped(placed.written(done.written)), escaped(expected));
  }
  if (!placed.kept_guard()) return fmt::format("written behind the room of {}", escaped(text));
  return {};
}

class Scan : public OnEachInstructionSet {};
SORANI_ON_EACH_INSTRUCTION_SET(Scan);

TEST_P(Scan, IsItsReferenceForRandomRules) {
  const std::size_t runs = property_runs(2000) / 50 + 1;
  for (std::size_t i = 0; i < runs && !HasFailure(); ++i) {
    NormalizerOptions options = random_options(case_seed(i));
    options.restore = false;
    options.word_map.clear();
    const normalize::Program program(options);
    RandomText random(case_seed(i));
    for (std::size_t k = 0; k < 50; ++k) {
      // Ordinary text with a few stops, so that scans of every length occur.
      std::string text = random.ordinary(random.below(200));
      for (std::size_t more = random.below(4); more > 0; --more) {
        const std::string piece = random.below(2) == 0 ? random.text() : std::string(random.below(4), ' ') + "\u0640";
        text.insert(random.below(text.size() + 1), piece);
      }
      if (random.below(3) == 0) text.insert(random.below(text.size() + 1), random.marked(random.below(30)));
      const std::string preceding = random.below(2) == 0 ? random.marked(random.below(20)) : std::string();
      const auto failure = differs(program.scan, text, 1 + random.below(64), {preceding, last_symbol(random)});
      ASSERT_FALSE(failure) << "seed " << case_seed(i) << ", " << described(options) << "\n  " << *failure;
    }
  }
}

TEST_P(Scan, DoesNotOutgrowItsInput) {
  const normalize::Program program{NormalizerOptions{.rules = "+arabic-punctuation"}};
  std::string text;
  for (int i = 0; i < 200; ++i) text += "\u06A9\u0627\u0631? ";  // ؟ takes a byte more than ?
  const auto failure = differs(program.scan, text, 1, {"", ScanTables::kUnknown});
  EXPECT_FALSE(failure) << *failure;
}

TEST_P(Scan, IsItsReferenceAtEveryPlaceAndLength) {
  const normalize::Program program{NormalizerOptions{}};
  RandomText random(case_seed(0));
  std::string text;
  while (text.size() < 300) text += "كوردي ئا\u0640زاد  گو\u0640\u0640ڵ ";
  for (std::size_t before = 1; before < 67; ++before) {
    for (std::size_t length = 0; length <= 200; ++length) {
      // Puts a character that stops the scan, or half of one, at each byte of a block.
      std::string part = text.substr(0, length);
      if (length > 0 && random.below(2) == 0) part[random.below(length)] = "\xD9\x80 \n\xE2.1k"[random.below(8)];
      const auto failure = differs(program.scan, part, before, {"", last_symbol(random)});
      ASSERT_FALSE(failure) << "at " << before << ": " << *failure;
    }
  }
}

}  // namespace
}  // namespace sorani::test
