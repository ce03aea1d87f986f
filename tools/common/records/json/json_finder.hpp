#pragma once

#include <memory>

#include "common/io/input/source.hpp"
#include "common/records/json/pointer.hpp"
#include "common/records/value_finder.hpp"

namespace ku {

/// Finds the strings at given fields of JSON Lines: each record is an object, or blank. A field may be a string, or a
/// list, whose strings are values, also those of lists in it. All of the record is checked, and every occurrence of a
/// name that stands twice in an object counts. Under `Invalid::fail`, an unpaired surrogate in a value is an error.
///
/// `fields` must outlive it.
std::unique_ptr<ValueFinder> make_json_finder(const PointerTree& fields, Invalid invalid);

}  // namespace ku
