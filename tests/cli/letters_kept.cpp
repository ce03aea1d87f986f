// Checks that a change of spelling lost no letter.
//
//     letters_kept BEFORE AFTER          for instance: ku-norm news.txt | letters_kept news.txt -
//
// Line by line, both texts are reduced to their letters: taken apart by NFKD (so that presentation forms, ligatures and
// letters with marks become plain letters), without marks, tatweel, digits, spaces and signs, and with letters that are
// written for one another taken as the same (ك and ک, ة and ە, ڕ and ر …). What is left must be equal. Prints the first
// ten lines that differ and exits 1 if any do; exits 2 if a file can't be read.
//
// The table of letters below is meant to know less than the rules that it checks: only which shapes are taken for the
// same letter, not which of them is right.

#include <utf8proc.h>

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>

namespace {

// Each line is a class; its first letter stands for the class.
constexpr std::u32string_view kClasses[] = {
    U"کكڪڬڮ", U"گڳڱګڴ", U"یيىێےېۍؠؽ", U"هەةھہۃۿ", U"وۆۇۈۉۊۋ", U"رڕڒړڔ", U"لڵڶڷڸ", U"اٱ", U"ڤڥڨ",
};

std::unordered_map<utf8proc_int32_t, utf8proc_int32_t> class_table() {
  std::unordered_map<utf8proc_int32_t, utf8proc_int32_t> table;
  for (const std::u32string_view letters : kClasses) {
    for (const char32_t letter : letters) {
      table[static_cast<utf8proc_int32_t>(letter)] = static_cast<utf8proc_int32_t>(letters.front());
    }
  }
  return table;
}

bool is_letter(utf8proc_int32_t c) {
  constexpr utf8proc_int32_t kTatweel = 0x0640;
  // Letters by category, but a sign (high hamza) or nothing to see.
  constexpr std::u32string_view kFillers = U"\u0674\u115F\u1160\u3164\uFFA0";
  const utf8proc_category_t category = utf8proc_category(c);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO && c != kTatweel &&
         kFillers.find(static_cast<char32_t>(c)) == std::u32string_view::npos;
}

void append(std::string& out, utf8proc_int32_t c) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(c, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// The letters of a line, as the comment at the top says. Ill-formed bytes are no letters.
std::string letters_of(std::string_view line) {
  constexpr utf8proc_int32_t kHamzaAbove = 0x0654;
  constexpr utf8proc_int32_t kYeh = 0x06CC;
  static const auto class_of = class_table();
  std::string letters;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(line.data());
  auto left = static_cast<utf8proc_ssize_t>(line.size());
  while (left > 0) {
    utf8proc_int32_t c = -1;
    const utf8proc_ssize_t length = utf8proc_iterate(at, left, &c);
    at += length > 0 ? length : 1;
    left -= length > 0 ? length : 1;
    if (c < 0) continue;
    utf8proc_int32_t parts[32];
    int boundary = 0;
    constexpr auto kNfkd = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
    const auto count = utf8proc_decompose_char(c, parts, 32, kNfkd, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) {
      // Hamza on a final heh is the linking î of Persian, written ەی in Sorani.
      if (parts[i] == kHamzaAbove && letters.ends_with("ه")) parts[i] = kYeh;
      if (!is_letter(parts[i])) continue;
      const auto found = class_of.find(parts[i]);
      append(letters, found == class_of.end() ? parts[i] : found->second);
    }
  }
  return letters;
}

bool differ(std::istream& before, std::istream& after) {
  constexpr int kShown = 10;
  int differences = 0;
  std::string a;
  std::string b;
  for (long number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(before, a));
    const bool more_b = static_cast<bool>(std::getline(after, b));
    if (!more_a && !more_b) return differences > 0;
    if (more_a != more_b) {
      std::cout << "line " << number << ": only " << (more_a ? "before" : "after") << '\n';
      return true;
    }
    const std::string letters_a = letters_of(a);
    const std::string letters_b = letters_of(b);
    if (letters_a == letters_b || ++differences > kShown) continue;
    std::cout << "line " << number << "\n  before: " << letters_a << "\n  after:  " << letters_b << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: letters_kept BEFORE AFTER\n";
    return 2;
  }
  std::ifstream files[2];
  for (int i = 0; i < 2; ++i) {
    const std::string_view name = argv[i + 1];
    files[i].open(name == "-" ? "/dev/stdin" : argv[i + 1]);
    if (!files[i]) {
      std::cerr << "letters_kept: " << name << ": cannot be read\n";
      return 2;
    }
  }
  return differ(files[0], files[1]) ? 1 : 0;
}
