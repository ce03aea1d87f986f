#include "normalize/hooks/canonical.hpp"

#include <algorithm>
#include <string>

#include "normalize/rules/rule_set.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Marks after one starter that are put in order. Longer runs are noise, and ordering them would take quadratic time,
/// as each mark is ordered when it is pushed; further marks stay where they are.
constexpr std::size_t kMaxMarks = 32;

/// Unicode Standard, section 3.11: decompose the starter (it may have been composed with a mark that comes later in
/// canonical order), order the marks by combining class, then compose each with the starter unless it is blocked.
void canonicalize(std::u32string& run) {
  if (const auto parts = utf8::canonical_decomposition(run[0]); !parts.empty()) run.replace(0, 1, parts);
  const auto by_class = [](char32_t a, char32_t b) { return utf8::combining_class(a) < utf8::combining_class(b); };
  std::stable_sort(run.begin() + 1, run.end(), by_class);
  std::size_t kept = 1;
  std::uint8_t last_class = 0;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const std::uint8_t mark_class = utf8::combining_class(run[i]);
    const bool blocked = kept > 1 && last_class >= mark_class;
    if (const auto joined = utf8::compose(run[0], run[i]); joined && !blocked) {
      run[0] = *joined;
    } else {
      run[kept++] = run[i];
      last_class = mark_class;
    }
  }
  run.resize(kept);
}

}  // namespace

bool order_marks(OutputTail& tail, char32_t mark, std::uint16_t rule) {
  const std::string_view text = tail.written();
  const std::uint8_t mark_class = utf8::combining_class(mark);
  const bool composes = utf8::nfc_maybe(mark);
  if (mark_class == 0 && !composes) return false;
  if (!composes) {  // nearly every mark is the only one on its letter, or in order already
    const std::size_t end = text.size() - utf8::decode_before(text, text.size()).length;
    if (end == 0 || utf8::combining_class(utf8::decode_before(text, end).value) <= mark_class) return false;
  }

  std::u32string run;
  std::size_t start = text.size();
  while (start > 0) {
    const utf8::Decoded before = utf8::decode_before(text, start);
    start -= before.length;
    run += before.value;
    if (utf8::combining_class(before.value) == 0 && run.size() > 1) break;
    if (run.size() > 1 && mark_class == 0) return false;  // a starter composes only with the character before it
    if (run.size() > kMaxMarks) return false;
  }
  // At the start of the text, marks apply to the line end or space before it.
  const bool bare = utf8::combining_class(run.back()) != 0;
  if (bare) run += U'\n';
  std::reverse(run.begin(), run.end());

  std::u32string result = run;
  canonicalize(result);
  if (result == run) return false;
  if (bare || script::is(run[0], script::kLineEnd)) {  // never change the line end itself
    result.erase(0, 1);
    if (!bare) ++start;
  }
  tail.replace_tail(start, result, kNoBoundary, rule_name(rule));
  return true;
}

}  // namespace sorani::normalize
