#!/bin/sh
# Checks that what few runs need is not loaded at the start of a tool, which would take longer for it.
#
# usage: start-up.sh PREFIX
set -eu

failed=0
for tool in "$1"/bin/ku-*; do
  for library in $(readelf -dW "$tool" | sed -n 's/.*(NEEDED).*\[\(lib\(icu\|simdjson\).*\)\]/\1/p'); do
    echo "$tool: loads $library at its start" >&2
    failed=1
  done
done
exit $failed
