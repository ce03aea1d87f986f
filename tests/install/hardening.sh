#!/bin/sh
# Checks that the installed tools and libraries are built with what protects them against faults of memory.
#
# usage: hardening.sh PREFIX
set -eu

failed=0
# need FILE WHAT PATTERN COMMAND…: the output of the command has a line with the pattern.
need() {
  file=$1 what=$2 pattern=$3
  shift 3
  "$@" "$file" | grep -qE "$pattern" || {
    echo "$file: $what" >&2
    failed=1
  }
}
for file in "$1"/bin/ku-* $(find "$1" -name 'libsorani.so.0'); do
  need "$file" 'not position-independent' 'Type: +DYN' readelf -hW
  need "$file" 'no read-only relocations' GNU_RELRO readelf -lW
  need "$file" 'relocations are writable after the start' 'BIND_NOW|Flags:.* NOW' readelf -dW
  need "$file" 'the stack is executable' 'GNU_STACK.* RW +0x' readelf -lW
  need "$file" 'no stack protector' __stack_chk_fail nm -D
  need "$file" 'no checked library functions (_FORTIFY_SOURCE)' '__[a-z]+_chk(@|$)' nm -D
done
# Indirect jumps land only on marked instructions, and returns are checked, where all that a program is linked with is
# marked: here, the objects of the library. Debian 12 does not mark the C library's start files, so that its programs
# are not.
case $(uname -m) in
  x86_64)
    archive=$(find "$1" -name libsorani.a)
    members=$(ar t "$archive" | wc -l)
    marked=$(readelf -nW "$archive" | grep -c 'x86 feature: IBT, SHSTK' || true)
    [ "$members" -eq "$marked" ] || {
      echo "$archive: $marked of $members objects are marked for control-flow protection" >&2
      failed=1
    }
    ;;
esac
exit $failed
