# shellcheck shell=bash
# What bench/run and bench/profile share; read by them.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=build/bench
export LC_ALL=C.UTF-8

# Builds the tools and the benchmarks in build/bench; prints the log if that fails.
build_bench() {
  mkdir -p $build
  if ! { cmake --preset bench && cmake --build --preset bench; } >"$build/build.log" 2>&1; then
    cat "$build/build.log" >&2
    exit 1
  fi
  PATH="$root/$build/bin:$PATH"
}

# matches NAME PATTERNS: whether the name matches one of these shell patterns, which are separated by spaces.
matches() {
  local pattern
  set -f
  for pattern in $2; do
    # shellcheck disable=SC2053 # it is a pattern
    if [[ $1 == $pattern ]]; then set +f && return 0; fi
  done
  set +f
  return 1
}

# repeated FILE BYTES: writes the file, as often as it takes to make so many bytes. Who has read enough leaves, which
# ends `cat` by SIGPIPE.
repeated() {
  local copies=$(($2 / $(stat -c %s "$1") + 1)) i
  for ((i = 0; i < copies; i++)); do cat "$1" || break; done 2>/dev/null
}
