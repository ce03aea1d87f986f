#include <fmt/core.h>
#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <sorani/ngram_counter.hpp>
#include <sorani/normalizer.hpp>
#include <string>
#include <vector>

#include "count/naive_count.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"

namespace sorani::test {
namespace {

/// Random texts, options and limits of one case.
class Case {
 public:
  explicit Case(std::uint64_t seed) : engine_(seed), random_text_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }
  bool one_in(std::size_t number) { return below(number) == 0; }

  /// Some lines; few words, so that they come again.
  std::string text(char line_end) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 6; ++i) words.push_back(random_text_.text());
    std::string text;
    const std::size_t pieces = below(40);
    for (std::size_t i = 0; i < pieces; ++i) {
      static constexpr std::string_view kWords[] = {"کوردستان", "باش", "د. ",        "a\xCC\x81",       "\\",
                                                    "\t",       "\r",  "زمانەکەمان", "12:30",           "\xFF",
                                                    "🇮🇶🇮🇶🇮",    "،",   "e\xCC",      "وشەیەکی زۆر درێژ"};
      text += one_in(2) ? words[below(words.size())] : kWords[below(std::size(kWords))];
      if (one_in(3)) text += ' ';
      if (one_in(4)) text += line_end;
    }
    return text;
  }

  NgramOptions options() {
    NgramOptions options;
    options.unit = static_cast<NgramUnit>(below(4));
    options.line_end = one_in(5) ? '\0' : '\n';
    if (options.unit != NgramUnit::line) {
      options.min_n = static_cast<unsigned>(1 + below(one_in(3) ? kMaxNgramLength : 3));
      options.max_n = std::min(kMaxNgramLength, options.min_n + static_cast<unsigned>(below(4)));
    }
    if (options.unit == NgramUnit::word) {
      options.is_pretokenized = one_in(3);
      if (one_in(3)) options.kinds = TokenKinds::from_bits(static_cast<unsigned>(below(1u << kTokenKindCount)));
      if (one_in(4)) options.kinds = TokenKinds::all();
    }
    if (one_in(4)) options.fold = Normalizer::profiles()[below(Normalizer::profiles().size())];
    return options;
  }

  /// From hardly any memory to more than is needed.
  NgramStorage storage() {
    static constexpr std::size_t kSizes[] = {0, 4096, 20'000, 60'000, 200'000, 1'000'000};
    return {kSizes[below(std::size(kSizes))], ::testing::TempDir()};
  }

  NgramSelection selection() {
    NgramSelection selection;
    selection.order = one_in(2) ? NgramOrder::count : NgramOrder::key;
    if (one_in(3)) selection.min_count = 1 + below(4);
    if (one_in(3)) selection.top = 1 + below(20);
    return selection;
  }

  /// Hands a text over in pieces that end at line ends.
  void add(std::string_view text, char line_end, NgramCounter& counter) {
    while (!text.empty()) {
      const std::size_t end = text.find(line_end, below(text.size()));
      const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
      counter.add(text.substr(0, size));
      text.remove_prefix(size);
    }
  }

 private:
  std::mt19937_64 engine_;
  RandomText random_text_;
};

std::string shown(const CountList& list) {
  std::string out;
  for (const auto& [ngram, count] : list) out += fmt::format("{} {}\n", escaped(ngram), count);
  return out;
}

TEST(NgramCounter, CountsWhatIsThere) {
  const std::size_t runs = property_runs(1500);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    Case random(case_seed(i));
    const NgramOptions options = random.options();
    const std::string text = random.text(options.line_end);
    const NgramSelection selection = random.selection();
    NgramCounter counter(options, random.storage());
    random.add(text, options.line_end, counter);
    EXPECT_EQ(shown(list_of(counter.rows(selection))), shown(naive_selection(naive_count(text, options), selection)))
        << "seed " << case_seed(i) << ", text " << escaped(text) << ", n " << options.min_n << "-" << options.max_n
        << ", unit " << static_cast<int>(options.unit) << ", fold " << (options.fold ? to_string(*options.fold) : "no");
  }
}

