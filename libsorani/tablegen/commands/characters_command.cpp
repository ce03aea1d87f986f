#include <fmt/format.h>

#include <cctype>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

/// `kYehWithHamzaAbove` for ARABIC LETTER YEH WITH HAMZA ABOVE, `kArabicComma` for ARABIC COMMA.
std::string identifier(std::string_view name) {
  constexpr std::string_view kLetter = "ARABIC LETTER ";
  if (name.starts_with(kLetter)) name.remove_prefix(kLetter.size());
  std::string text = "k";
  bool begins_word = true;
  for (const char c : name) {
    const bool is_letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (is_letter) text += begins_word ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    begins_word = !is_letter;
  }
  return text;
}

/// Collects the lines of the header.
class Characters {
 public:
  void add_letters(const std::filesystem::path& path) {
    const TsvFile file(path, {"code-point", "letter", "name", "kind", "joining", "source"});
    // Sets of letters are masks of 64 bits.
    if (file.rows().size() > 62) file.rows().back().fail("too many letters");
    for (const TsvRow& row : file.rows()) {
      const std::uint64_t bit = std::uint64_t{1} << letter_count_++;
      if (row["kind"] == "vowel") vowels_ |= bit;
      if (row["kind"] == "semivowel") semivowels_ |= bit;
      letters_ += fmt::format("  {},  ///< {}\n", add(row), row["letter"]);
    }
  }

  void add_others(const std::filesystem::path& path) {
    const TsvFile file(path, {"code-point", "char", "name", "class", "source"});
    for (const TsvRow& row : file.rows()) add(row);
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
  std::string add(const TsvRow& row) {
    const char32_t c = code_point_field(row, "code-point");
    check_names(row, "name", std::u32string(1, c));
    const std::string name = identifier(row["name"]);
    if (!names_.insert(name).second) row.fail("a second character is called " + name);
    characters_ += fmt::format("inline constexpr Character {}{{{}, {}}};\n", name, static_cast<std::uint32_t>(c),
                               string_literal(to_utf8(std::u32string(1, c))));
    return name;
  }

  std::set<std::string> names_;
  std::string letters_, characters_;
  std::size_t letter_count_ = 0;
  std::uint64_t vowels_ = 0, semivowels_ = 0;
};

}  // namespace

void characters_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  Characters characters;
  characters.add_letters(data / "alphabet.tsv");
  characters.add_others(data / "characters.tsv");
  write_header(arguments[1], "alphabet.tsv and characters.tsv", characters.text());
}

}  // namespace tablegen
