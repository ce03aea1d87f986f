// JSON Lines and columns of any bytes: the finder of fields agrees with the reference, the parts of a line that are not
// processed stay as they are, and columns are put together again.

#include <cstddef>
#include <cstdint>
#include <sorani/utf8.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/records/columns.hpp"
#include "records/record_properties.hpp"
#include "require.hpp"

namespace {

void check_columns(std::string_view text) {
  const auto columns = ku::parse_columns("2,4-").value();
  std::string padded(text);
  padded.append(ku::kTextPadding, '\t');
  std::vector<ku::Value> values;
  const std::string_view whole = std::string_view(padded).substr(0, text.size());
  SORANI_REQUIRE(!ku::make_column_finder(columns)->find(whole, '\n', true, values));
  std::size_t end = 0;
  for (const ku::Value& value : values) {
    SORANI_REQUIRE(value.begin >= end && value.end >= value.begin && value.end <= text.size());
    SORANI_REQUIRE(whole.substr(value.begin, value.end - value.begin).find('\t') == std::string_view::npos);
    SORANI_REQUIRE(value.begin > 0 && whole[value.begin - 1] == '\t');
    end = value.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text;
  sorani::replace_invalid_utf8({reinterpret_cast<const char*>(data), size}, text);
  check_columns(text);
  // Members that are looked for are rarely hit upon.
  for (const std::string& line : {text, "{\"text\":" + text + "}", "{\"meta\":{\"title\":\"" + text + "\"}}"}) {
    if (line.find('\0') != std::string::npos) continue;
    SORANI_REQUIRE(ku::test::broken_record_property(line, '\0').empty());
  }
  return 0;
}
