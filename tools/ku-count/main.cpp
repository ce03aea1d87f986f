#include "ku-count/run.hpp"

int main(int argc, char** argv) { return ku::count::run_tool(argc, argv); }
