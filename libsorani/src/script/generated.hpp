#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What `tablegen script` defines, from libsorani/data and the Unicode properties.
namespace sorani::script {

/// One letter of the alphabet.
struct Letter {
  char32_t value;
  std::uint32_t classes;
  int order;  ///< rank in dictionaries, from 1
};

/// The alphabet, in the order of dictionaries.
std::span<const Letter> alphabet() noexcept;

/// A character that is typed instead of a Sorani letter because it looks or sounds alike.
struct LookAlike {
  char32_t value;
  std::u32string_view letter;  ///< the letter or letters meant
  std::string_view group;  ///< the group of rows, usually named after the rule that replaces it: "kaf", "yeh", "heh" …
};

/// Every look-alike, by code point.
std::span<const LookAlike> look_alikes() noexcept;

/// The letters of line-cuts.tsv, by code point.
std::span<const char32_t> uncut_letters() noexcept;

/// Every combination of classes that a character has, each once, in the order of `tables::kClasses`; see script.hpp for
/// what the bits mean.
std::span<const std::uint32_t> class_combinations() noexcept;

/// The classes of all code points as a two-stage table. The classes of `c` are
/// `kClasses[kClassesIndex[kClassesBlock[c / 256] * 256 + c % 256]]`.
namespace tables {

extern const std::uint16_t kClassesBlock[];
extern const std::uint8_t kClassesIndex[];
extern const std::uint32_t kClasses[];

/// The first letters of enclitics in line-cuts.tsv, in both cases.
extern const std::string_view kEncliticInitials;

}  // namespace tables
}  // namespace sorani::script
