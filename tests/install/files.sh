#!/bin/sh
# Installs below DESTDIR, and checks that the files are those of a list and do not hold the path of the source, the build
# or DESTDIR.
#
# usage: files.sh SOURCE BUILD LIST [--update]
set -eu

DESTDIR=$(mktemp -d)
export DESTDIR
trap 'rm -rf "$DESTDIR"' EXIT
cmake --install "$2" --prefix /opt/sorani >/dev/null
# Debian's libraries are in lib/x86_64-linux-gnu, others' in lib64.
files() {
  (cd "$DESTDIR/opt/sorani" && find . ! -type d) | sed -E 's,^\./,,; s,^lib(64|/[^/]*-linux-gnu)/,lib/,; s,\.so\.0\..*,.so.0.VERSION,' |
    LC_ALL=C sort
}
[ "$(ls "$DESTDIR")" = opt ] || { echo "something was installed outside the prefix: $(ls "$DESTDIR")" >&2; exit 1; }
if grep -rlF -e "$1" -e "$2" -e "$DESTDIR" -e /opt/sorani "$DESTDIR"; then
  echo "these files name a folder of this machine" >&2
  exit 1
fi
if [ "${4-}" = --update ]; then
  files >"$3"
else
  files | diff -u "$3" -
fi
