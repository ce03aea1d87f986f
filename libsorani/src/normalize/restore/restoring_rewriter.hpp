#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/fragment.hpp>
#include <sorani/normalizer.hpp>

#include "normalize/restore/restorer.hpp"
#include "normalize/rewriter.hpp"

namespace sorani::normalize::restore {

/// Restores lines, then rewrites them by rules.
///
/// The result must be a fixed point: restoring and rewriting it again must not change it. A line with Kurdish letters
/// is one, since it is not restored, and the rules have been applied. Almost every restored line has them. For others
/// the first fixed point of these is the result, where R restores and N applies the rules:
///   N(R(line)), N(line), N(R(N(line)))
/// and N(line) if there is none. Lines that are fixed points themselves stay, as each of these lines does when it is
/// given again: for N(R(line)) and N(R(N(line))) by definition; N(line) is its own N, so if it is no fixed point then
/// the line N(line) has the same third candidate as the line itself, and is the result again.
class RestoringRewriter {
 public:
  /// `min_probability`: see `Restorer`.
  RestoringRewriter(Rewriter& rewriter, double min_probability);

  /// As `Rewriter::run`.
  void run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink);

 private:
  enum class Way { restored, rewritten, rewritten_then_restored };
  using OffsetMap = std::function<std::size_t(std::size_t)>;

  void rewrite_lines(std::string_view text, std::size_t begin, std::size_t end, std::string& out, Fragment fragment,
                     const ChangeSink* sink);
  void run_line(std::string_view line, std::size_t offset, std::string& out, Fragment fragment, const ChangeSink* sink);
  Way find_way(std::string_view line, Fragment fragment, std::string& result);
  bool is_fixed_point(std::string_view line, Fragment fragment);
  void restore_and_rewrite(std::string_view line, Fragment fragment, std::string& out);
  void explain(std::string_view line, Fragment fragment, const OffsetMap& origin, const ChangeSink& sink);

  Rewriter& rewriter_;
  Restorer restorer_;
  // Buffers.
  std::string restored_;
  std::string again_;
  std::string result_;
  std::string rewritten_;
  std::vector<Replacement> replacements_;
};

}  // namespace sorani::normalize::restore
