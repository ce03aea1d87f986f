// simdjson indexes the tokens of a record with vector instructions (its stage 1), and its On-Demand interface steps
// over them. On-Demand neither checks nor decodes what a program does not ask for, so every value is visited here: that
// the tokens are in the right order is On-Demand's work, and numbers, words and escapes are checked as they are passed.
//
// simdjson's own decoding is not used: a number may have any size, since it is not changed, and an unpaired surrogate
// must be reported with its place or be repaired. Its positions of errors are approximate, so a record with an error is
// parsed again by `find_json_error`, which finds the first one.
//
// Records are parsed in place, without a copy. simdjson may read SIMDJSON_PADDING bytes past the end: these are the
// records that follow, and at the end of a chunk the padding of its buffer.

#define SIMDJSON_EXCEPTIONS 0
#include "common/records/json/json_finder.hpp"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>

#include "common/records/json/grammar.hpp"
#include "common/records/json/strings.hpp"

namespace ku {
namespace {

namespace ondemand = simdjson::ondemand;
using Node = PointerTree::Node;

static_assert(kTextPadding >= simdjson::SIMDJSON_PADDING);

constexpr std::string_view kByteOrderMark = "\uFEFF";
/// A parser keeps the memory for a record of this size; that for a longer one is freed.
constexpr std::size_t kKeptCapacity = std::size_t{1} << 20;

std::string_view without_space_at_end(std::string_view token) {
  while (!token.empty() && is_json_space(token.back())) token.remove_suffix(1);
  return token;
}

/// A list whose strings are values.
struct TextList {
  std::uint32_t field = PointerTree::kNoField;  ///< none: its strings are not
  std::size_t number = kNone;                   ///< of its own value, if it is inside of the field's list

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

/// Walks over all values of one record. Its functions return false at an error, wherever it is.
class Walker {
 public:
  Walker(const PointerTree& fields, const char* text, std::uint64_t line, bool with_surrogates,
         std::vector<Value>& values)
      : fields_(fields), text_(text), line_(line), with_surrogates_(with_surrogates), values_(values) {}

  bool walk(ondemand::document& document) {
    ondemand::object object;
    return document.get_object().get(object) == simdjson::SUCCESS && walk_object(object, &fields_.root(), 1) &&
           document.current_location().error() == simdjson::OUT_OF_BOUNDS;  // no more tokens
  }

  /// The error of an unpaired surrogate, which is no error of the grammar.
  std::optional<RecordError> surrogate;

 private:
  bool walk_object(ondemand::object& object, const Node* node, int depth) {
    if (depth > kMaxJsonDepth) return false;
    for (auto item : object) {
      ondemand::field field;
      if (std::move(item).get(field) != simdjson::SUCCESS) return false;
      const Node* child = nullptr;
      if (!read_name(field.key().raw(), node, child)) return false;
      if (!walk_value(field.value(), child, TextList(), Value::kNoElement, depth)) return false;
    }
    return true;
  }

  /// Checks the name of a member, and finds the step that it is.
  bool read_name(const char* name, const Node* node, const Node*& child) {
    const char* end = name;
    bool has_escapes = false;
    for (; *end != '"'; ++end) {
      if (*end != '\\') continue;
      has_escapes = true;
      ++end;
    }
    const std::string_view raw(name, static_cast<std::size_t>(end - name));
    if (has_escapes && find_bad_escape(raw, false)) return false;
    if (node == nullptr || node->children.empty()) return true;
    if (has_escapes) {
      name_.clear();
      append_unescaped(raw, Invalid::replace, name_);
    }
    child = fields_.child(*node, has_escapes ? std::string_view(name_) : raw);
    return true;
  }

  /// `element` is the number of the value in the list.
  bool walk_value(ondemand::value value, const Node* node, const TextList& list, std::size_t element, int depth) {
    std::string_view token = value.raw_json_token();
    const std::uint32_t field = node == nullptr ? PointerTree::kNoField : node->field;
    if (node != nullptr && node->target != PointerTree::kNoField) {
      mark(Value::Kind::target, token.data(), node->target);
    }
    switch (token.front()) {
      case '{': {
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && walk_object(object, node, depth + 1);
      }
      case '[': {
        if (field != PointerTree::kNoField) mark(Value::Kind::source, token.data(), field);
        ondemand::array array;
        const TextList inner = field != PointerTree::kNoField ? TextList{field} : add_list(token.data(), list, element);
        return value.get_array().get(array) == simdjson::SUCCESS && walk_array(array, node, inner, depth + 1);
      }
      case '"': {
        // Reading it moves past it. Left to the iterator, `"a":"b":` would pass.
        if (value.get_raw_json_string().error() != simdjson::SUCCESS) return false;
        if (field != PointerTree::kNoField) mark(Value::Kind::source, token.data(), field);
        token = without_space_at_end(token);
        token = token.substr(1, token.size() - 2);
        if (field != PointerTree::kNoField) return add(token, TextList{field}, Value::kNoElement);
        if (list.field != PointerTree::kNoField) return add(token, list, element);
        return !find_bad_escape(token, false);
      }
      default:
        token = without_space_at_end(token);
        return is_json_number(token) || token == "true" || token == "false" || token == "null";
    }
  }

