#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include <sorani/normalizer.hpp>

namespace {

std::vector<std::string> read_lines(const std::string& name) {
  std::ifstream file(std::string(SORANI_TEST_DATA_DIR "/") + name, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line + '\n');
  return lines;
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

TEST(Sample, MessyTextComesOutClean) {
  const std::vector<std::string> messy = read_lines("sample-messy.txt");
  const std::vector<std::string> clean = read_lines("sample-clean.txt");
  ASSERT_GT(clean.size(), 50u);
  ASSERT_EQ(messy.size(), clean.size());
  sorani::Normalizer normalize;
  for (std::size_t i = 0; i < clean.size(); ++i) EXPECT_EQ(normalize(messy[i]), clean[i]) << "line " << i + 1;
  EXPECT_EQ(normalize(join(messy)), join(clean));
}

TEST(Sample, CleanTextStaysAsItIs) {
  const std::string clean = join(read_lines("sample-clean.txt"));
  using sorani::Profile;
  for (const Profile profile : {Profile::none, Profile::encoding, Profile::standard}) {
    sorani::NormalizerOptions options;
    options.profile = profile;
    EXPECT_EQ(sorani::Normalizer(options)(clean), clean) << to_string(profile);
  }
}

}  // namespace
