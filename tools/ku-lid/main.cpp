#include "ku-lid/run.hpp"

int main(int argc, char** argv) { return ku::lid::run_tool(argc, argv); }
