#!/bin/sh
# Builds and runs a program with the shared and with the static library, both found by pkg-config.
#
# usage: pkg-config.sh COMPILER PREFIX SOURCE
set -eu

PKG_CONFIG_PATH=$(find "$2" -type d -name pkgconfig)
export PKG_CONFIG_PATH
libraries=$(dirname "$PKG_CONFIG_PATH")
program=$2/consumer-by-pkg-config

# shellcheck disable=SC2046  # pkg-config prints a list of words
"$1" -std=c++20 -o "$program" "$3" $(pkg-config --cflags --libs libsorani)
LD_LIBRARY_PATH=$libraries "$program"

# What a program with the static library is linked with besides is in Libs.private and Requires.private.
# shellcheck disable=SC2046
"$1" -std=c++20 -o "$program" "$3" $(pkg-config --cflags libsorani) \
  $(pkg-config --libs --static libsorani | sed 's/-lsorani/-l:libsorani.a/')
if readelf -d "$program" | grep libsorani; then
  echo "linked with the shared library" >&2
  exit 1
fi
"$program"
rm "$program"
