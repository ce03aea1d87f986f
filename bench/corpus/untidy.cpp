#include "corpus/untidy.hpp"

#include <stdexcept>

#include "corpus/table.hpp"

namespace corpus {
namespace {

constexpr std::size_t kLetterBytes = 2;
constexpr std::string_view kTatweel = "ـ";

/// The code point of the letter of two bytes at `offset`.
std::size_t letter_at(std::string_view word, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  return (byte(offset) & 0x1fU) << 6U | (byte(offset + 1) & 0x3fU);
}

std::size_t only_letter(const std::string& field) {
  if (field.size() != kLetterBytes) throw std::runtime_error("not a letter of two bytes: '" + field + "'");
  return letter_at(field, 0);
}

/// A generator for the tatweels or marks of a word. Writers have habits: a word that is stretched or marked twice often
/// looks the same, so that a word has a few such spellings only.
Random habit(std::string_view word, Random& random) {
  constexpr std::uint64_t kSpellings = 3;
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return Random(mix(hash, random.below(random.below(kSpellings) + 1)));
}

const std::string& pick(const std::vector<std::string>& items, Random& random) {
  return items.at(static_cast<std::size_t>(random.below(items.size())));
}

}  // namespace

Untidy::Untidy(const std::string& data) {
  const Table dirt(data + "/dirt.tsv", 3);
  for (const auto& row : dirt.rows()) {
    if (row[0] == "keyboard") keyboard_[only_letter(row[1])] = row[2];
    if (row[0] == "final") final_[only_letter(row[1])] = row[2];
    if (row[0] == "lam-hamza") lam_hamza_[only_letter(row[1])] = row[2];
    if (row[0] == "legacy") legacy_[only_letter(row[1])] = row[2];
    if (row[0] == "right-only") right_only_[only_letter(row[1])] = true;
    if (row[0] == "heh") {
      heh_ = only_letter(row[1]);
      hehs_.push_back(row[2]);
    }
    if (row[0] == "mark") marks_.push_back(row[2]);
    if (row[0] == "control") controls_.push_back(row[2]);
    if (row[0] == "symbol") symbols_.push_back(row[2]);
  }
  const Table presentation(data + "/presentation.tsv", 5);
  for (const auto& row : presentation.rows()) {
    for (const Form form : {isolated, final, initial, medial}) forms_[form][only_letter(row[0])] = row[form + 1U];
  }
}

void Untidy::append(std::string_view word, const Typing& typing, Random& random, std::string& out) const {
  const std::size_t last = word.size() < kLetterBytes ? 0 : word.size() - kLetterBytes;
  const bool stretched = typing.tatweel > 0 && random.chance(typing.tatweel);
  const bool marked = typing.marks > 0 && random.chance(typing.marks);
  Random extras = stretched || marked ? habit(word, random) : Random(0);
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::size_t letter = letter_at(word, i);
    if (typing.arabic_keyboard && !keyboard_[letter].empty()) {
      out += keyboard_[letter];
    } else if (i == last && !final_[letter].empty() && random.chance(typing.alef_maksura)) {
      out += final_[letter];
    } else if (i == last && typing.lam_hamza && !lam_hamza_[letter].empty()) {
      out += lam_hamza_[letter];
    } else {
      out += word.substr(i, kLetterBytes);
    }
    if (marked && extras.chance(typing.mark_letters)) out += pick(marks_, extras);
    if (stretched && i != last && !right_only_[letter]) {
      while (extras.chance(typing.tatweel_letters)) out += kTatweel;
    }
  }
}

void Untidy::append_heh(std::string_view word, Random& random, std::string& out) const {
  const std::size_t last = word.size() - kLetterBytes;
  const bool replaced = !hehs_.empty() && letter_at(word, last) == heh_;
  out += replaced ? word.substr(0, last) : word;
  if (replaced) out += pick(hehs_, random);
}

void Untidy::append_legacy(std::string_view word, std::string& out) const {
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::string& spelling = legacy_[letter_at(word, i)];
    out += spelling.empty() ? word.substr(i, kLetterBytes) : spelling;
  }
}

void Untidy::append_presentation(std::string_view word, std::string& out) const {
  bool joined = false;  // to the letter before
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::size_t letter = letter_at(word, i);
    const bool joins = !right_only_[letter] && i + kLetterBytes < word.size();
    const Form form = joined ? (joins ? medial : final) : (joins ? initial : isolated);
    const std::string& spelling = forms_[form][letter];
    out += spelling.empty() ? word.substr(i, kLetterBytes) : spelling;
    joined = joins;
  }
}

void Untidy::append_control(Random& random, std::string& out) const { out += pick(controls_, random); }

void Untidy::append_symbols(Random& random, std::string& out) const {
  constexpr std::uint64_t kLongest = 60;
  for (std::uint64_t n = 1 + random.below(random.below(kLongest) + 1); n > 0; --n) out += pick(symbols_, random);
}

}  // namespace corpus
