#include "ku-latin/run.hpp"

int main(int argc, char** argv) { return ku::latin::run_tool(argc, argv); }
