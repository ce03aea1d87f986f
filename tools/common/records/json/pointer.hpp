#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ku {

/// The steps of a JSON pointer (RFC 6901): names of members, or numbers of elements. `field` is a pointer if it begins
/// with a slash, and the name of a member of the object otherwise. Nothing if it is a malformed pointer.
std::optional<std::vector<std::string>> parse_field(std::string_view field);

/// Appends a step of a pointer: a slash and the name, with ~ and / as ~0 and ~1.
void append_step(std::string_view name, std::string& pointer);

/// The fields to look for in an object, as a tree of their steps.
class PointerTree {
 public:
  static constexpr std::uint32_t kNoField = static_cast<std::uint32_t>(-1);

  struct Node {
    std::string name;                 ///< the step that leads here from the parent
    std::uint32_t field = kNoField;   ///< number of the field that ends here
    std::uint32_t target = kNoField;  ///< number of the target that is here
    std::vector<std::size_t> children;
  };

  /// Adds a field; one that is there already keeps its number.
  void add(const std::vector<std::string>& steps);
  /// Adds a member of the object that is written to; one that is there already keeps its number.
  void add_target(const std::string& name);

  bool has_target() const { return targets_ > 0; }
  const Node& root() const { return nodes_.front(); }
  /// The child of this name, or null.
  const Node* child(const Node& node, std::string_view name) const;
  /// The child for the element of this number, or null.
  const Node* child(const Node& node, std::size_t element) const;

  /// The pointers of the fields, by number.
  const std::vector<std::string>& pointers() const { return pointers_; }

 private:
  std::size_t child_of(std::size_t node, const std::string& name);

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<std::string> pointers_;
  std::uint32_t targets_ = 0;
};

}  // namespace ku
