#include "ku-norm/run.hpp"

int main(int argc, char** argv) { return ku::norm::run_tool(argc, argv); }
