#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct UCollator;

namespace sorani::count {

/// The order of Kurdish dictionaries: that of the alphabet (`script::alphabet`), with everything else where Unicode's
/// default collation has it. What is typed for a letter (`script::look_alikes`) stands next to that letter.
class AlphabetOrder {
 public:
  AlphabetOrder();

  /// Appends bytes that compare as the texts do, without a NUL.
  void append_sort_key(std::string_view text, std::string& out);

 private:
  struct Close {
    void operator()(UCollator* collator) const noexcept;
  };

  std::unique_ptr<UCollator, Close> collator_;
  std::vector<char16_t> text_;
};

/// The rules, as ICU takes them, that make of Unicode's default collation the order of the alphabet.
std::u16string alphabet_rules();

}  // namespace sorani::count
