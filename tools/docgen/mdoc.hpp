#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docgen/manual.hpp"
#include "docgen/tools.hpp"

namespace ku::docgen {

/// What the head of a manual page says.
struct PageTitle {
  std::string name;
  int section;
  std::string summary;  ///< without a full stop
  std::string source;   ///< what the page is written from
};

/// The head of a page in mdoc(7), up to the section NAME. The date is YYYY-MM-DD.
std::string page_head(const PageTitle& title, const std::string& date);

/// Blocks of text. `begins_section` says that no paragraph is before them.
std::string blocks(const std::vector<Block>& parts, const std::vector<Rule>& rules, bool begins_section);

/// The sentences of a paragraph, each beginning a line, as roff expects.
std::string sentences(std::string_view text);

std::string upper(std::string text);

}  // namespace ku::docgen
