#pragma once

#include <string>

/// Texts to measure on: about a megabyte each, made on first use, the same in every run.
namespace texts {

const std::string& clean();    ///< Sorani that needs no change
const std::string& dirty();    ///< Sorani as found in real files
const std::string& tatweel();  ///< Sorani stretched with tatweels
const std::string& latin();    ///< Latin words only

}  // namespace texts
