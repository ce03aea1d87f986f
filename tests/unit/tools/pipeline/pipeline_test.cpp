#include "common/pipeline/pipeline.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "common/text/record_ends.hpp"
#include "support/temporary_directory.hpp"

namespace ku {
namespace {

/// Copies its input and counts lines.
class CopyWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& report) override {
    out = chunk.text;
    lines_ += count_byte(chunk.text, '\n');
    if (chunk.text.find("stop") != std::string_view::npos) report.stop();
  }
  std::uint64_t lines() const { return lines_; }

 private:
  std::uint64_t lines_ = 0;
};

TEST(WorkerPool, LendsEachWorkerToOneThreadAtATime) {
  int made = 0;
  WorkerPool<CopyWorker> pool([&] {
    ++made;
    return std::make_unique<CopyWorker>();
  });
  Worker& first = pool.acquire();
  Worker& second = pool.acquire();
  EXPECT_NE(&first, &second);
  pool.release(first);
  EXPECT_EQ(&pool.acquire(), &first);
  EXPECT_EQ(made, 2);
  EXPECT_EQ(pool.all().size(), 2U);
}

/// Runs copies of a text of many lines through the pipeline.
class PipelineTest : public testing::TestWithParam<unsigned> {
 protected:
  PipelineResult run(std::string_view text, PipelineOptions options) {
    Input input({directory_.write("in", text).string()}, {.source = {}, .chunk_size = 50});
    Diagnostics diagnostics("ku-test");
    Progress progress(ProgressMode::never, {}, diagnostics);
    options.jobs = GetParam();
    return run_pipeline(
        input, workers_, [&](const PipelineItem& item) { out_ += item.out; }, diagnostics, progress, options);
  }
  std::uint64_t lines() const {
    std::uint64_t total = 0;
    for (const auto& worker : workers_.all()) total += worker->lines();
    return total;
  }

  WorkerPool<CopyWorker> workers_{[] { return std::make_unique<CopyWorker>(); }};
  std::string out_;

 private:
  sorani::test::TemporaryDirectory directory_;
};

TEST_P(PipelineTest, KeepsTheOrder) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += std::to_string(i) + '\n';
  const PipelineResult result = run(text, {.compare = true});
  EXPECT_EQ(out_, text);
  EXPECT_EQ(lines(), 1000U);
  EXPECT_LE(workers_.all().size(), GetParam());
  EXPECT_FALSE(result.has_failed);
  EXPECT_FALSE(result.is_changed);
}

TEST_P(PipelineTest, StopsAfterTheChunkOfTheWorkerThatSaysSo) {
  std::string text = "stop\n";
  for (int i = 0; i < 1000; ++i) text += "after\n";
  run(text, {});
  EXPECT_EQ(out_, text.substr(0, out_.size()));
  EXPECT_LE(out_.size(), 50U);
}

TEST_P(PipelineTest, CountsRepairs) {
  const PipelineResult result = run("a\xFFz\nb\xFF\n", {.invalid = Invalid::replace, .compare = true});
  EXPECT_EQ(result.repairs, 2U);
  EXPECT_TRUE(result.is_changed);
  EXPECT_EQ(out_, "a\uFFFDz\nb\uFFFD\n");
}

TEST_P(PipelineTest, EndsAtAFault) {
  testing::internal::CaptureStderr();
  const PipelineResult result = run("one\ntwo\xFF\nthree\n", {});
  const std::string messages = testing::internal::GetCapturedStderr();
  EXPECT_NE(messages.find(":2:4: ill-formed UTF-8"), std::string::npos) << messages;
  EXPECT_TRUE(result.has_failed);
  EXPECT_EQ(out_, "one\n");
}

INSTANTIATE_TEST_SUITE_P(Jobs, PipelineTest, testing::Values(1U, 4U));

TEST(ProgressLine, ShowsShareSpeedAndTime) {
  EXPECT_EQ(progress_line(50'000'000, 100'000'000, 1), " 50% [===============               ] 50 MB/s  0:01 left");
  EXPECT_EQ(progress_line(0, 0, 0), "100% [==============================] 0 MB/s  0:00 left");
  EXPECT_EQ(progress_line(1'500'000, std::nullopt, 75), "1.5 MB  0 MB/s  1:15");
  EXPECT_EQ(progress_line(1'000'000, 5'000'000'000, 1), "  0% [                              ] 1 MB/s  1:23:19 left");
}

}  // namespace
}  // namespace ku
