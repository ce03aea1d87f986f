#include "transliterate/scheme.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "code_points.hpp"
#include "cpp_writer.hpp"
#include "transliterate/unique_decoding.hpp"

namespace tablegen {
namespace {

using namespace sorani::transliterate;

struct Image {
  std::uint8_t sound;
  Context left;
  Context right;
  std::string to;
};

bool is_general(const Image& image) { return image.left == kAnything && image.right == kAnything; }

/// Adds an image. Fails if an earlier row has the same contexts or no contexts.
void add_image(const TsvRow& row, const Image& image, std::vector<Image>& images) {
  for (const Image& before : images) {
    if (before.sound != image.sound) continue;
    if (is_general(before)) row.fail("comes after the row for everywhere");
    if (before.left == image.left && before.right == image.right) row.fail("second row for the same");
  }
  if (is_general(image) && image.to.empty()) row.fail("nothing is written for the sound");
  images.push_back(image);
}

void check_totality(const TsvRow& scheme, const Phonemes& phonemes, const std::vector<Image>& images) {
  for (std::size_t sound = 0; sound < phonemes.entries().size(); ++sound) {
    const auto says = [&](const Image& image) { return image.sound == sound && is_general(image); };
    if (std::none_of(images.begin(), images.end(), says)) {
      scheme.fail("the scheme has no image for " + phonemes.entries()[sound].symbol);
    }
  }
}

void check_decoding(const TsvRow& scheme, const std::vector<Image>& images) {
  std::vector<std::string> codes;
  for (const Image& image : images) {
    if (!is_general(image)) scheme.fail("a scheme with unique decoding has no rows with contexts");
    if (std::find(codes.begin(), codes.end(), image.to) != codes.end()) scheme.fail("two sounds are " + image.to);
    codes.push_back(image.to);
  }
  if (!is_uniquely_decodable(codes)) scheme.fail("some texts can be read in two ways");
  if (scheme["decoding"] != "strict") return;
  for (const std::string& code : codes) {
    const std::u32string image = to_code_points(code);
    if (image.size() != 1) scheme.fail("not one character: " + code);
    constexpr std::u32string_view kReserved = U" \t\n\r{}";
    if (kReserved.find(image.front()) != std::u32string_view::npos) scheme.fail("stands for itself: " + code);
  }
}

}  // namespace

std::string sounds_literal(const std::vector<std::uint8_t>& sounds) {
  // With its length, since one of the sounds is number 0.
  return fmt::format("{{{}, {}}}", string_literal(std::string(sounds.begin(), sounds.end())), sounds.size());
}

void add_scheme(const TsvRow& scheme, const std::filesystem::path& directory, const Phonemes& phonemes,
                SchemeItems& items) {
  const std::array starts{items.sounds.size(), items.words.size(), items.back.size()};
  const TsvFile file(directory / (scheme["scheme"] + ".tsv"), {"kind", "from", "left", "right", "to", "source"});
  std::vector<Image> images;
  for (const TsvRow& row : file.rows()) {
    const std::string& kind = row["kind"];
    const Context left = phonemes.context(row, "left");
    const Context right = phonemes.context(row, "right");
    if (row["source"].empty()) row.fail("no source");
    if (kind == "sound") {
      add_image(row, {phonemes.number(row, row["from"]), left, right, row["to"]}, images);
    } else if (kind == "word") {
      if (row["from"].empty() || row["to"].empty() || right != kAnything) row.fail("not a word");
      items.words.push_back(fmt::format("{{{},{},{}}}", string_literal(row["from"]), left, string_literal(row["to"])));
    } else if (kind == "back") {
      if (row["from"].empty()) row.fail("no letters");
      items.back.push_back(fmt::format("{{{},{},{},0,0,{}}}", string_literal(row["from"]), left, right,
                                       sounds_literal(phonemes.numbers(row, "to"))));
    } else {
      row.fail("no such kind: " + kind);
    }
  }
  check_totality(scheme, phonemes, images);
  const std::string& decoding = scheme["decoding"];
  if (decoding != "no" && decoding != "unique" && decoding != "strict") scheme.fail("no such decoding: " + decoding);
  if (decoding != "no") check_decoding(scheme, images);
  if (scheme["capitals"] != "yes" && scheme["capitals"] != "no") scheme.fail("capitals are yes or no");
  if (scheme["description"].empty() || scheme["source"].empty()) scheme.fail("no description or no source");

  std::stable_sort(images.begin(), images.end(), [](const Image& a, const Image& b) { return a.sound < b.sound; });
  for (const Image& image : images) {
    items.sounds.push_back(fmt::format("{{Phoneme::{},{},{},{}}}", phonemes.entries()[image.sound].name, image.left,
                                       image.right, string_literal(image.to)));
  }
  items.schemes.push_back(fmt::format(
      "{{{},{},{},{},{},{},{},{},{},{},{}}}", string_literal(scheme["scheme"]), string_literal(scheme["description"]),
      scheme["capitals"] == "yes", decoding != "no", decoding == "strict", starts[0], items.sounds.size() - starts[0],
      starts[1], items.words.size() - starts[1], starts[2], items.back.size() - starts[2]));
}

}  // namespace tablegen
