#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct UCollator;

namespace sorani::count {

/// The order of Kurdish dictionaries: Unicode's default collation, tailored to the order of the alphabet
/// (`script::alphabet`). A look-alike (`script::look_alikes`) sorts right after the letter that it is typed for.
class AlphabetOrder {
 public:
  AlphabetOrder();

  /// Appends a sort key: sort keys compare by bytes as their texts compare in this order. It contains no NUL.
  void append_sort_key(std::string_view text, std::string& out);

 private:
  struct Close {
    void operator()(UCollator* collator) const noexcept;
  };

  std::unique_ptr<UCollator, Close> collator_;
  std::vector<char16_t> text_;
};

/// The tailoring of Unicode's default collation to the alphabet, in ICU's rule syntax.
std::u16string alphabet_rules();

}  // namespace sorani::count
