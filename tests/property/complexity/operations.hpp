#pragma once

#include <vector>

#include "complexity/cost.hpp"

namespace sorani::test {

/// Every mode of the normalizer: profiles, opt-in rules, digits, fonts, a word map, the list of changes.
std::vector<Operation> normalizer_operations();

/// The normalizer with every opt-in rule at once.
Operation normalizer_with_all_rules();

/// The normalizer with a legacy font, and with its list of changes.
std::vector<Operation> font_operations(std::string_view font);

/// The tokenizer, the splitter of sentences, the detokenizer and UTF-8.
std::vector<Operation> tokenizer_operations();

/// Schemes of the transliterator, there and back, and its other modes.
std::vector<Operation> transliterator_operations();

/// Each unit of the counter.
std::vector<Operation> counter_operations();

}  // namespace sorani::test
