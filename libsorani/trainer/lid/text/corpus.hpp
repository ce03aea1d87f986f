#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// Training text of the language identifier.
namespace lid_trainer {

struct Line {
  std::string text;
  std::size_t language;  ///< number of a `sorani::Language`
  std::size_t source;    ///< number of a file
};

struct Corpus {
  std::vector<std::string> sources;  ///< names of the files, without `.txt`
  std::vector<Line> lines;           ///< without empty ones and repetitions of the same text in the same language
};

/// Reads every file LABEL.txt and LABEL.SOURCE.txt of a folder, in the order of their names. Throws std::runtime_error.
Corpus read_corpus(const std::filesystem::path& folder);

/// Drops lines of which more than half of the letters are not in the script of their label.
void drop_other_scripts(Corpus& corpus);

/// The words of a line: what spaces separate.
std::vector<std::string> words_of(const std::string& line);

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end);

}  // namespace lid_trainer
