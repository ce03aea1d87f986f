#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

/// Collects the lines of the header.
class Header {
 public:
  explicit Header(const std::filesystem::path& data) {
    const Characters characters(data);
    for (const Characters::Entry& entry : characters.entries()) {
      constants_.emplace(entry.value, entry.constant);
      characters_ +=
          fmt::format("inline constexpr Character {}{{{}, {}}};\n", entry.constant,
                      static_cast<std::uint32_t>(entry.value), string_literal(to_utf8(std::u32string(1, entry.value))));
    }
    const TsvFile alphabet(data / "alphabet.tsv", {"code-point", "letter", "name", "kind", "joining", "source"});
    // Sets of letters are masks of 64 bits.
    if (alphabet.rows().size() > 62) alphabet.rows().back().fail("too many letters");
    for (const TsvRow& row : alphabet.rows()) {
      const std::uint64_t bit = std::uint64_t{1} << letter_count_++;
      if (row["kind"] == "vowel") vowels_ |= bit;
      if (row["kind"] == "semivowel") semivowels_ |= bit;
      letters_ += fmt::format("  {},  ///< {}\n", constants_.at(code_point_field(row, "code-point")), row["letter"]);
    }
  }

  std::string text() const {
    return fmt::format(
        R"(#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sorani::script {{

/// The letters of the alphabet by their index in `alphabet()`, under their names in Unicode.
namespace letter {{

enum Index : std::uint8_t {{
{}}};

inline constexpr std::size_t kCount = {};
/// Bit sets of indices.
inline constexpr std::uint64_t kVowels = {:#x}, kSemivowels = {:#x};

}}  // namespace letter

struct Character {{
  char32_t value;
  std::string_view utf8;
}};

/// The characters of alphabet.tsv and characters.tsv, under their names in Unicode.
namespace character {{

{}
}}  // namespace character
}}  // namespace sorani::script
)",
        letters_, letter_count_, vowels_, semivowels_, characters_);
  }

 private:
  std::map<char32_t, std::string> constants_;
  std::string letters_, characters_;
  std::size_t letter_count_ = 0;
  std::uint64_t vowels_ = 0, semivowels_ = 0;
};

}  // namespace

void characters_command(Arguments arguments) {
  write_header(arguments[1], "alphabet.tsv and characters.tsv", Header(arguments[0]).text());
}

}  // namespace tablegen
