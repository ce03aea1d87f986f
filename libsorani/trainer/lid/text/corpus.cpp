#include "lid/text/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sorani/language_identifier.hpp>
#include <stdexcept>
#include <utility>

#include "utf8/utf8.hpp"

namespace lid_trainer {

Corpus read_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Corpus corpus;
  std::set<std::pair<std::size_t, std::string>> known;
  for (const auto& file : files) {
    const std::string source = file.stem().string();
    const auto language = sorani::language_of(source.substr(0, source.find('.')));
    if (!language) throw std::runtime_error(file.string() + ": its name does not begin with a label");
    const auto number = static_cast<std::size_t>(*language);
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    for (std::string line; std::getline(in, line);) {
      if (line.find_first_not_of(" \t\r") == std::string::npos || !known.emplace(number, line).second) continue;
      corpus.lines.push_back({line, number, corpus.sources.size()});
    }
    corpus.sources.push_back(source);
  }
  if (corpus.lines.empty()) throw std::runtime_error(folder.string() + ": no lines in files called LABEL.txt");
  return corpus;
}

void drop_other_scripts(Corpus& corpus) {
  const auto is_misplaced = [](const Line& line) {
    const std::string_view label = sorani::to_string(static_cast<sorani::Language>(line.language));
    if (label == "und") return false;
    std::size_t arabic = 0;
    std::size_t latin = 0;
    for (std::size_t at = 0; at < line.text.size();) {
      const auto c = sorani::utf8::decode(line.text, at);
      at += c.length;
      const char32_t lower = c.value | 0x20;
      arabic += c.value >= 0x0620 && c.value < 0x0700 ? 1 : 0;
      latin += (lower >= 'a' && lower <= 'z') || (c.value >= 0x00C0 && c.value < 0x0250) ? 1 : 0;
    }
    return label.ends_with("-Arab") ? arabic <= latin : latin <= arabic;
  };
  std::erase_if(corpus.lines, is_misplaced);
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = line.find_first_not_of(" \t\r", at)) != std::string::npos;) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text.append(i == begin ? "" : " ").append(words[i]);
  return text;
}

}  // namespace lid_trainer
