#include <sorani/normalizer.hpp>

#include <array>
#include <optional>

#include "normalize/program.hpp"
#include "normalize/restore/restoring_rewriter.hpp"
#include "normalize/restore/suggester.hpp"
#include "normalize/rewriter.hpp"

namespace sorani {
inline namespace v0 {
struct Normalizer::Impl {
  explicit Impl(std::shared_ptr<const normalize::Program> shared) : program(std::move(shared)), rewriter(*program) {
    if (program->restore) restorer.emplace(rewriter, program->min_confidence);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink) {
    if (restorer) {
      restorer->run(text, out, fragment, sink);
    } else {
      rewriter.run(text, out, fragment, sink);
    }
  }

  std::shared_ptr<const normalize::Program> program;
  normalize::Rewriter rewriter;
  std::optional<normalize::restore::RestoringRewriter> restorer;
  std::optional<normalize::restore::Suggester> suggester;  // made when first asked
};

Normalizer::Normalizer(const NormalizerOptions& options)
    : impl_(std::make_unique<Impl>(std::make_shared<const normalize::Program>(options))) {}

Normalizer::Normalizer(const Normalizer& other) : impl_(std::make_unique<Impl>(other.impl_->program)) {}

Normalizer::Normalizer(Normalizer&&) noexcept = default;

Normalizer& Normalizer::operator=(const Normalizer& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(other.impl_->program);
  return *this;
}

Normalizer& Normalizer::operator=(Normalizer&&) noexcept = default;

Normalizer::~Normalizer() = default;

void Normalizer::append(std::string_view text, std::string& out, Fragment fragment) {
  impl_->run(text, out, fragment, nullptr);
}

std::string Normalizer::operator()(std::string_view text) {
  std::string out;
  append(text, out);
  return out;
}

void Normalizer::explain(std::string_view text, std::string& out, const ChangeSink& sink, Fragment fragment) {
  impl_->run(text, out, fragment, &sink);
}

void Normalizer::suggest(std::string_view text, std::size_t count, const SuggestionSink& sink) {
  if (!impl_->suggester) impl_->suggester.emplace(impl_->rewriter);
  impl_->suggester->run(text, count, sink);
}

std::vector<std::string_view> Normalizer::active_rules() const {
  std::vector<std::string_view> names;
  const auto rows = normalize::rule_rows();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (impl_->program->rules.active(static_cast<std::uint16_t>(r))) names.push_back(rows[r].name);
  }
  return names;
}

std::span<const RuleInfo> Normalizer::all_rules() {
  static const std::vector<RuleInfo> rules = [] {
    std::vector<RuleInfo> list;
    for (const normalize::RuleRow& row : normalize::rule_rows()) {
      const Profile profile = profile_of(row.profile).value_or(Profile::none);
      list.push_back({row.name, profile, row.description, row.before, row.after, row.source, row.note});
    }
    return list;
  }();
  return rules;
}

std::span<const Profile> Normalizer::profiles() {
  static constexpr std::array kProfiles{Profile::encoding, Profile::standard, Profile::orthography, Profile::search};
  return kProfiles;
}

std::span<const std::string_view> Normalizer::fonts() { return normalize::font_names(); }

}  // namespace v0
}  // namespace sorani
