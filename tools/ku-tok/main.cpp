#include "ku-tok/run.hpp"

int main(int argc, char** argv) { return ku::tok::run_tool(argc, argv); }
