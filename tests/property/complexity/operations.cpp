#include "complexity/operations.hpp"

#include <memory>
#include <sorani/detokenize.hpp>
#include <sorani/ngram_counter.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <sorani/transliterator.hpp>
#include <sorani/utf8.hpp>

namespace sorani::test {
namespace {

/// Reading a word takes longer than other work.
constexpr std::size_t kTransliteratedSize = std::size_t{2} << 10;

using Run = std::function<void(std::string_view)>;

Operation normalizing(const std::string& name, const NormalizerOptions& options) {
  return {"normalize " + name, [normalizer = Normalizer(options)]() -> Run {
            return [normalizer](std::string_view text) mutable {
              std::string out;
              normalizer.append(text, out);
            };
          }};
}

Operation explaining(const std::string& name, const NormalizerOptions& options) {
  return {"explain " + name, [normalizer = Normalizer(options)]() -> Run {
            return [normalizer](std::string_view text) mutable {
              std::string out;
              std::size_t changes = 0;
              normalizer.explain(text, out, [&](const Change& change) { changes += change.after.size(); });
            };
          }};
}

std::string opt_in_rules() {
  std::string rules;
  for (const RuleInfo& rule : Normalizer::all_rules()) {
    if (rule.profile != Profile::none) continue;
    rules.append(rules.empty() ? "+" : ",+").append(rule.name);
  }
  return rules;
}

/// Copies share what an options' tables take to make, and remember no words.
Operation transliterating(const std::string& name, const TransliteratorOptions& options) {
  return {"transliterate " + name,
          [prototype = Transliterator(options)]() -> Run {
            auto transliterator = std::make_shared<Transliterator>(prototype);
            std::string out;
            transliterator->append("ا a ", out);  // makes its tables
            return [transliterator](std::string_view text) {
              std::string written;
              transliterator->append(text, written);
            };
          },
          kTransliteratedSize};
}

Operation counting(const std::string& name, const NgramOptions& options, NgramOrder order = NgramOrder::count,
                   std::size_t memory = NgramStorage{}.memory) {
  return {"count " + name, [=]() -> Run {
            auto counter = std::make_shared<NgramCounter>(options, NgramStorage{.memory = memory});
            return [counter, order](std::string_view text) {
              counter->add(text);
              sorani::NgramRows rows = counter->rows({.order = order});
              while (rows.next()) {
              }
            };
          }};
}

}  // namespace

Operation normalizer_with_all_rules() {
  return normalizing("all rules", {.profile = Profile::search, .rules = opt_in_rules()});
}

std::vector<Operation> normalizer_operations() {
  std::vector<Operation> list;
  for (const Profile profile : Normalizer::profiles()) {
    list.push_back(normalizing("-p " + std::string(to_string(profile)), {.profile = profile}));
  }
  list.push_back(explaining("-p standard", {}));
  list.push_back(explaining("all rules", {.profile = Profile::search, .rules = opt_in_rules()}));
  for (const RuleInfo& rule : Normalizer::all_rules()) {
    if (rule.profile != Profile::none) continue;
    NormalizerOptions options;
    options.rules.append("+").append(rule.name);
    list.push_back(normalizing("-r " + options.rules, options));
    // With white space that is taken away again.
    options.rules.append(",+punctuation");
    list.push_back(normalizing("-r " + options.rules, options));
  }
  list.push_back(normalizing("--digits latin", {.digits = Digits::latin}));
  list.push_back(normalizing("--digits arabic", {.digits = Digits::arabic}));
  list.push_back(normalizing("--digits persian", {.digits = Digits::persian}));
  list.push_back(normalizer_with_all_rules());
  list.push_back(normalizing("--heh 06be", {.heh = Heh::heh_doachashmee}));
  NormalizerOptions map{.word_map = "a\tb\nکورد\tکوردستان\n"};
  map.word_map.append(60, 'a').append("\tx\n");
  list.push_back(normalizing("--map", map));
  return list;
}

std::vector<Operation> font_operations(std::string_view font) {
  const NormalizerOptions options{.font = std::string(font)};
  return {normalizing("--from " + options.font, options), explaining("--from " + options.font, options)};
}

std::vector<Operation> tokenizer_operations() {
  std::vector<Operation> list;
  for (const bool split_digits : {false, true}) {
    const Tokenizer tokenizer({.split_digits = split_digits});
    const std::string name = split_digits ? " split-digits" : "";
    list.push_back({"tokenize" + name, [tokenizer]() -> Run {
                      return [tokenizer](std::string_view text) {
                        std::size_t size = 0;
                        tokenizer(text, [&](const Token& token) { size += token.text.size(); });
                      };
                    }});
    list.push_back({"tokenize into lines" + name, [tokenizer]() -> Run {
                      return [tokenizer](std::string_view text) {
                        std::string out;
                        tokenizer.append_spaced(text, out);
                      };
                    }});
  }
  list.push_back({"sentences", []() -> Run {
                    return [](std::string_view text) {
                      std::size_t size = 0;
                      SentenceSplitter()(text, [&](const Sentence& sentence) { size += sentence.text.size(); });
                    };
                  }});
  list.push_back({"detokenize", []() -> Run {
                    return [](std::string_view text) {
                      std::string out;
                      append_detokenized(text, out);
                    };
                  }});
  list.push_back({"repair UTF-8", []() -> Run {
                    return [](std::string_view text) {
                      std::string out;
                      replace_invalid_utf8(text, out);
                      drop_invalid_utf8(text, out);
                    };
                  }});
  return list;
}

std::vector<Operation> transliterator_operations() {
  std::vector<Operation> list;
  for (const TransliterationScheme& scheme : Transliterator::schemes()) {
    const std::string name(scheme.name);
    list.push_back(transliterating("-s " + name, {.scheme = name}));
    list.push_back(transliterating("-r -s " + name, {.scheme = name, .reverse = true}));
  }
  list.push_back(transliterating("--syllables", {.syllables = true}));
  list.push_back(transliterating("--join-conjunction", {.join_conjunction = true}));
  list.push_back(transliterating("--case sentence", {.letter_case = LetterCase::sentence}));
  list.push_back(transliterating("--keep-punctuation", {.keep_punctuation = true}));
  list.push_back(transliterating("-r --keep-punctuation", {.reverse = true, .keep_punctuation = true}));
  list.push_back({"transliterate --best 2",
                  [prototype = Transliterator()]() -> Run {
                    auto transliterator = std::make_shared<Transliterator>(prototype);
                    return [transliterator](std::string_view text) {
                      std::size_t size = 0;
                      transliterator->readings(text, 2, [&](const WordReading& word) { size += word.text.size(); });
                    };
                  },
                  kTransliteratedSize});
  return list;
}

std::vector<Operation> counter_operations() {
  return {
      counting("words", {}),
      counting("-n 1-3", {.max_n = 3}),
      counting("--pretokenized", {.is_pretokenized = true}),
      counting("--fold search", {.max_n = 2, .fold = Profile::search}),
      counting("--summary", {.with_statistics = true}),
      counting("-u char", {.unit = NgramUnit::character, .max_n = 3}),
      counting("-u grapheme", {.unit = NgramUnit::grapheme, .max_n = 2}),
      counting("-u line", {.unit = NgramUnit::line}),
      counting("-u line --fold standard", {.unit = NgramUnit::line, .fold = Profile::standard}),
      counting("--all --sort key", {.kinds = TokenKinds::all()}, NgramOrder::key),
      counting("--all --sort alphabet", {.kinds = TokenKinds::all()}, NgramOrder::alphabet),
      counting("-u line --sort alphabet", {.unit = NgramUnit::line}, NgramOrder::alphabet),
      counting("-u char -n 9 --sort alphabet", {.unit = NgramUnit::character, .min_n = 9, .max_n = 9},
               NgramOrder::alphabet),
      counting("-n 1-9 -S 100K", {.max_n = 9}, NgramOrder::count, 100'000),
  };
}

}  // namespace sorani::test
