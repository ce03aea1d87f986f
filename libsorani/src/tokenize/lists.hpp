#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sorani::tokenize {

/// What stands after an abbreviation (libsorani/data/abbreviations.tsv).
enum class AbbreviationKind : std::uint8_t {
  none,
  title,  ///< a name follows
  unit,   ///< a number stands before it
  word,
};

struct Abbreviation {
  std::string_view text;  ///< without its last full stop
  AbbreviationKind kind;
};

/// Bytes of the longest abbreviation at most; the generator rejects longer ones.
inline constexpr std::size_t kLongestAbbreviation = 10;

/// Every abbreviation, by bytes.
std::span<const Abbreviation> abbreviations() noexcept;

/// The kind of an abbreviation given without its last full stop, in any spelling of its letters; `none` if it is not in
/// the list.
AbbreviationKind abbreviation_kind(std::string_view text) noexcept;

/// True for a domain in lower case, without a dot, that makes a web address of a name (top-level-domains.tsv).
bool is_top_level_domain(std::string_view text) noexcept;

}  // namespace sorani::tokenize