/// A long text of many words, of which some are frequent and most are rare, and many begin as others do.
std::string long_text(Case& random) {
  static constexpr std::string_view kLetters[] = {"ا", "ن", "و", "ە", "ک", "ی", "ر", "a", "Z"};
  const std::size_t letters = 2 + random.below(std::size(kLetters) - 1);
  const std::size_t longest = 4 + random.below(24);
  std::vector<std::string> words(1 + random.below(12'000));
  for (std::string& word : words) {
    for (std::size_t left = 1 + random.below(longest); left > 0; --left) word += kLetters[random.below(letters)];
  }
  std::string text;
  for (std::size_t left = random.below(25'000); left > 0; --left) {
    text += words[random.below(1 + random.below(words.size()))];
    text += random.one_in(10) ? '\n' : ' ';
  }
  return text;
}

TEST(NgramCounter, CountsManyTypes) {
  const std::size_t runs = property_runs(30);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    Case random(case_seed(i));
    NgramOptions options;
    options.min_n = static_cast<unsigned>(1 + random.below(3));
    options.max_n = options.min_n + static_cast<unsigned>(random.below(3));
    options.is_pretokenized = random.one_in(3);
    static constexpr std::size_t kSizes[] = {200'000, 2'000'000, 64'000'000};
    const NgramStorage storage{kSizes[random.below(std::size(kSizes))], ::testing::TempDir()};
    const NgramSelection selection = random.selection();
    const std::string text = long_text(random);
    NgramCounter counter(options, storage);
    random.add(text, options.line_end, counter);
    EXPECT_EQ(list_of(counter.rows(selection)) == naive_selection(naive_count(text, options), selection), true)
        << "seed " << case_seed(i);
  }
}

// Whatever the text holds, a key holds nothing that ends it or its row.
TEST(NgramCounter, KeysHoldNoTabsAndLineEnds) {
  const std::size_t runs = property_runs(400);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    Case random(case_seed(i));
    const NgramOptions options = random.options();
    NgramCounter counter(options);
    counter.add(random.text(options.line_end) + "\ta\t\n\tb\r\n\\t");
    for (const auto& [ngram, count] : list_of(counter.rows())) {
      EXPECT_EQ(ngram.find_first_of("\t\n\r"), std::string::npos) << case_seed(i) << ' ' << escaped(ngram);
      if (options.unit == NgramUnit::word) {
        EXPECT_EQ(std::count(ngram.begin(), ngram.end(), ' ') + 1 >= options.min_n, true) << escaped(ngram);
      }
    }
  }
}

/// Joins lists of rows by merging, in any order and grouping.
NgramRows merged(Case& random, std::vector<NgramRows> parts, const NgramStorage& storage) {
  while (parts.size() > 1) {
    std::vector<NgramRows> some;
    const std::size_t size = 1 + random.below(parts.size());
    for (std::size_t i = 0; i < size; ++i) {
      std::swap(parts[random.below(parts.size())], parts.back());
      some.push_back(std::move(parts.back()));
      parts.pop_back();
    }
    const auto next = [&]() -> std::optional<NgramRows> {
      if (some.empty()) return std::nullopt;
      auto source = std::move(some.back());
      some.pop_back();
      return source;
    };
    parts.push_back(random.one_in(2) ? merge_rows(next, 2 + random.below(3), storage) : merge_rows(std::move(some)));
  }
  return std::move(parts.front());
}

TEST(NgramCounter, ShardsMakeTheWhole) {
  const std::size_t runs = property_runs(600);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    Case random(case_seed(i));
    const NgramOptions options = random.options();
    const NgramStorage storage = random.storage();
    const NgramSelection selection = random.selection();
    std::string whole;
    std::vector<NgramCounter> counters;
    std::vector<NgramRows> parts;
    const std::size_t shards = 1 + random.below(9);
    counters.reserve(shards);
    for (std::size_t k = 0; k < shards; ++k) {
      std::string text = random.text(options.line_end);
      if (!text.empty() && text.back() != options.line_end) text += options.line_end;
      whole += text;
      counters.emplace_back(options, storage);
      random.add(text, options.line_end, counters.back());
    }
    parts.reserve(shards);
    for (NgramCounter& counter : counters) {
      const bool is_absorbed = &counter != &counters.front() && random.one_in(2) && counters.front().absorb(counter);
      if (!is_absorbed && &counter != &counters.front()) parts.push_back(counter.rows({NgramOrder::key}));
    }
    parts.push_back(counters.front().rows({NgramOrder::key}));
    auto rows = select_rows(merged(random, std::move(parts), storage), selection, storage);
    EXPECT_EQ(shown(list_of(std::move(rows))), shown(naive_selection(naive_count(whole, options), selection)))
        << case_seed(i);
  }
}

}  // namespace
}  // namespace sorani::test
