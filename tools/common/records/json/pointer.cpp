#include "common/records/json/pointer.hpp"

#include <array>
#include <charconv>

namespace ku {

std::optional<std::vector<std::string>> parse_field(std::string_view field) {
  if (!field.starts_with('/')) return std::vector<std::string>{std::string(field)};
  std::vector<std::string> steps;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const char c = field[at];
    if (c == '/') {
      steps.emplace_back();
    } else if (c != '~') {
      steps.back() += c;
    } else if (++at < field.size() && (field[at] == '0' || field[at] == '1')) {
      steps.back() += field[at] == '0' ? '~' : '/';
    } else {
      return std::nullopt;
    }
  }
  return steps;
}

void append_step(std::string_view name, std::string& pointer) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

void PointerTree::add(const std::vector<std::string>& steps) {
  std::size_t node = 0;
  std::string pointer;
  for (const std::string& step : steps) {
    node = child_of(node, step);
    append_step(step, pointer);
  }
  if (nodes_[node].field != kNoField) return;
  nodes_[node].field = static_cast<std::uint32_t>(pointers_.size());
  pointers_.push_back(std::move(pointer));
}

void PointerTree::add_target(const std::string& name) {
  Node& node = nodes_[child_of(0, name)];
  if (node.target == kNoField) node.target = targets_++;
}

const PointerTree::Node* PointerTree::child(const Node& node, std::string_view name) const {
  for (const std::size_t number : node.children) {
    if (nodes_[number].name == name) return &nodes_[number];
  }
  return nullptr;
}

const PointerTree::Node* PointerTree::child(const Node& node, std::size_t element) const {
  if (node.children.empty()) return nullptr;
  std::array<char, 24> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), element).ptr;
  return child(node, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

std::size_t PointerTree::child_of(std::size_t node, const std::string& name) {
  for (const std::size_t number : nodes_[node].children) {
    if (nodes_[number].name == name) return number;
  }
  nodes_.emplace_back();
  nodes_.back().name = name;
  nodes_[node].children.push_back(nodes_.size() - 1);
  return nodes_.size() - 1;
}

}  // namespace ku
