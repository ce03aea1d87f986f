#pragma once

#include <memory>
#include <string>
#include <vector>

namespace ku {

class Option;

/// Brings options whose value may be left out into one form, before CLI11 sees them: `--NAME=` and `=` and the value,
/// or
/// `--NAME` without. Their value is what stands right behind the short name, as in sed's `-i.bak`, or behind a `=`:
/// `-i=.bak`, `--in-place=.bak`. Other flags may stand before the short name: `-qi.bak`.
std::vector<std::string> with_optional_values(std::vector<std::string> arguments,
                                              const std::vector<std::unique_ptr<Option>>& options);

}  // namespace ku
