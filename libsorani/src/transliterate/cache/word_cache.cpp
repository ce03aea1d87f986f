#include "transliterate/cache/word_cache.hpp"

#include <utility>

namespace sorani::transliterate {

WordCache::WordCache(std::shared_ptr<SharedWordTable> words) : words_(std::move(words)), table_(words_->get()) {}

std::string_view WordCache::find_in_table(std::string_view word, const Location& location) {
  const std::string_view value = table_->find(word);
  if (value.data() != nullptr) first_level_.store(word, location, value);
  return value;
}

void WordCache::insert(std::string_view word, std::string_view value) {
  if (word.empty() || word.size() > WordTable::kMaxBytes || value.size() > WordTable::kMaxBytes) return;
  while (!table_->insert(word, value)) table_ = words_->replace(table_);
}

}  // namespace sorani::transliterate
