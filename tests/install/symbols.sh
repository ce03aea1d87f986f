#!/bin/sh
# Compares what the installed libsorani.so exports with a list, and checks the name that programs know it by.
#
# usage: symbols.sh PREFIX LIST [--update]
set -eu

library=$(find "$1" -name libsorani.so)
[ "$(readelf -d "$library" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')" = libsorani.so.0 ] || {
  echo "the SONAME is not libsorani.so.0" >&2
  exit 1
}
# "A" is the name of the version itself.
symbols() { nm -D -C --defined-only "$library" | awk '$2 != "A" { $1 = $2 = ""; print substr($0, 3) }' | LC_ALL=C sort -u; }
if [ "${3-}" = --update ]; then
  symbols >"$2"
else
  # A symbol that is gone breaks programs; one that is new is promised to them. See docs/releasing.md.
  symbols | diff -u "$2" -
fi
