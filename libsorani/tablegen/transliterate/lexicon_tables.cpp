#include "transliterate/lexicon_tables.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

#include "code_points.hpp"
#include "transliterate/g2p/lexicon.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using sorani::transliterate::g2p::LetterSound;
using sorani::transliterate::g2p::LexiconLetter;
using sorani::transliterate::g2p::MorphKind;

struct Symbol {
  std::u32string letters;  ///< none: the vowel that is not written
  LetterSound sound;       ///< of the first letter
};

using Symbols = std::map<char32_t, Symbol>;

LetterSound sound_of(const Phonemes::Entry& phoneme) {
  if (phoneme.name == "u") return LetterSound::u;
  if (phoneme.name == "uu") return LetterSound::uu;
  if (phoneme.name == "ii") return LetterSound::ii;
  return phoneme.is_vowel ? LetterSound::vowel : LetterSound::consonant;
}

Symbols symbols_of(const Phonemes& phonemes) {
  Symbols symbols;
  for (const Phonemes::Entry& phoneme : phonemes.entries()) {
    symbols[to_code_points(phoneme.symbol).front()] = {to_code_points(phoneme.letters), sound_of(phoneme)};
  }
  return symbols;
}

/// Aligns a reading with its spelling: the sound of each letter. Fails if they disagree.
std::vector<LexiconLetter> align(const TsvRow& row, const std::u32string& spelling, const std::u32string& reading,
                                 const Symbols& symbols) {
  std::vector<LexiconLetter> letters;
  for (const char32_t symbol : reading) {
    const auto found = symbols.find(symbol);
    if (found == symbols.end()) row.fail("no sound is written " + notation(symbol));
    const std::u32string& written = found->second.letters;
    if (written.empty()) {
      if (letters.empty() || letters.back().sound != LetterSound::consonant || letters.back().i_follows) {
        row.fail("i can only follow a consonant");
      }
      letters.back().i_follows = true;
      continue;
    }
    if (spelling.compare(letters.size(), written.size(), written) != 0) {
      row.fail(fmt::format("the reading goes another way than the spelling from letter {}", letters.size() + 1));
    }
    letters.push_back({found->second.sound, false, false});
    if (letters.back().sound == LetterSound::uu) letters.push_back({LetterSound::uu_rest, false, false});
  }
  if (letters.size() != spelling.size()) row.fail("the reading ends before the spelling");
  return letters;
}

/// Marks the i that a stem loses before vowels, if its note gives that reading: `before vowel: ƹeqł-`.
void mark_alternation(const TsvRow& row, const std::u32string& spelling, const Symbols& symbols,
                      std::vector<LexiconLetter>& letters) {
  constexpr std::string_view kStart = "before vowel: ";
  std::string_view note = row["note"];
  if (!note.starts_with(kStart)) return;
  note.remove_prefix(kStart.size());
  if (!note.ends_with('-')) row.fail("the reading before a vowel does not end in a hyphen");
  note.remove_suffix(1);
  const auto bound = align(row, spelling, to_code_points(note), symbols);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].i_follows == bound[i].i_follows) continue;
    if (!letters[i].i_follows || i + 2 != letters.size()) row.fail("only the last i is lost before a vowel");
    letters[i].i_alternates = true;
  }
}

struct Entry {
  MorphKind kind;
  std::vector<LexiconLetter> letters;
};

struct Node {
  std::map<std::size_t, Node> children;
  std::vector<Entry> entries;
};

Node read_tree(const std::filesystem::path& path, const Symbols& symbols, const Alphabet& alphabet) {
  const TsvFile file(path, {"spelling", "reading", "class", "note"});
  Node root;
  std::string previous;
  for (const TsvRow& row : file.rows()) {
    const std::u32string spelling = text_field(row, "spelling");
    MorphKind kind = MorphKind::stem;
    if (row["class"].starts_with("verb")) kind = MorphKind::verb;
    if (row["class"] == "prefix") kind = MorphKind::prefix;
    if (row["class"] == "suffix") kind = MorphKind::suffix;
    if (row["class"].empty()) row.fail("no class");
    if (row["spelling"] < previous) row.fail("not in the order of bytes");
    previous = row["spelling"];
    Node* node = &root;
    for (const char32_t c : spelling) {
      const auto letter = alphabet.find(c);
      if (letter == alphabet.end()) row.fail(notation(c) + " is not a letter of the alphabet");
      node = &node->children[letter->second.index];
    }
    for (const Entry& entry : node->entries) {
      if (entry.kind == kind) row.fail("a second row for " + row["spelling"]);
    }
    auto sounds = align(row, spelling, to_code_points(row["reading"]), symbols);
    mark_alternation(row, spelling, symbols, sounds);
    node->entries.push_back({kind, std::move(sounds)});
  }
  return root;
}

std::string_view name(MorphKind kind) {
  switch (kind) {
    case MorphKind::prefix:
      return "prefix";
    case MorphKind::verb:
      return "verb";
    case MorphKind::suffix:
      return "suffix";
    default:
      return "stem";
  }
}

std::string_view name(LetterSound sound) {
  constexpr std::array<std::string_view, 6> kNames = {"consonant", "u", "uu", "uu_rest", "ii", "vowel"};
  return kNames.at(static_cast<std::size_t>(sound));
}

}  // namespace

void write_lexicon(const std::filesystem::path& lexicon, const Phonemes& phonemes, const Alphabet& alphabet,
                   CppWriter& out) {
  const Node root = read_tree(lexicon, symbols_of(phonemes), alphabet);
  // Breadth first, so that the children of a node are adjacent.
  std::vector<const Node*> order{&root};
  std::vector<std::string> nodes, entries, sounds;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& node = *order[i];
    std::uint64_t children = 0;
    const std::size_t first_child = order.size();
    for (const auto& [letter, child] : node.children) {
      children |= std::uint64_t{1} << letter;
      order.push_back(&child);
    }
    nodes.push_back(fmt::format("{{{}u,{},{},{}}}", children, first_child, entries.size(), node.entries.size()));
    for (const Entry& entry : node.entries) {
      entries.push_back(fmt::format("{{MorphKind::{},{},{}}}", name(entry.kind), entry.letters.size(), sounds.size()));
      for (const LexiconLetter& letter : entry.letters) {
        sounds.push_back(
            fmt::format("{{LetterSound::{},{},{}}}", name(letter.sound), letter.i_follows, letter.i_alternates));
      }
    }
  }
  out.span("LexiconNode", "kLexiconNodes", nodes);
  out.span("LexiconEntry", "kLexiconEntries", entries);
  out.span("LexiconLetter", "kLexiconLetters", sounds);
}

}  // namespace tablegen
