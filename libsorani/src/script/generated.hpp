#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "script/class_table.hpp"  // IWYU pragma: export
#include "script/script.hpp"

/// The lists behind script.hpp, written by `tablegen script`.
namespace sorani::script::tables {

extern const Letter kAlphabet[];
extern const std::size_t kAlphabetSize;

/// line-cuts.tsv: sorted letters, and letters of both cases.
extern const std::span<const char32_t> kUncutLetters;
extern const std::string_view kEncliticInitials;

extern const LookAlike kLookAlikes[];
extern const std::size_t kLookAlikesSize;

}  // namespace sorani::script::tables
