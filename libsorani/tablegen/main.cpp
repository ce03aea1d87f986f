// tablegen COMMAND ARGUMENT...: writes one C++ source or header of tables. Run by the build.

#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.hpp"
#include "error.hpp"

namespace {

struct Command {
  std::string_view name;
  std::string_view arguments;
  std::size_t argument_count;
  void (*run)(tablegen::Arguments);
};

constexpr Command kCommands[] = {
    {"utf8", "OUT.cpp", 1, tablegen::utf8_command},
    {"characters", "DATA_DIR OUT.hpp", 2, tablegen::characters_command},
    {"script", "DATA_DIR OUT.cpp", 2, tablegen::script_command},
    {"normalize", "DATA_DIR OUT.cpp", 2, tablegen::normalize_command},
    {"restore", "DATA_DIR OUT.cpp", 2, tablegen::restore_command},
    {"address", "DATA_DIR OUT.cpp", 2, tablegen::address_command},
    {"tokenize", "DATA_DIR OUT.cpp", 2, tablegen::tokenize_command},
    {"phonemes", "DATA_DIR OUT.hpp", 2, tablegen::phonemes_command},
    {"g2p", "DATA_DIR OUT.cpp", 2, tablegen::g2p_command},
    {"identify", "DATA_DIR OUT.cpp", 2, tablegen::identify_command},
    {"transliterate", "DATA_DIR OUT.cpp", 2, tablegen::transliterate_command},
};

int usage() {
  for (const Command& command : kCommands) {
    std::cerr << "usage: tablegen " << command.name << ' ' << command.arguments << '\n';
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty()) return usage();
  for (const Command& command : kCommands) {
    if (command.name != arguments.front()) continue;
    if (arguments.size() - 1 != command.argument_count) return usage();
    try {
      command.run(tablegen::Arguments(arguments).subspan(1));
      return 0;
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
      return 1;
    }
  }
  return usage();
}
