#include "docgen/manual.hpp"

#include <fmt/core.h>

#include <sstream>
#include <stdexcept>

namespace ku::docgen {
namespace {

constexpr std::string_view kDate = "Date: ";

class Parser {
 public:
  Manual parse(std::string_view text);

 private:
  void add_line(const std::string& line);
  void begin_section(const std::string& title);
  void begin_part(const std::string& title);
  void add(Block::Kind kind, std::string text);
  void extend(std::string_view line, std::string_view separator) {
    blocks().back().text.append(separator).append(line);
  }
  std::vector<Block>& blocks();
  [[noreturn]] void fail(std::string_view what) const;

  Manual manual_;
  Section* section_ = nullptr;
  std::size_t line_number_ = 0;
  bool in_literal_ = false;
  bool in_paragraph_ = false;  // or in a list item
};

Manual Parser::parse(std::string_view text) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    ++line_number_;
    add_line(line);
  }
  if (in_literal_) fail("a literal block is not closed");
  if (manual_.date.empty()) fail("there is no date");
  return std::move(manual_);
}

void Parser::add_line(const std::string& line) {
  if (line.starts_with("```")) {
    in_literal_ = !in_literal_;
    in_paragraph_ = false;
    if (in_literal_) add(Block::Kind::literal, "");
  } else if (in_literal_) {
    extend(line + '\n', "");
  } else if (line.empty()) {
    in_paragraph_ = false;
  } else if (section_ == nullptr && line.starts_with("# ")) {
    manual_.title = line.substr(2);
  } else if (section_ == nullptr && line.starts_with(kDate)) {
    manual_.date = line.substr(kDate.size());
  } else if (line.starts_with("## ")) {
    begin_section(line.substr(3));
  } else if (line.starts_with("### ")) {
    begin_part(line.substr(4));
  } else if (line == "<!-- rules -->") {
    add(Block::Kind::rule_table, "");
  } else if (line.starts_with("- ")) {
    add(Block::Kind::item, line.substr(2));
    in_paragraph_ = true;
  } else if (in_paragraph_) {
    extend(line.substr(std::min(line.find_first_not_of(' '), line.size())), " ");
  } else {
    add(Block::Kind::paragraph, line);
    in_paragraph_ = true;
  }
}

void Parser::begin_section(const std::string& title) {
  in_paragraph_ = false;
  manual_.sections.push_back({title, {}});
  section_ = &manual_.sections.back();
}

void Parser::begin_part(const std::string& title) {
  in_paragraph_ = false;
  if (manual_.sections.empty() || manual_.sections.back().title != "Options") {
    add(Block::Kind::heading, title);
  } else {
    manual_.options.push_back({title, {}});
    section_ = &manual_.options.back();
  }
}

void Parser::add(Block::Kind kind, std::string text) { blocks().push_back({kind, std::move(text)}); }

std::vector<Block>& Parser::blocks() {
  if (section_ == nullptr) fail("text before the first section");
  return section_->blocks;
}

void Parser::fail(std::string_view what) const { throw std::runtime_error(fmt::format("{}: {}", line_number_, what)); }

}  // namespace

const Section* Manual::find_option(std::string_view long_name) const {
  for (const Section& option : options) {
    if (option.title == long_name) return &option;
  }
  return nullptr;
}

Manual parse_manual(std::string_view text) { return Parser().parse(text); }

}  // namespace ku::docgen
