#include "transliterate/lexicon_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "code_points.hpp"
#include "error.hpp"
#include "transliterate/g2p/lexicon/lexicon.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using sorani::transliterate::g2p::kLexiconPadding;
using sorani::transliterate::g2p::LetterSound;
using sorani::transliterate::g2p::LexiconLetter;
using sorani::transliterate::g2p::LexiconNode;
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

/// Places the nodes of the trie in a double array: see LexiconNode.
class DoubleArray {
 public:
  explicit DoubleArray(const Node& root) {
    nodes_.resize(1);
    // Breadth first, so that the nodes that most words pass are near each other.
    std::vector<std::pair<const Node*, std::size_t>> order{{&root, 0}};
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto [node, at] = order[i];
      places_.push_back({node, at});
      if (node->children.empty()) continue;
      const std::size_t children = place(*node);
      nodes_[at].children = children & kMask;
      for (const auto& [letter, child] : node->children) {
        nodes_[children + letter].letter = static_cast<std::uint8_t>(letter);
        order.push_back({&child, children + letter});
      }
    }
    // The children of a leaf are free places at the end.
    const std::size_t end = nodes_.size();
    nodes_.resize(end + kLexiconPadding);
    for (const auto& [node, at] : places_) {
      if (node->children.empty()) nodes_[at].children = end & kMask;
    }
  }

  struct Place {
    const Node* node;
    std::size_t at;
  };
  /// The nodes with their places, breadth first.
  const std::vector<Place>& places() const { return places_; }
  std::vector<LexiconNode>& nodes() { return nodes_; }

 private:
  static constexpr std::uint32_t kMask = (std::uint32_t{1} << LexiconNode::kChildrenBits) - 1;

  /// The first place where all children of a node fit and that no other node has.
  std::size_t place(const Node& node) {
    while (first_free_ < nodes_.size() && nodes_[first_free_].letter != LexiconNode::kNoLetter) ++first_free_;
    const std::size_t lowest = node.children.begin()->first;
    std::size_t at = std::max<std::size_t>(first_free_, lowest + 1) - lowest;
    while (!fits(node, at)) ++at;
    nodes_.resize(std::max(nodes_.size(), at + kLexiconPadding));
    is_used_.resize(nodes_.size());
    is_used_[at] = true;
    return at;
  }

  bool fits(const Node& node, std::size_t at) const {
    if (at < is_used_.size() && is_used_[at]) return false;
    return std::all_of(node.children.begin(), node.children.end(), [&](const auto& child) {
      const std::size_t place = at + child.first;
      return place >= nodes_.size() || nodes_[place].letter == LexiconNode::kNoLetter;
    });
  }

  std::vector<LexiconNode> nodes_;
  std::vector<Place> places_;
  std::vector<bool> is_used_;  ///< by place: the children of a node begin there
  std::size_t first_free_ = 1;
};

}  // namespace

void write_lexicon(const std::filesystem::path& lexicon, const Phonemes& phonemes, const Alphabet& alphabet,
                   CppWriter& out) {
  const Node root = read_tree(lexicon, symbols_of(phonemes), alphabet);
  DoubleArray trie(root);
  std::vector<std::string> nodes, entries, sounds;
  std::vector<std::string> first_entries(trie.nodes().size(), "0");
  for (const auto& [node, at] : trie.places()) {
    LexiconNode& written = trie.nodes()[at];
    if (!node->entries.empty()) first_entries[at] = std::to_string(entries.size());
    for (const Entry& entry : node->entries) {
      written.kinds = (written.kinds | 1u << static_cast<unsigned>(entry.kind)) & 0xFu;  // kinds has four bits
      entries.push_back(fmt::format("{{MorphKind::{},{},{}}}", name(entry.kind), entry.letters.size(), sounds.size()));
      for (const LexiconLetter& letter : entry.letters) {
        sounds.push_back(
            fmt::format("{{LetterSound::{},{},{}}}", name(letter.sound), letter.i_follows, letter.i_alternates));
      }
    }
  }
  if (entries.size() > std::numeric_limits<std::uint16_t>::max() ||
      trie.nodes().size() >= std::size_t{1} << LexiconNode::kChildrenBits) {
    throw Error("too many rows in the lexicon");
  }
  for (const LexiconNode& node : trie.nodes()) {
    nodes.push_back(fmt::format("{{{},{},{}}}", std::uint32_t{node.children}, std::uint32_t{node.kinds},
                                std::uint32_t{node.letter}));
  }
  out.span("LexiconNode", "kLexiconNodes", nodes);
  out.span("std::uint16_t", "kLexiconFirstEntries", first_entries);
  out.span("LexiconEntry", "kLexiconEntries", entries);
  out.span("LexiconLetter", "kLexiconLetters", sounds);
}

}  // namespace tablegen
