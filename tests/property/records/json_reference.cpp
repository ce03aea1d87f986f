#include "records/json_reference.hpp"

#include <cctype>
#include <regex>
#include <utility>

namespace ku::test {
namespace {

struct Malformed {};

constexpr int kMaxDepth = 1024;

std::string utf8_of(unsigned c) {
  std::string bytes;
  if (c < 0x80) return {static_cast<char>(c)};
  int shift = c < 0x800 ? 6 : c < 0x10000 ? 12 : 18;
  const unsigned lead = shift == 6 ? 0xC0 : shift == 12 ? 0xE0 : 0xF0;
  bytes += static_cast<char>(lead | c >> shift);
  while ((shift -= 6) >= 0) bytes += static_cast<char>(0x80 | (c >> shift & 0x3F));
  return bytes;
}

/// A reader of one character after the other.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Json document() {
    space();
    if (now() != '{') throw Malformed();
    Json json = value(0);
    space();
    if (at_ != text_.size()) throw Malformed();
    return json;
  }

 private:
  int now() const { return at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : -1; }
  int take() {
    const int c = now();
    if (c < 0) throw Malformed();
    ++at_;
    return c;
  }
  void expect(char c) {
    if (take() != static_cast<unsigned char>(c)) throw Malformed();
  }
  void space() {
    while (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r') ++at_;
  }

  Json value(int depth) {
    space();
    Json json;
    json.begin = at_;
    if (now() == '{') {
      object(json, depth);
    } else if (now() == '[') {
      list(json, depth);
    } else if (now() == '"') {
      json.kind = Json::Kind::string;
      json.text = string();
    } else {
      token(json);
    }
    json.end = at_;
    return json;
  }

  void object(Json& json, int depth) {
    if (depth == kMaxDepth) throw Malformed();
    json.kind = Json::Kind::object;
    expect('{');
    space();
    if (now() == '}') return expect('}');
    for (;;) {
      space();
      std::string name = string();
      space();
      expect(':');
      json.names.push_back(std::move(name));
      json.items.push_back(value(depth + 1));
      space();
      if (now() != ',') return expect('}');
      expect(',');
    }
  }

  void list(Json& json, int depth) {
    if (depth == kMaxDepth) throw Malformed();
    json.kind = Json::Kind::list;
    expect('[');
    space();
    if (now() == ']') return expect(']');
    for (;;) {
      json.items.push_back(value(depth + 1));
      space();
      if (now() != ',') return expect(']');
      expect(',');
    }
  }

  unsigned hex() {
    unsigned unit = 0;
    for (int i = 0; i < 4; ++i) {
      const int c = take();
      if (std::isxdigit(c) == 0) throw Malformed();
      unit = unit * 16 + static_cast<unsigned>(std::isdigit(c) != 0 ? c - '0' : std::tolower(c) - 'a' + 10);
    }
    return unit;
  }

  unsigned escaped_character() {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kCharacters = "\"\\/\b\f\n\r\t";
    const int letter = take();
    if (letter != 'u') {
      const std::size_t found = kLetters.find(static_cast<char>(letter));
      if (found == std::string_view::npos) throw Malformed();
      return static_cast<unsigned char>(kCharacters[found]);
    }
    const unsigned unit = hex();
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    const std::size_t after = at_;
    if (unit < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
      at_ += 2;
      const unsigned second = hex();
      if (second >= 0xDC00 && second <= 0xDFFF) return 0x10000 + (unit - 0xD800) * 0x400 + (second - 0xDC00);
    }
    at_ = after;
    return 0xFFFD;
  }

  std::string string() {
    std::string text;
    expect('"');
    for (int c = take(); c != '"'; c = take()) {
      if (c < 0x20) throw Malformed();
      if (c == '\\') {
        text += utf8_of(escaped_character());
      } else {
        text += static_cast<char>(c);
      }
    }
    return text;
  }

  void token(Json& json) {
    static const std::regex pattern("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    const std::size_t begin = at_;
    while (now() >= 0 && std::string_view("{}[],:\" \t\n\r").find(static_cast<char>(now())) == std::string_view::npos) {
      ++at_;
    }
    json.text = text_.substr(begin, at_ - begin);
    if (!std::regex_match(json.text, pattern)) throw Malformed();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string quoted(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      out.append("\\u00").append(1, kHex[byte / 16]).append(1, kHex[byte % 16]);
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::optional<Json> parse_json(std::string_view text) {
  try {
    return Reader(text).document();
  } catch (const Malformed&) {
    return std::nullopt;
  }
}

std::string to_text(const Json& json) {
  std::string out;
  switch (json.kind) {
    case Json::Kind::other:
      return json.text;
    case Json::Kind::string:
      return quoted(json.text);
    case Json::Kind::list:
      for (const Json& item : json.items) out.append(out.empty() ? "" : ",").append(to_text(item));
      return '[' + out + ']';
    case Json::Kind::object:
      for (std::size_t i = 0; i < json.items.size(); ++i) {
        out.append(out.empty() ? "" : ",").append(quoted(json.names[i])).append(":").append(to_text(json.items[i]));
      }
      return '{' + out + '}';
  }
  return out;
}

void for_strings_at(Json& json, const std::vector<std::string>& steps, const std::function<void(Json&)>& use) {
  if (steps.empty()) {
    if (json.kind == Json::Kind::string) use(json);
    for (Json& item : json.items) {
      if (json.kind == Json::Kind::list && item.kind != Json::Kind::object) for_strings_at(item, steps, use);
    }
    return;
  }
  const std::vector<std::string> rest(steps.begin() + 1, steps.end());
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    const std::string step = json.kind == Json::Kind::list ? std::to_string(i) : json.names[i];
    if (step == steps.front()) for_strings_at(json.items[i], rest, use);
  }
}

}  // namespace ku::test
