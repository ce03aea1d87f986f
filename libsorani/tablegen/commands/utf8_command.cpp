#include <fmt/core.h>
#include <utf8proc.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "two_stage.hpp"
#include "unicode.hpp"
#include "utf8/generated.hpp"

namespace tablegen {
namespace {

using sorani::utf8::Category;
using namespace sorani::utf8::tables;

constexpr char32_t kHangulVFirst = 0x1161, kHangulVLast = 0x1175, kHangulTFirst = 0x11A8, kHangulTLast = 0x11C2;

std::uint32_t number(char32_t c) { return c; }

Category category_of(char32_t c) { return static_cast<Category>(utf8proc_category(signed_value(c))); }

/// A composite is primary if composing its decomposition gives it back; its first part is then the composite of all
/// characters but the last.
std::vector<Composition> primary_composites(const std::vector<std::u32string>& decompositions) {
  std::vector<Composition> pairs;
  for (char32_t c = 0; c < kCodePointCount; ++c) {
    const std::u32string& text = decompositions[c];
    if (text.size() < 2 || compose_all(text) != std::u32string(1, c)) continue;
    const std::u32string first = compose_all(text.substr(0, text.size() - 1));
    if (first.size() != 1) throw Error("no pair composes to " + notation(c));
    pairs.push_back({first.front(), text.back(), c});
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const auto& a, const auto& b) { return std::tie(a.first, a.second) < std::tie(b.first, b.second); });
  return pairs;
}

/// Decimal digits are encoded in runs from zero to nine (a stability policy of Unicode); runs may touch.
std::vector<int> digit_values() {
  std::vector<int> values(kCodePointCount, -1);
  for (char32_t c = 1; c < kCodePointCount; ++c) {
    if (category_of(c) == Category::Nd) values[c] = (values[c - 1] + 1) % 10;
  }
  return values;
}

void write_properties(CppWriter& out, const std::vector<std::u32string>& decompositions,
                      const std::vector<Composition>& pairs) {
  std::vector<bool> maybe(kCodePointCount);
  for (const Composition& pair : pairs) maybe[pair.second] = true;
  std::fill(maybe.begin() + kHangulVFirst, maybe.begin() + kHangulVLast + 1, true);
  std::fill(maybe.begin() + kHangulTFirst, maybe.begin() + kHangulTLast + 1, true);
  const std::vector<int> digits = digit_values();

  using Record = std::tuple<int, int, bool, bool, int, std::int32_t>;
  Palette<Record> palette;
  std::vector<std::uint16_t> values;
  for (char32_t c = 0; c < kCodePointCount; ++c) {
    const std::u32string& text = decompositions[c];
    const bool no = is_nfc_no(c, text);
    const std::int32_t lower = signed_value(lower_case(c)) - signed_value(c);
    values.push_back(
        palette.number({static_cast<int>(category_of(c)), utf8proc_get_property(signed_value(c))->combining_class, no,
                        maybe[c], digits[c], lower}));
  }
  std::vector<std::string> records;
  for (const auto& [category, combining_class, no, is_maybe, digit, lower] : palette.records()) {
    records.push_back(
        fmt::format("{{Category{{{}}},{},{},{},{},{}}}", category, combining_class, no, is_maybe, digit, lower));
  }
  out.two_stage("std::uint16_t", "kProperties", two_stage(values));
  out.array("Properties", "kProperties", records);
}

/// Sequences of characters laid end to end; equal sequences are stored once.
class SequencePool {
 public:
  std::uint16_t number(const std::u32string& text) {
    const std::uint16_t number = palette_.number(text);
    if (number == begins_.size()) {
      begins_.push_back(characters_.size());
      characters_ += text;
    }
    return number;
  }

  std::string item(std::uint16_t number) const {
    return fmt::format("{{{},{}}}", begins_[number], palette_.records()[number].size());
  }

  std::vector<std::string> items() const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < begins_.size(); ++i) all.push_back(item(static_cast<std::uint16_t>(i)));
    return all;
  }

  const std::u32string& characters() const { return characters_; }

 private:
  Palette<std::u32string> palette_;
  std::vector<std::size_t> begins_;
  std::u32string characters_;
};

void write_decompositions(CppWriter& out, const std::vector<std::u32string>& decompositions) {
  SequencePool pool;
  pool.number({});
  std::vector<std::uint16_t> values;
  values.reserve(decompositions.size());
  for (const std::u32string& text : decompositions) values.push_back(pool.number(text));
  out.two_stage("std::uint16_t", "kDecomposition", two_stage(values));
  out.array("Sequence", "kDecompositions", pool.items());
  out.code_points("kDecompositionCharacters", pool.characters());
}

void write_presentation_forms(CppWriter& out) {
  SequencePool pool;
  std::vector<std::string> items;
  for (char32_t c = kFirstPresentationForm; c <= kLastPresentationForm; ++c) {
    items.push_back(pool.item(pool.number(presentation_form(c))));
  }
  out.array("Sequence", "kPresentationForms", items);
  out.code_points("kPresentationFormCharacters", pool.characters());
}

void write_compositions(CppWriter& out, const std::vector<Composition>& pairs) {
  std::vector<std::string> items;
  items.reserve(pairs.size());
  for (const Composition& pair : pairs) {
    items.push_back(fmt::format("{{{},{},{}}}", number(pair.first), number(pair.second), number(pair.composite)));
  }
  out.list("Composition", "compositions", items);
}

}  // namespace

void utf8_command(Arguments arguments) {
  const std::vector<std::u32string> decompositions = canonical_decompositions();
  const std::vector<Composition> pairs = primary_composites(decompositions);
  CppWriter out(arguments[0], fmt::format("utf8proc, Unicode {}", utf8proc_unicode_version()), "utf8/generated.hpp",
                "sorani::utf8::tables");
  write_properties(out, decompositions, pairs);
  write_decompositions(out, decompositions);
  write_presentation_forms(out);
  write_compositions(out, pairs);
  out.finish();
}

}  // namespace tablegen
