// A program outside the project that uses the installed library. Exits 0 if it works.

#include <iostream>
#include <sorani/version.hpp>

int main() { std::cout << "libsorani " << sorani::version() << '\n'; }
