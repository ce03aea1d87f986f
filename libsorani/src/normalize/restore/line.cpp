#include "normalize/restore/line.hpp"

#include <cstring>

#include "utf8/utf8.hpp"

namespace sorani::normalize::restore {
namespace {

/// `character_info` with the common case inline.
class CharacterInfos {
 public:
  CharacterInfo operator()(char32_t c) const noexcept {
    return c - kArabicBlock < kArabicBlockSize ? block_[c - kArabicBlock] : character_info(c);
  }

 private:
  const CharacterInfo* block_ = arabic_block();
};

class TokenBuilder {
 public:
  TokenBuilder(const Channel& channel, Line& line) : channel_(channel), line_(line) {}

  void add(CharacterInfo info, std::size_t at, std::size_t length) {
    if (info.kind == CharacterInfo::separator) {
      end();
      return;
    }
    if (!open_) {
      if (info.kind == CharacterInfo::mark) return;  // belongs to no word
      line_.tokens.push_back({at, at, {}, false});
      open_ = true;
    }
    Token& token = line_.tokens.back();
    token.end = at + length;
    if (info.kind == CharacterInfo::mark) {
      const bool is_read = token.typed.size > 0 && info.typed != 0 &&
                           channel_.is_marked(token.typed.values[token.typed.size - 1u], info.typed);
      if (!is_read) {
        if (info.is_vowel_mark) token.is_fixed = true;  // a quotation in Arabic
        return;
      }
    } else {
      ++line_.letters;
      if (info.is_kurdish) ++line_.kurdish_letters;
      if (info.is_kurdish || info.kind == CharacterInfo::other) token.is_fixed = true;
      if (info.is_arabic) ++arabic_;
      if (info.is_persian) ++persian_;
    }
    if (token.typed.full()) {
      token.is_fixed = true;
    } else {
      token.typed.push(info.typed);
    }
  }

  void end() { open_ = false; }
  Keyboard keyboard() const { return persian_ > arabic_ ? Keyboard::persian : Keyboard::arabic; }

 private:
  const Channel& channel_;
  Line& line_;
  bool open_ = false;
  std::size_t arabic_ = 0;
  std::size_t persian_ = 0;
};

}  // namespace

std::size_t line_end(std::string_view text, std::size_t begin) {
  const auto find = [&](char terminator, std::size_t size) -> std::size_t {
    const void* const found = std::memchr(text.data() + begin, terminator, size);
    return found == nullptr ? size
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1 - begin;
  };
  return begin + find('\0', find('\n', text.size() - begin));
}

void LineReader::read(std::string_view text, Line& line) const {
  line.text = text;
  line.tokens.clear();
  line.letters = line.kurdish_letters = 0;
  TokenBuilder tokens(channel_, line);
  const CharacterInfos info_of;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      tokens.end();
      ++at;
      continue;
    }
    const utf8::Decoded next = utf8::decode(text, at);
    tokens.add(info_of(next.value), at, next.length);
    at += next.length;
  }
  line.keyboard = tokens.keyboard();
}

bool LineReader::is_kurdish(std::string_view text) {
  // A line has at most one letter for two bytes: most lines show early that they are Kurdish.
  std::size_t letters = 0;
  std::size_t kurdish = 0;
  const CharacterInfos info_of;
  for (std::size_t at = 0; at < text.size();) {
    if (Line::is_kurdish(text.size() / 2, kurdish)) return true;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const utf8::Decoded next = utf8::decode(text, at);
    const CharacterInfo info = info_of(next.value);
    if (info.kind == CharacterInfo::letter || info.kind == CharacterInfo::other) ++letters;
    if (info.is_kurdish) ++kurdish;
    at += next.length;
  }
  return Line::is_kurdish(letters, kurdish);
}

}  // namespace sorani::normalize::restore
