#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <optional>
#include <sorani/error.hpp>
#include <sorani/ngram_counter.hpp>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "support/list_rows.hpp"

namespace sorani {
namespace {

using test::GivenRows;
using test::List;
using test::list_of;

/// Counts how many of these sources there are.
class CountedRows : public GivenRows {
 public:
  CountedRows(List list, int& alive) : GivenRows(std::move(list)), alive_(alive) {}
  ~CountedRows() override { --alive_; }
  CountedRows(const CountedRows&) = delete;
  CountedRows& operator=(const CountedRows&) = delete;

 private:
  int& alive_;
};

std::vector<NgramRows> given(const std::vector<List>& lists) {
  std::vector<NgramRows> rows;
  for (const List& list : lists) rows.push_back(std::make_unique<GivenRows>(list));
  return rows;
}

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

TEST(NgramCounter, CountsWords) {
  NgramCounter counter;
  counter.add("نان و ئاو، نان\nو");
  EXPECT_EQ(list_of(counter.rows()), (List{{"نان", 2}, {"و", 2}, {"ئاو", 1}}));
}

TEST(NgramCounter, GoesOnWithALineInPieces) {
  NgramCounter counter({.min_n = 2, .max_n = 2}, {.memory = 0});
  counter.add("یەک دوو ", Fragment::first);
  counter.add("سێ ", Fragment::middle);
  counter.add("چوار\nپێنج شەش", Fragment::last);
  EXPECT_EQ(list_of(counter.rows({NgramOrder::key})),
            (List{{"دوو سێ", 1}, {"سێ چوار", 1}, {"پێنج شەش", 1}, {"یەک دوو", 1}}));
}

TEST(NgramCounter, RefusesWhatDoesNotFit) {
  EXPECT_THROW(NgramCounter({.min_n = 0}), Error);
  EXPECT_THROW(NgramCounter({.min_n = 3, .max_n = 2}), Error);
  EXPECT_THROW(NgramCounter({.max_n = kMaxNgramLength + 1}), Error);
  EXPECT_THROW(NgramCounter({.unit = NgramUnit::line, .max_n = 2}), Error);
  EXPECT_THROW(NgramCounter({.unit = NgramUnit::character, .is_pretokenized = true}), Error);
  EXPECT_THROW(NgramCounter({.fold = static_cast<Profile>(9)}), Error);
}

TEST(NgramCounter, GathersStatistics) {
  NgramCounter counter({.with_statistics = true});
  counter.add("كورد و x\n\nنان");
  EXPECT_EQ(counter.statistics().lines, 3u);
  EXPECT_EQ(counter.statistics().characters, 11u);
  EXPECT_EQ(counter.statistics().foreign_letters, 2u);
  EXPECT_EQ(counter.statistics().longest_line, 3u);
}

TEST(NgramCounter, SaysWhereTemporaryFilesCannotBeWritten) {
  NgramCounter counter({}, {.memory = 0, .directory = "/no/such/folder"});
  try {
    for (int i = 0; i < 10; ++i) counter.add("یەک دوو سێ\n");
    FAIL() << "nothing was thrown";
  } catch (const std::system_error& error) {
    EXPECT_EQ(std::string(error.what()), "/no/such/folder: cannot create a temporary file: No such file or directory");
  }
}

TEST(NgramRows, HaveNoRowsWithoutASource) {
  NgramRows none;
  EXPECT_FALSE(none.next());
  NgramRows first = std::make_unique<GivenRows>(List{{"a", 3}});
  NgramRows second = std::move(first);
  EXPECT_FALSE(first.next());  // NOLINT(bugprone-use-after-move): what the header promises
  ASSERT_TRUE(second.next());
  EXPECT_EQ(second.ngram(), "a");
  EXPECT_EQ(second.count(), 3u);
  EXPECT_EQ(second.place(), "given:1: ");
  EXPECT_FALSE(second.next());
}

TEST(MergeRows, AddsCountsOfTheSameKey) {
  auto rows = merge_rows(given({{{"a", 1}, {"c", 2}}, {}, {{"", 1}, {"a", 4}, {"ab", 1}}, {{"c", 1}}}));
  EXPECT_EQ(list_of(std::move(rows)), (List{{"", 1}, {"a", 5}, {"ab", 1}, {"c", 3}}));
  EXPECT_EQ(list_of(merge_rows({})), List());
}

TEST(MergeRows, RefusesSumsThatNoCountHolds) {
  auto fits = merge_rows(given({{{"a", kMost - 1}}, {{"a", 1}}}));
  EXPECT_EQ(list_of(std::move(fits)), (List{{"a", kMost}}));
  auto rows = merge_rows(given({{{"a", kMost}}, {{"a", 1}}}));
  EXPECT_THROW(rows.next(), std::overflow_error);
}

// Counts that need more than 32 bits are sorted like all others.
TEST(SelectRows, SortsHugeCounts) {
  const List list{
      {"a", 1}, {"b", kMost}, {"c", std::uint64_t{1} << 32}, {"d", (std::uint64_t{1} << 32) - 1}, {"e", kMost}};
  for (const std::size_t memory : {0u, 1u << 20}) {
    auto rows = select_rows(std::make_unique<GivenRows>(list), {}, {.memory = memory});
    EXPECT_EQ(
        list_of(std::move(rows)),
        (List{
            {"b", kMost}, {"e", kMost}, {"c", std::uint64_t{1} << 32}, {"d", (std::uint64_t{1} << 32) - 1}, {"a", 1}}));
  }
}

// No counter gives a row that counts nothing, but others may.
TEST(SelectRows, SortsSmallCounts) {
  List list;
  for (std::uint64_t i = 0; i < 30; ++i) list.emplace_back(std::string(1, static_cast<char>('A' + i)), i);
  List sorted(list.rbegin(), list.rend());
  for (const std::uint64_t min_count : {0u, 1u}) {
    if (min_count > 0) sorted.pop_back();
    for (const std::size_t memory : {0u, 1u << 20}) {
      auto rows = select_rows(std::make_unique<GivenRows>(list), {.min_count = min_count}, {.memory = memory});
      EXPECT_EQ(list_of(std::move(rows)), sorted);
    }
  }
}

TEST(SelectRows, SortsByTheAlphabet) {
  const List list{{"ژ", 1}, {"ڕ", 1}, {"ڕ ژ", 1}, {"ر", 1}, {"ز", 1}};
  for (const std::size_t memory : {0u, 1u << 20}) {
    auto rows = select_rows(std::make_unique<GivenRows>(list), {NgramOrder::alphabet}, {.memory = memory});
    EXPECT_EQ(list_of(std::move(rows)), (List{{"ر", 1}, {"ڕ", 1}, {"ڕ ژ", 1}, {"ز", 1}, {"ژ", 1}}));
  }
}

// A few bytes of memory make a run of every row, so runs of runs of runs have to be merged.
TEST(SelectRows, SortsAnyNumberOfRows) {
  List list;
  for (int i = 10'000; i < 13'000; ++i) list.emplace_back(std::to_string(i), static_cast<std::uint64_t>(i) << (i % 40));
  auto sorted = select_rows(std::make_unique<GivenRows>(list), {NgramOrder::alphabet}, {.memory = 0});
  EXPECT_EQ(list_of(std::move(sorted)), list);
}

// However few may be there at the same time, and however little memory there is.
TEST(MergeRows, AddsUpAnyNumberOfSources) {
  for (const int sources : {0, 1, 2, 3, 8, 100, 1000}) {
    for (const std::size_t at_once : {0u, 2u, 3u, 64u}) {
      int made = 0;
      int alive = 0;
      const auto next = [&]() -> std::optional<NgramRows> {
        if (made == sources) return std::nullopt;
        ++made;
        EXPECT_LE(++alive, std::max<int>(static_cast<int>(at_once), 2));
        return std::make_unique<CountedRows>(List{{std::to_string(made % 10), 2}, {"a", 1}}, alive);
      };
      auto rows = merge_rows(next, at_once, {.memory = 0});
      std::uint64_t total = 0;
      while (rows.next()) total += rows.count();
      EXPECT_EQ(total, 3U * static_cast<unsigned>(sources));
    }
  }
}

// Calls that the header forbids.

TEST(NgramCounterMisuse, TextAfterTheEnd) {
  NgramCounter finished;
  finished.add("نان");
  finished.finish();
  EXPECT_THROW(finished.add("ئاو"), std::logic_error);
  NgramCounter asked;
  asked.add("نان");
  auto rows = asked.rows();
  EXPECT_THROW(asked.add("ئاو"), std::logic_error);
  EXPECT_EQ(list_of(std::move(rows)), (List{{"نان", 1}}));
  NgramCounter ours, theirs;
  theirs.add("نان");
  ASSERT_TRUE(ours.absorb(theirs));
  EXPECT_THROW(ours.add("ئاو"), std::logic_error);
  EXPECT_THROW(theirs.add("ئاو"), std::logic_error);
  EXPECT_EQ(list_of(ours.rows()), (List{{"نان", 1}}));
}

TEST(NgramCounterMisuse, PartsOfLinesAsLines) {
  NgramCounter lines({.unit = NgramUnit::line});
  lines.add("نان\n");
  for (const Fragment part : {Fragment::first, Fragment::middle, Fragment::last}) {
    EXPECT_THROW(lines.add("نان", part), std::logic_error);
  }
  EXPECT_EQ(list_of(lines.rows()), (List{{"نان", 1}}));
}

TEST(NgramCounterMisuse, RowsTwice) {
  NgramCounter counter;
  counter.add("نان");
  auto rows = counter.rows();
  EXPECT_THROW(counter.rows(), std::logic_error);
  EXPECT_EQ(list_of(std::move(rows)), (List{{"نان", 1}}));
}

TEST(NgramCounterMisuse, RowsOfAnotherSelection) {
  NgramCounter counter;
  counter.add("نان نان ئاو");
  counter.finish({NgramOrder::key});
  counter.finish({NgramOrder::key});
  EXPECT_THROW(counter.finish({NgramOrder::count}), std::logic_error);
  EXPECT_THROW(counter.rows({NgramOrder::key, 2}), std::logic_error);
  EXPECT_EQ(list_of(counter.rows({NgramOrder::key})), (List{{"ئاو", 1}, {"نان", 2}}));
}

TEST(NgramCounterMisuse, CountersThatDoNotFit) {
  NgramCounter words;
  words.add("نان");
  EXPECT_THROW(words.absorb(words), std::logic_error);
  NgramCounter pairs({.max_n = 2}), characters({.unit = NgramUnit::character}), folded({.fold = Profile::search});
  NgramCounter records({.line_end = '\0'}), all({.kinds = TokenKinds::all()});
  for (NgramCounter* const other : {&pairs, &characters, &folded, &records, &all}) {
    EXPECT_THROW(words.absorb(*other), std::logic_error);
    EXPECT_THROW(other->absorb(words), std::logic_error);
  }
  NgramCounter finished;
  finished.finish();
  EXPECT_THROW(words.absorb(finished), std::logic_error);
  EXPECT_THROW(finished.absorb(words), std::logic_error);
  EXPECT_EQ(list_of(words.rows()), (List{{"نان", 1}}));
}

TEST(NgramCounterMisuse, OptionsThatDoNotFit) {
  EXPECT_THROW(NgramCounter({.min_n = 0}), Error);
  EXPECT_THROW(NgramCounter({.min_n = 3, .max_n = 2}), Error);
  EXPECT_THROW(NgramCounter({.max_n = kMaxNgramLength + 1}), Error);
  EXPECT_THROW(NgramCounter({.unit = NgramUnit::line, .max_n = 2}), Error);
  EXPECT_THROW(NgramCounter({.unit = NgramUnit::line, .is_pretokenized = true}), Error);
  EXPECT_THROW(NgramCounter({.unit = NgramUnit::line, .fold = static_cast<Profile>(5)}), Error);
}

TEST(UnescapedNgram, TakesBackslashesAway) {
  EXPECT_EQ(unescaped_ngram("a\\tb\\\\n\\n\\r"), "a\tb\\n\n\r");
  EXPECT_EQ(unescaped_ngram("\\x\\"), "\\x\\");
}

}  // namespace
}  // namespace sorani
