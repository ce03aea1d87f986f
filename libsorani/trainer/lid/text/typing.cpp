#include "lid/text/typing.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace lid_trainer {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end = 0; (end = text.find(separator, at)) != std::string::npos; at = end + 1) {
    parts.push_back(text.substr(at, end - at));
  }
  parts.push_back(text.substr(at));
  return parts;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::string replaced;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = text.find(from, begin)) != std::string::npos; begin = at + from.size()) {
    replaced.append(text, begin, at - begin).append(to);
  }
  text = replaced.append(text, begin);
}

}  // namespace

Typist::Typist(const std::filesystem::path& variants) {
  std::ifstream in(variants);
  if (!in) throw std::runtime_error(variants.string() + ": cannot be read");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#' || line.starts_with("keyboard\t")) continue;
    const std::vector<std::string> fields = split(line, '\t');
    const std::size_t keyboard = fields[0] == "plain" ? 0 : fields[0] == "persian" ? 1 : 2;
    if (fields.size() != 4) throw std::runtime_error(variants.string() + ": a row without four columns");
    Variant variant{fields[1], {}};
    replace_all(variant.letters, "_", " ");
    for (std::string typed : split(fields[2], '|')) {
      const std::size_t star = typed.find('*');
      const std::size_t times = star == std::string::npos ? 1 : std::stoul(typed.substr(star + 1));
      typed.resize(std::min(star, typed.size()));
      replace_all(typed, "_", " ");
      replace_all(typed, "SPACE", " ");
      replace_all(typed, "ZWNJ", "\u200C");
      replace_all(typed, "NULL", "");
      variant.typed.insert(variant.typed.end(), times, typed);
    }
    keyboards_[keyboard].push_back(std::move(variant));
  }
}

std::string Typist::type(const std::string& line, Random& random) const {
  const auto& keyboard = keyboards_[random.below(keyboards_.size())];
  std::string text = " " + line + " ";
  // Longer letters first: those with a word edge.
  for (const bool has_edge : {true, false}) {
    for (const Variant& variant : keyboard) {
      if ((variant.letters.front() == ' ') != has_edge) continue;
      const std::string& usual = variant.typed[random.below(variant.typed.size())];
      for (std::size_t at = 0; (at = text.find(variant.letters, at)) != std::string::npos;) {
        const std::string& typed = random.chance(80) ? usual : variant.typed[random.below(variant.typed.size())];
        text.replace(at, variant.letters.size(), typed);
        at += typed.size();
      }
    }
  }
  return text.substr(1);
}

std::string latin_chat(const std::string& line, bool is_sorani, Random& random) {
  static constexpr std::pair<std::string_view, std::string_view> kPlain[] = {
      {"ê", "e"}, {"î", "i"}, {"û", "u"}, {"ş", "s"}, {"ç", "c"}, {"ı", "i"}, {"ğ", "g"},
      {"ö", "o"}, {"ü", "u"}, {"Ê", "E"}, {"Î", "I"}, {"Û", "U"}, {"Ş", "S"}, {"Ç", "C"},
      {"İ", "I"}, {"Ö", "O"}, {"Ü", "U"}, {"ř", "r"}, {"ł", "l"}, {"ḧ", "h"}, {"ẍ", "x"}};
  std::string text = line;
  if (random.chance(50)) {  // English digraphs
    if (is_sorani) {
      replace_all(text, "c", "j");
      if (random.chance(50)) replace_all(text, "e", "a");
      if (random.chance(50)) replace_all(text, "x", "kh");
      if (random.chance(50)) replace_all(text, "î", "y");
      if (random.chance(30)) replace_all(text, "û", "oo");
    }
    replace_all(text, "ş", "sh");
    replace_all(text, "ç", "ch");
    replace_all(text, "ẍ", "gh");
  }
  for (const auto& [from, to] : kPlain) replace_all(text, from, to);
  return text;
}

}  // namespace lid_trainer