  bool walk_array(ondemand::array& array, const Node* node, const TextList& list, int depth) {
    if (depth > kMaxJsonDepth) return false;
    std::size_t number = 0;
    for (auto item : array) {
      ondemand::value value;
      if (std::move(item).get(value) != simdjson::SUCCESS) return false;
      const Node* const child = node == nullptr ? nullptr : fields_.child(*node, number);
      if (!walk_value(value, child, list, number, depth)) return false;
      ++number;
    }
    return true;
  }

  void mark(Value::Kind kind, const char* begin, std::uint32_t number) {
    if (!fields_.has_target()) return;
    values_.push_back({.begin = offset_of(begin), .line = line_, .field = number, .kind = kind});
  }

  /// A list that is an element of another one.
  TextList add_list(const char* begin, const TextList& outer, std::size_t element) {
    if (outer.field == PointerTree::kNoField) return {};
    values_.push_back(value_in(outer, element));
    values_.back().begin = offset_of(begin);
    values_.back().kind = Value::Kind::list;
    return {outer.field, values_.size() - 1};
  }

  Value value_in(const TextList& list, std::size_t element) const {
    Value value;
    value.line = line_;
    value.field = list.field;
    value.element = static_cast<std::uint32_t>(element);
    if (list.number != TextList::kNone) value.list = static_cast<std::uint32_t>(values_.size() - list.number);
    return value;
  }

  bool add(std::string_view raw, const TextList& list, std::size_t element) {
    const std::size_t begin = offset_of(raw.data());
    const bool has_escapes = raw.find('\\') != std::string_view::npos;
    if (has_escapes) {
      const auto error = find_bad_escape(raw, with_surrogates_);
      // After an unpaired surrogate there may be a malformed escape.
      if (error && find_bad_escape(raw, false)) return false;
      if (error && !surrogate) {
        surrogate = RecordError{begin + error->offset,
                                fmt::format("an unpaired surrogate in the field {}: {}", fields_.pointers()[list.field],
                                            raw.substr(error->offset + 1, kSurrogateDigits))};
      }
    }
    Value& value = values_.emplace_back(value_in(list, element));
    value.begin = begin;
    value.end = begin + raw.size();
    value.has_escapes = has_escapes;
    return true;
  }

  std::size_t offset_of(const char* place) const { return static_cast<std::size_t>(place - text_); }

  static constexpr std::size_t kSurrogateDigits = 5;  // uXXXX: a backslash would be doubled in the message

  const PointerTree& fields_;
  const char* const text_;
  const std::uint64_t line_;
  const bool with_surrogates_;
  std::vector<Value>& values_;
  std::string name_;
};

class JsonFinder : public ValueFinder {
 public:
  JsonFinder(const PointerTree& fields, Invalid invalid) : fields_(fields), with_surrogates_(invalid == Invalid::fail) {
    // Loads the library; a failure there could not leave the `noexcept` functions of the parser.
    simdjson::get_active_implementation();
  }

  std::optional<RecordError> find(std::string_view text, char terminator, bool begins_file,
                                  std::vector<Value>& values) override {
    std::size_t begin = begins_file && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (std::uint64_t line = 0; begin < text.size(); ++line) {
      const std::size_t found = text.find(terminator, begin);
      const std::size_t end = std::min(found, text.size());
      const std::string_view record = text.substr(begin, end - begin);
      if (!std::all_of(record.begin(), record.end(), is_json_space)) {
        const std::size_t count = values.size();
        if (auto error = find_in(record, text, line, values)) {
          values.resize(count);
          return error;
        }
      }
      begin = end + 1;
    }
    return std::nullopt;
  }

 private:
  std::optional<RecordError> find_in(std::string_view record, std::string_view text, std::uint64_t line,
                                     std::vector<Value>& values) {
    if (parser_.capacity() > kKeptCapacity) parser_ = ondemand::parser();
    if (parser_.capacity() < record.size() &&
        parser_.allocate(std::max(record.size(), kKeptCapacity), kMaxJsonDepth) != simdjson::SUCCESS) {
      throw std::bad_alloc();
    }
    Walker walker(fields_, text.data(), line, with_surrogates_, values);
    ondemand::document document;
    const auto status =
        parser_.iterate(record.data(), record.size(), record.size() + simdjson::SIMDJSON_PADDING).get(document);
    if (status == simdjson::MEMALLOC) throw std::bad_alloc();
    if (status == simdjson::SUCCESS && walker.walk(document)) return walker.surrogate;
    auto error = find_json_error(record);
    if (!error) error = RecordError{0, fmt::format("malformed JSON: error {} of simdjson", static_cast<int>(status))};
    error->offset += static_cast<std::size_t>(record.data() - text.data());
    return error;
  }

  const PointerTree& fields_;
  const bool with_surrogates_;
  ondemand::parser parser_;
};

}  // namespace

std::unique_ptr<ValueFinder> make_json_finder(const PointerTree& fields, Invalid invalid) {
  return std::make_unique<JsonFinder>(fields, invalid);
}

}  // namespace ku
