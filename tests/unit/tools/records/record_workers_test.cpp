#include "common/records/record_workers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common/records/json/pointer.hpp"
#include "common/records/value_writer.hpp"

namespace ku {
namespace {

/// Writes the text in capitals, and notes what it was given.
class CapitalWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& /*report*/) override {
    for (const char c : chunk.text) out += c == '|' ? '\n' : c == '&' ? '\t' : static_cast<char>(std::toupper(c));
    given.push_back(std::string(chunk.field) + ":" + std::to_string(chunk.first_line) + ":" + std::string(chunk.text) +
                    ":" + std::string(chunk.record) + (chunk.is_repaired ? " repaired" : ""));
  }
  std::vector<std::string> given;
};

struct Result {
  std::string out;
  std::vector<std::string> given;
  std::uint64_t repairs = 0;
};

RecordOptions fields(const std::vector<std::string>& names) {
  RecordOptions options;
  for (const std::string& name : names) options.fields.push_back(parse_field(name).value());
  return options;
}

RecordOptions columns(std::string_view list) {
  RecordOptions options;
  options.columns = parse_columns(list).value();
  return options;
}

template <typename W>
Result process(const RecordOptions& options, std::string_view text, Invalid invalid = Invalid::fail) {
  WorkerPool<W> pool([] { return std::make_unique<W>(); });
  RecordWorkers workers(options, invalid, pool);
  std::string padded(text);
  padded.append(kTextPadding, ' ');
  Chunk chunk;
  chunk.text = std::string_view(padded).substr(0, text.size());
  chunk.first_line = 5;
  std::vector<Value> values;
  const auto error = workers.find_values(chunk, true, values);
  if (error) return {std::to_string(error->offset) + ": " + error->message, {}};
  chunk.values = values;
  Report report;
  Result result;
  Worker& worker = workers.acquire();
  worker.process(chunk, result.out, report);
  workers.release(worker);
  if constexpr (std::is_same_v<W, CapitalWorker>) result.given = pool.all().front()->given;
  result.repairs = report.repairs();
  return result;
}

Result process(const RecordOptions& options, std::string_view text, Invalid invalid = Invalid::fail) {
  return process<CapitalWorker>(options, text, invalid);
}

TEST(RecordWorkers, ReplaceValuesAndNothingElse) {
  EXPECT_EQ(process(fields({"text", "/m/t"}),
                    "{ \"text\" : \"a\\/b\",\t\"n\":1.50,\"m\":{\"t\":[\"x\",1]},\"text\":\"1\\/2\"}\r\n\n{}")
                .out,
            "{ \"text\" : \"A/B\",\t\"n\":1.50,\"m\":{\"t\":[\"X\",1]},\"text\":\"1\\/2\"}\r\n\n{}");
}

TEST(RecordWorkers, TellTheWorkerWhereAValueIs) {
  EXPECT_EQ(process(fields({"list", "/m/t"}), "\n{\"list\":[1,\"a\"],\"m\":{\"t\":\"b\\nc\"}}\n").given,
            (std::vector<std::string>{"/list/1:6:a:", "/m/t:6:b\nc:"}));
  EXPECT_EQ(process(fields({"l", "/l/1/0"}), R"({"l":["a",[["b"],"c",{"l":"x"},[["d"]]],"e"],"m":["x"]})").given,
            (std::vector<std::string>{"/l/0:5:a:", "/l/1/0/0:5:b:", "/l/1/1:5:c:", "/l/1/3/0/0:5:d:", "/l/2:5:e:"}));
  EXPECT_EQ(process(columns("2"), "a\tb\nc\td\n").given, (std::vector<std::string>{"2:5:b:", "2:6:d:"}));
}

TEST(RecordWorkers, SkipAByteOrderMark) {
  EXPECT_EQ(process(fields({"text"}), "\uFEFF{\"text\":\"a\"}\n").out, "\uFEFF{\"text\":\"A\"}\n");
  EXPECT_EQ(process(fields({"text"}), "{}\n\uFEFF{\"text\":\"a\"}\n").out, "3: not a JSON object");
}

TEST(RecordWorkers, RepairSurrogates) {
  EXPECT_EQ(process(fields({"text"}), R"({"text":"1\ud800"})").out,
            "10: an unpaired surrogate in the field /text: ud800");
  const Result repaired = process(fields({"text"}), R"({"text":"1\ud800","x":"\ud800"})", Invalid::replace);
  EXPECT_EQ(repaired.out, "{\"text\":\"1\uFFFD\",\"x\":\"\\ud800\"}");
  EXPECT_EQ(repaired.repairs, 1);
  EXPECT_EQ(process(fields({"text"}), R"({"text":"1\ud800"})", Invalid::skip).out, R"({"text":"1"})");
}

TEST(RecordWorkers, WriteAList) {
  RecordOptions options = fields({"text"});
  options.as_list = true;
  EXPECT_EQ(process(options, R"({"text":"a|b\"|","x":1})").out, R"({"text":["A","B\""],"x":1})");
  EXPECT_EQ(process(options, R"({"text":""})").out, R"({"text":[]})");
  EXPECT_EQ(process(options, R"({"text":["a|b",1]})").out, R"({"text":[["A","B"],1]})");
  EXPECT_EQ(process(options, R"({"text":[["a|b",["c"]],[],{"text":"d"}]})").out,
            R"({"text":[[["A","B"],[["C"]]],[],{"text":"d"}]})");
}

