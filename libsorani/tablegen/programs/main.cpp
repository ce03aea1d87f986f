// programgen OUT.cpp: compiles the rule sets that are used most, those of the profiles and that of the transliterator,
// and writes their tables as constants. It is the second step of table generation: linked with the library's rule
// compiler and the tables that tablegen has made. Run by the build.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cpp_writer.hpp"
#include "normalize/compile/compile.hpp"
#include "transliterate/to_latin/letters_options.hpp"

namespace {

using sorani::NormalizerOptions;
using sorani::Profile;
using namespace sorani::normalize;

template <typename T>
constexpr std::string_view kTypeName;
template <>
constexpr std::string_view kTypeName<std::uint8_t> = "std::uint8_t";
template <>
constexpr std::string_view kTypeName<std::uint16_t> = "std::uint16_t";
template <>
constexpr std::string_view kTypeName<std::uint64_t> = "std::uint64_t";
template <>
constexpr std::string_view kTypeName<char32_t> = "char32_t";
template <>
constexpr std::string_view kTypeName<CharInfo> = "CharInfo";
template <>
constexpr std::string_view kTypeName<Transition> = "Transition";
template <>
constexpr std::string_view kTypeName<Deletion> = "Deletion";
template <>
constexpr std::string_view kTypeName<ScanData> = "ScanData";

/// The initializer of a value. That of an aggregate has its members in the order of their declaration.
struct Initializer {
  template <std::integral T>
  static std::string of(T value) {
    return fmt::format("{}{}", +value, sizeof value == 8 ? "u" : "");
  }
  static std::string of(char32_t c) { return std::to_string(static_cast<std::uint32_t>(c)); }
  static std::string of(Deletion deletion) { return fmt::format("Deletion{{{}}}", static_cast<unsigned>(deletion)); }
  static std::string of(const CharInfo& info) { return aggregate(info.class_id, info.flags, info.in_word); }
  static std::string of(const Transition& transition) { return aggregate(transition.state, transition.pattern); }

  static std::string of(const ScanData& scan) {
    return aggregate(scan.stop, scan.sets, scan.set_bits, scan.set_count, scan.pairs, scan.byte_tables, scan.letters,
                     scan.replacement, scan.read_as, scan.symbols, scan.no_class);
  }
  static std::string of(const NibbleSets& sets) {
    return aggregate(sets.arabic_high, sets.arabic_low, sets.ascii_high, sets.ascii_low);
  }
  static std::string of(const ScanData::Pair& pair) { return aggregate(pair.before, pair.first, pair.second); }
  static std::string of(const ScanData::ByteTables& bytes) { return aggregate(bytes.arabic, bytes.ascii, bytes.delta); }
  static std::string of(const ScanData::Letters& letters) {
    return aggregate(letters.by_high, letters.by_low, letters.lead_delta, letters.tail_delta, letters.count);
  }
  static std::string of(const ScanData::Symbol& symbol) {
    return aggregate(symbol.flags, symbol.combining_class, symbol.class_before, symbol.class_after);
  }

  template <typename T, std::size_t kSize>
  static std::string of(const std::array<T, kSize>& values) {
    std::string items;
    for (const T& value : values) items += of(value) + ",";
    return fmt::format("{{{{{}}}}}", items);
  }

  template <typename... Members>
  static std::string aggregate(const Members&... members) {
    return fmt::format("{{{}}}", fmt::join(std::array{of(members)...}, ","));
  }
};

/// Writes the arrays of one rule set; returns the statements that put them into `tables`.
std::string write_tables(tablegen::CppWriter& out, std::size_t number, const ProgramTables<Owned>& tables) {
  std::string statements;
  for_each_table(
      [&]<typename Table>(std::string_view member, const Table& table) {
        if constexpr (std::integral<Table>) {
          statements += fmt::format("tables.{} = {};\n", member, table);
        } else if (!table.empty()) {
          std::string name = fmt::format("k{}_{}", number, member);
          std::replace(name.begin(), name.end(), '.', '_');
          std::vector<std::string> items;
          for (const auto& value : table) items.push_back(Initializer::of(value));
          out.array(kTypeName<typename Table::value_type>, name, items);
          statements += fmt::format("tables.{} = {};\n", member, name);
        }
      },
      tables);
  return statements;
}

void write_programs(const std::string& path) {
  std::vector<NormalizerOptions> options;
  for (const Profile profile : {Profile::encoding, Profile::standard, Profile::orthography, Profile::search}) {
    options.push_back({.profile = profile});
  }
  options.push_back(sorani::transliterate::letters_options());
  tablegen::CppWriter out(path, "the normalizer's rules", "normalize/built_in.hpp", "sorani::normalize");
  std::string cases;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string statements = write_tables(out, i, compile(RuleSet(options[i])));
    cases += fmt::format("case {}:\n{}break;\n", i, statements);
  }
  out.function("std::size_t built_in_count() noexcept", fmt::format("return {};\n", options.size()));
  out.function(
      "ProgramTables<View> built_in_tables(std::size_t number) noexcept",
      fmt::format("ProgramTables<View> tables;\nswitch (number) {{\n{}default:\nbreak;\n}}\nreturn tables;\n", cases));
  out.finish();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: programgen OUT.cpp\n";
    return 2;
  }
  try {
    write_programs(argv[1]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
