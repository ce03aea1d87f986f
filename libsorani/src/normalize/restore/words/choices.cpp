#include "normalize/restore/words/choices.hpp"

#include <algorithm>

namespace sorani::normalize::restore {

void Choices::add(const Choice& choice) noexcept {
  if (choice.cost > worst()) return;
  std::size_t at = 0;
  while (at < size_ && choices_[at].letters.view() != choice.letters.view()) ++at;
  if (at < size_ && choices_[at].cost <= choice.cost) return;
  if (at == size_) {
    if (size_ < limit_) {
      ++size_;
    } else {
      --at;
    }
  }
  while (at > 0 && choices_[at - 1].cost > choice.cost) {
    choices_[at] = choices_[at - 1];
    --at;
  }
  choices_[at] = choice;
  while (choices_[size_ - 1].cost > choices_[0].cost + margin_) --size_;
}

}  // namespace sorani::normalize::restore
