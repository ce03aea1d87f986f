#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ku::docgen {

/// One paragraph, list item, literal block or command of a manual.
struct Block {
  enum class Kind {
    paragraph,
    item,        ///< of a list
    literal,     ///< lines to be shown as they are: commands and what they print
    rule_table,  ///< place of the generated list of rules
  };
  Kind kind;
  std::string text;  ///< of a paragraph or item: one line, with `code` in backquotes
};

/// A part of a manual under one heading.
struct Section {
  std::string title;
  std::vector<Block> blocks;
};

/// The prose of a manual page.
///
/// It is written in Markdown, in TOOL/manual.md, of which this much is understood:
///
///     Date: 2025-01-31            the day of the last change, first line after the title
///     ## Title                    a section, in the order of the page; Description comes first
///     ### --option                below "## Options": more about an option than its help says
///     text, `code`                paragraphs; an empty line ends one
///     - item                      lists, without nesting; an indented line goes on
///     ```console … ```            commands behind "$ " and what they print; the tests run them and compare
///     <!-- rules -->              the rules that a tool knows, from the library
struct Manual {
  std::string date;  ///< YYYY-MM-DD
  std::vector<Section> sections;
  std::vector<Section> options;  ///< what there is to say of options; the title is the long name

  const Section* find_option(std::string_view long_name) const;
};

/// Reads the text of a manual. Throws `std::runtime_error` with the number of the line that is wrong.
Manual parse_manual(std::string_view text);

}  // namespace ku::docgen
