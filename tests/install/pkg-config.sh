#!/bin/sh
# Builds and runs a program against an installed library found by pkg-config.
#
# usage: pkg-config.sh COMPILER PREFIX SOURCE
set -eu

PKG_CONFIG_PATH=$(find "$2" -type d -name pkgconfig)
export PKG_CONFIG_PATH
program=$2/consumer-by-pkg-config
# shellcheck disable=SC2046  # pkg-config prints a list of words
"$1" -std=c++20 -o "$program" "$3" $(pkg-config --cflags --libs --static sorani)
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH") "$program"
