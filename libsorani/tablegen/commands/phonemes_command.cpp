#include <fmt/core.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "transliterate/phonemes.hpp"

namespace tablegen {

void phonemes_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  const Phonemes phonemes(data / "phonemes.tsv");
  std::string enumerators;
  std::uint64_t vowels = 0;
  for (std::size_t i = 0; i < phonemes.entries().size(); ++i) {
    const Phonemes::Entry& entry = phonemes.entries()[i];
    if (entry.is_vowel) vowels |= std::uint64_t{1} << i;
    enumerators += fmt::format("  {},  ///< {} {}\n", entry.name, entry.symbol, entry.letters);
  }
  write_header(arguments[1], "phonemes.tsv",
               fmt::format(R"(#include <cstddef>
#include <cstdint>

namespace sorani::transliterate {{

/// The sounds of Sorani, named as in Hawar where ASCII allows; with their symbols and their letters.
enum class Phoneme : std::uint8_t {{
{}}};

inline constexpr std::size_t kPhonemeCount = {};
/// A bit set of the sounds that can be the nucleus of a syllable.
inline constexpr std::uint64_t kVowelPhonemes = {:#x};

}}  // namespace sorani::transliterate
)",
                           enumerators, phonemes.entries().size(), vowels));
}

}  // namespace tablegen
