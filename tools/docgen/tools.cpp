#include "docgen/tools.hpp"

#include <fmt/core.h>

#include <sorani/normalizer.hpp>

#include "ku-count/options.hpp"
#include "ku-latin/options.hpp"
#include "ku-lid/options.hpp"
#include "ku-norm/options.hpp"
#include "ku-tok/options.hpp"

namespace ku::docgen {
namespace {

std::vector<Rule> normalizer_rules() {
  std::vector<Rule> rules;
  for (const sorani::RuleInfo& rule : sorani::Normalizer::all_rules()) {
    const std::string group =
        rule.profile == sorani::Profile::none ? "In no profile" : fmt::format("Profile {}", to_string(rule.profile));
    rules.push_back({group, std::string(rule.name), std::string(rule.description)});
  }
  return rules;
}

// An option table has references to its options, so these are static.

Tool ku_count() {
  static count::Options options;
  auto line = std::make_unique<CommandLine>("ku-count", count::kSummary);
  count::define_options(*line, options);
  return {"ku-count", std::move(line), {}};
}

Tool ku_latin() {
  static latin::Options options;
  auto line = std::make_unique<CommandLine>("ku-latin", latin::kSummary);
  latin::define_options(*line, options);
  return {"ku-latin", std::move(line), {}};
}

Tool ku_lid() {
  static lid::Options options;
  auto line = std::make_unique<CommandLine>("ku-lid", lid::kSummary);
  lid::define_options(*line, options);
  return {"ku-lid", std::move(line), {}};
}

Tool ku_norm() {
  static norm::Options options;
  auto line = std::make_unique<CommandLine>("ku-norm", norm::kSummary);
  norm::define_options(*line, options);
  return {"ku-norm", std::move(line), normalizer_rules()};
}

Tool ku_tok() {
  static tok::Options options;
  auto line = std::make_unique<CommandLine>("ku-tok", tok::kSummary);
  tok::define_options(*line, options);
  return {"ku-tok", std::move(line), {}};
}

}  // namespace

std::vector<Tool> all_tools() {
  std::vector<Tool> tools;
  tools.push_back(ku_count());
  tools.push_back(ku_latin());
  tools.push_back(ku_lid());
  tools.push_back(ku_norm());
  tools.push_back(ku_tok());
  return tools;
}

}  // namespace ku::docgen