TEST(RecordWorkers, WriteIntoANewMember) {
  RecordOptions options = fields({"text"});
  options.into = "n\"";
  EXPECT_EQ(process(options, "{\"text\":\"a\\/\" }\n{\"x\":1}\n").out,
            "{\"text\":\"a\\/\",\"n\\\"\":\"A/\" }\n{\"x\":1}\n");
  EXPECT_EQ(process(options, R"({"text":["a", 1,"1\/"]})").out, R"({"text":["a", 1,"1\/"],"n\"":["A", 1,"1\/"]})");
  EXPECT_EQ(process(options, R"({"text":1})").out, R"({"text":1})");
  options.as_list = true;
  EXPECT_EQ(process(options, R"({"text":"a|b"})").out, R"({"text":"a|b","n\"":["A","B"]})");
}

TEST(RecordWorkers, WriteIntoAMemberThatIsThere) {
  RecordOptions options = fields({"/m/text"});
  options.into = "new";
  EXPECT_EQ(process(options, R"({"new":[{"a":"]"}] ,"m":{"text":"a"},"new" : 1})").out,
            R"({"new":"A" ,"m":{"text":"a"},"new" : "A"})");
  // The last of two sources.
  EXPECT_EQ(process(options, R"({"m":{"text":"a","text":"b"}})").out, R"({"m":{"text":"a","text":"b"},"new":"B"})");
  // A source that is in the target.
  options = fields({"/new/text"});
  options.into = "new";
  EXPECT_EQ(process(options, R"({"new":{"text":"a"}})").out, R"({"new":"A"})");
}

TEST(RecordWorkers, GatherTheOutput) {
  RecordOptions options = fields({"text"});
  options.output = RecordOutput::gather;
  EXPECT_EQ(process(options, "{\"text\":\"a\",\"x\":2}\n{}\n{\"text\":[\"b\",\"c\"]}").out, "ABC");
}

TEST(RecordWorkers, GiveWholeRecords) {
  RecordOptions options = fields({"text", "x"});
  options.output = RecordOutput::whole;
  EXPECT_EQ(process(options, "{\"text\":[\"a\",\"b\"],\"x\":\"c\"}\n{}").given,
            (std::vector<std::string>{":5:a\nb\nc:{\"text\":[\"a\",\"b\"],\"x\":\"c\"}\n", ":6::{}"}));
  const Result repaired = process(options, "{\"text\":\"\\ud800\",\"x\":\"c\"}\n{\"x\":\"c\"}", Invalid::skip);
  EXPECT_EQ(repaired.given,
            (std::vector<std::string>{":5:\nc:{\"text\":\"\\ud800\",\"x\":\"c\"}\n repaired", ":6:c:{\"x\":\"c\"}"}));
  EXPECT_EQ(repaired.repairs, 6);  // bytes that were dropped
}

/// Adds members to each record.
class MemberWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& /*report*/) override {
    const std::array members = {Member{"a", "1"}, Member{"\"", "[]"}};
    append_with_members(chunk.record, chunk.values, members, out);
  }
};

TEST(RecordWorkers, AddMembers) {
  RecordOptions options = fields({"text"});
  options.output = RecordOutput::whole;
  options.members = {"a", "\""};
  const auto with_members = [&](std::string_view text) { return process<MemberWorker>(options, text).out; };
  EXPECT_EQ(with_members("{\"text\":\"}\" } \r\n"), "{\"text\":\"}\",\"a\":1,\"\\\"\":[] } \r\n");
  EXPECT_EQ(with_members(" { }\n"), " {\"a\":1,\"\\\"\":[] }\n");
  EXPECT_EQ(with_members("{\"b\":{\"a\":0}}\n{\"b\":[{}]}"),
            "{\"b\":{\"a\":0},\"a\":1,\"\\\"\":[]}\n{\"b\":[{}],\"a\":1,\"\\\"\":[]}");
  // Members that are there.
  EXPECT_EQ(with_members("{\"\\u0061\" : {\"a\":[2]} , \"text\":\"x\", \"a\":null}"),
            "{\"\\u0061\" : 1 , \"text\":\"x\", \"a\":1,\"\\\"\":[]}");
  EXPECT_EQ(with_members("{\"\\\"\":\"\\\"}\",\"a\":\"]\"}\n"), "{\"\\\"\":[],\"a\":1}\n");
  // A field that is a target.
  options = fields({"a"});
  options.output = RecordOutput::whole;
  options.members = {"a", "\""};
  EXPECT_EQ(with_members("{\"a\":\"x\"}"), "{\"a\":1,\"\\\"\":[]}");
}

TEST(RecordWorkers, KeepColumnsApart) {
  EXPECT_EQ(process(columns("2-"), "a\tb&|c\td\r\n\nx\n").out, "a\tB  C\tD\r\n\nx\n");
}

}  // namespace
}  // namespace ku
