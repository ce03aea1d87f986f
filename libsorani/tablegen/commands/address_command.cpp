#include <filesystem>
#include <string>
#include <vector>

#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "tsv.hpp"

namespace tablegen {

void address_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  const TsvFile file(data / "top-level-domains.tsv", {"domain", "source"});
  CppWriter out(arguments[1], "top-level-domains.tsv", "address/generated.hpp", "sorani::address");
  std::vector<std::string> items;
  std::string previous;
  for (const TsvRow& row : file.rows()) {
    const std::string& domain = row["domain"];
    if (domain <= previous) row.fail("not in the order of bytes");
    if (row["source"].empty()) row.fail("no source");
    if (domain.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) row.fail("not in lower case");
    items.push_back(string_literal(domain));
    previous = domain;
  }
  out.list("std::string_view", "top_level_domains", items);
  out.finish();
}

}  // namespace tablegen
