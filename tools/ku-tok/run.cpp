#include "ku-tok/run.hpp"

#include <memory>

#include "common/cli/run/filter.hpp"
#include "common/cli/run/run_tool.hpp"
#include "ku-tok/formatters.hpp"
#include "ku-tok/options.hpp"
#include "ku-tok/workers.hpp"

namespace ku::tok {
namespace {

std::unique_ptr<Formatter> make_formatter(const Options& options) {
  switch (options.format) {
    case Format::column:
      return std::make_unique<ColumnFormatter>();
    case Format::tsv:
      return std::make_unique<TsvFormatter>(options.sentences);
    case Format::jsonl:
      return std::make_unique<JsonFormatter>();
    case Format::conllu:
      return std::make_unique<ConlluFormatter>(options.sentences);
    case Format::line:
      break;
  }
  return std::make_unique<LineFormatter>(options.sentences, options.common.line_end());
}

std::unique_ptr<Worker> make_worker(const Options& options) {
  if (options.detokenize) return std::make_unique<DetokenizeWorker>();
  if (options.sentence_text) return std::make_unique<SentenceWorker>(options.common.line_end());
  if (options.format == Format::line && !options.sentences && options.kinds == sorani::TokenKinds::all()) {
    return std::make_unique<SpacedWorker>(sorani::Tokenizer(options.tokenizer));
  }
  return std::make_unique<TokenWorker>(options, make_formatter(options));
}

void run(const Options& options, Diagnostics& diagnostics) {
  WorkerPool<> workers([&] { return make_worker(options); });
  filter(options.common, workers, diagnostics);
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-tok", [&](Diagnostics& diagnostics) {
    Options options;
    CommandLine line("ku-tok", kSummary);
    define_options(line, options);
    if (handle_help_and_version(argc, argv, line, options.common, diagnostics)) return;
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::tok
