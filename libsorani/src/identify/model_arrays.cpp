#include "identify/model_arrays.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

namespace sorani::identify {
namespace {

constexpr std::uint32_t kRoot = 0;
/// Free nodes after the last one, so that base plus code is in the array.
constexpr std::size_t kPadding = 256;

std::map<char32_t, LetterCode> letter_codes(std::span<const WeightedFeature> features) {
  std::map<char32_t, std::size_t> counts;
  for (const WeightedFeature& feature : features) {
    for (const char32_t c : feature.text) ++counts[c];
  }
  if (counts.size() > kMaxLetters) throw std::invalid_argument("too many letters");
  std::vector<std::pair<std::size_t, char32_t>> order;
  for (const auto& [letter, count] : counts) order.emplace_back(count, letter);
  // Frequent letters get low codes: the children of a node are close together.
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::map<char32_t, LetterCode> codes;
  for (const auto& [count, letter] : order) codes[letter] = static_cast<LetterCode>(codes.size() + 1);
  return codes;
}

/// A node before it has its place in the double array.
struct Node {
  LetterCode code = 0;
  std::uint32_t place = 0;
  const FeatureWeights* weights = nullptr;
  std::vector<std::uint32_t> children;
};

std::vector<Node> make_trie(std::span<const WeightedFeature> features, const std::map<char32_t, LetterCode>& codes) {
  std::vector<const WeightedFeature*> order;
  for (const WeightedFeature& feature : features) order.push_back(&feature);
  std::sort(order.begin(), order.end(), [](const WeightedFeature* a, const WeightedFeature* b) {
    return a->text.size() != b->text.size() ? a->text.size() < b->text.size() : a->text < b->text;
  });
  std::vector<Node> nodes(1);
  std::unordered_map<std::u32string_view, std::uint32_t> numbers{{std::u32string_view(), kRoot}};
  for (const WeightedFeature* const feature : order) {
    const std::u32string_view text = feature->text;
    const auto number = static_cast<std::uint32_t>(nodes.size());
    if (!numbers.emplace(text, number).second) throw std::invalid_argument("an n-gram is there twice, or empty");
    const auto parent = numbers.find(text.substr(1));
    if (parent == numbers.end()) throw std::invalid_argument("an n-gram without its part after the first letter");
    nodes[parent->second].children.push_back(number);
    Node& node = nodes.emplace_back();
    node.code = codes.at(text.front());
    node.weights = &feature->weights;
  }
  return nodes;
}

/// Places the children of the nodes, those with the most first, each group at the lowest base where it fits.
class Placement {
 public:
  explicit Placement(std::vector<Node>& nodes) : nodes_(nodes), array_(1), bases_(nodes.size()) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (!nodes[i].children.empty()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if ((a == kRoot) != (b == kRoot)) return a == kRoot;
      return nodes[a].children.size() > nodes[b].children.size();
    });
    for (const std::uint32_t number : order) place_children(number);
  }

  /// The nodes at their places; nullptr where there is none.
  const std::vector<const Node*>& array() const { return array_; }
  std::uint32_t base(std::uint32_t number) const { return bases_[number]; }

 private:
  bool is_free(std::size_t place) const { return place >= array_.size() || array_[place] == nullptr; }

  bool fits(const Node& node, std::uint32_t base) const {
    if (base < is_base_.size() && is_base_[base]) return false;
    return std::all_of(node.children.begin(), node.children.end(),
                       [&](std::uint32_t child) { return is_free(base + nodes_[child].code); });
  }

  void place_children(std::uint32_t number) {
    const Node& node = nodes_[number];
    while (!is_free(first_free_)) ++first_free_;
    LetterCode least = kUnknownLetter;
    for (const std::uint32_t child : node.children) least = std::min(least, nodes_[child].code);
    std::uint32_t base = number == kRoot || first_free_ < least ? 0 : first_free_ - least;
    while (!fits(node, base)) ++base;
    if (is_base_.size() <= base) is_base_.resize(base + 1);
    is_base_[base] = true;
    bases_[number] = base;
    for (const std::uint32_t child : node.children) {
      const std::uint32_t place = base + nodes_[child].code;
      if (array_.size() <= place) array_.resize(place + 1);
      array_[place] = &nodes_[child];
      nodes_[child].place = place;
    }
  }

  std::vector<Node>& nodes_;
  std::vector<const Node*> array_;
  std::vector<std::uint32_t> bases_;
  std::vector<bool> is_base_;
  std::uint32_t first_free_ = 1;
};

}  // namespace

ModelArrays model_arrays(std::span<const WeightedFeature> features) {
  const std::map<char32_t, LetterCode> codes = letter_codes(features);
  std::vector<Node> nodes = make_trie(features, codes);
  const Placement placement(nodes);
  ModelArrays arrays;
  arrays.low_letters.assign(kLowLetters, kUnknownLetter);
  for (const auto& [letter, code] : codes) {
    if (letter < kLowLetters) {
      arrays.low_letters[letter] = code;
    } else {
      arrays.high_letters.push_back({letter, code});
    }
  }
  const std::size_t size = placement.array().size();
  arrays.nodes.resize(size + kPadding);
  arrays.weights.resize(size * kClasses);
  for (std::uint32_t number = 0; number < nodes.size(); ++number) {
    const Node& node = nodes[number];
    // The children of a leaf are in the padding.
    const auto base = node.children.empty() ? static_cast<std::uint32_t>(size) : placement.base(number);
    arrays.nodes[node.place] = base << 8 | node.code;
    if (node.weights != nullptr) {
      std::copy(node.weights->begin(), node.weights->end(), arrays.weights.begin() + node.place * kClasses);
    }
  }
  return arrays;
}

}  // namespace sorani::identify
