#include <fmt/core.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "transliterate/alphabet.hpp"

namespace tablegen {
namespace {

/// Collects the lines of the header.
class Header {
 public:
  Header(const Characters& characters, const Alphabet& alphabet) : letter_count_(alphabet.size()) {
    // Sets of letters are masks of 64 bits.
    if (letter_count_ > 62) throw Error("alphabet.tsv: too many letters");
    for (const Characters::Entry& entry : characters.entries()) {
      const std::string utf8 = to_utf8(std::u32string(1, entry.value));
      characters_ += fmt::format("inline constexpr Character {}{{{}, {}}};\n", entry.constant,
                                 static_cast<std::uint32_t>(entry.value), string_literal(utf8));
      // The letters come in the order of the alphabet.
      const auto letter = alphabet.find(entry.value);
      if (letter == alphabet.end()) continue;
      const std::uint64_t bit = std::uint64_t{1} << letter->second.index;
      if (letter->second.kind == LetterKind::vowel) vowels_ |= bit;
      if (letter->second.kind == LetterKind::semivowel) semivowels_ |= bit;
      letters_ += fmt::format("  {},  ///< {}\n", entry.constant, utf8);
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
  std::string letters_, characters_;
  std::size_t letter_count_;
  std::uint64_t vowels_ = 0, semivowels_ = 0;
};

}  // namespace

void characters_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  const Header header(Characters(data), read_alphabet(data / "alphabet.tsv"));
  write_header(arguments[1], "alphabet.tsv and characters.tsv", header.text());
}

}  // namespace tablegen
