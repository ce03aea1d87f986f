#!/usr/bin/env bash
# What bash offers at the command lines of completions.tsv, and at some where it differs from the other shells.
set -u
for file in completions/*.bash; do
  # shellcheck source=/dev/null
  . "$file"
done
# Only works while the shell completes; the sourced files call it.
# shellcheck disable=SC2317
compopt() { :; }
failed=0

# offers EXPECTED WORD...: completing the last word offers these, in any order.
offers() {
  local expected function=_${2//-/_}
  expected=$(tr ' ' '\n' <<<"$1" | sort)
  shift
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  "$function"
  if [[ $(printf '%s\n' "${COMPREPLY[@]}" | sort) != "$expected" ]]; then
    echo "$*: expected '${expected//$'\n'/ }', got '${COMPREPLY[*]}'"
    failed=1
  fi
}

while IFS=$'\t' read -r line expected; do
  [[ $line != '#'* ]] || continue
  # As readline splits it: "=" is a word by itself, a space at the end begins an empty one.
  spaced=${line//=/ = }
  read -ra words <<<"$spaced"
  if [[ $line == *' ' ]]; then words+=(''); fi
  offers "$expected" "${words[@]}"
done <tests/docs/completions.tsv

offers '--profile= --progress' ku-norm --pro
offers 'keep latin arabic persian' ku-norm --digits = ''
exit $failed
