#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ku::docgen {

/// A paragraph, list item, literal block, or the place of generated content.
struct Block {
  enum class Kind {
    paragraph,
    item,        ///< of a list
    heading,     ///< of a part of a section
    literal,     ///< preformatted lines: commands and their output
    rule_table,  ///< the generated list of rules is inserted here
  };
  Kind kind;
  std::string text;  ///< of a paragraph or item: one line, with `code` in backquotes
};

/// The blocks under one heading.
struct Section {
  std::string title;
  std::vector<Block> blocks;
};

/// The prose of a manual page.
///
/// It is read from TOOL/manual.md or docgen/pages/NAME.SECTION.md, in this subset of Markdown:
///
///     # TOOL, # NAME - SUMMARY    the title, of a page about a tool or of another
///     Date: 2025-01-31            the day of the last change, first line after the title
///     ## Title                    a section, in the order of the page; Description comes first
///     ### --option                in "## Options": details about an option that its help leaves out
///     ### Title                   in other sections: a heading
///     text, `code`                paragraphs; an empty line ends one
///     - item                      lists, not nested; an indented line continues an item
///     ```console … ```            commands after "$ " and their output; tests run them and compare
///     <!-- rules -->              the list of rules, from the library
struct Manual {
  std::string title;
  std::string date;  ///< YYYY-MM-DD
  std::vector<Section> sections;
  std::vector<Section> options;  ///< details about options; the title is the long name

  const Section* find_option(std::string_view long_name) const;
};

/// Parses a manual. Throws `std::runtime_error`, which begins with the line number of the error.
Manual parse_manual(std::string_view text);

}  // namespace ku::docgen
