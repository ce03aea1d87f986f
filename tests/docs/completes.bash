#!/usr/bin/env bash
# What bash offers at some command lines of ku-norm.
set -u
# shellcheck source=/dev/null
. completions/ku-norm.bash
# Only works while the shell completes; the sourced file calls it.
# shellcheck disable=SC2317
compopt() { :; }
failed=0

# offers EXPECTED WORD...: completing the last word offers these.
offers() {
  local expected=$1
  shift
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _ku_norm
  if [[ ${COMPREPLY[*]} != "$expected" ]]; then
    echo "$*: expected '$expected', got '${COMPREPLY[*]}'"
    failed=1
  fi
}

offers '--profile= --progress' ku-norm --pro
offers 'standard' ku-norm --profile st
offers 'standard' ku-norm --profile = st
offers 'keep latin arabic persian' ku-norm --digits =
offers 'keep latin arabic persian' ku-norm --digits = ''
offers '-tatweel' ku-norm -r -tat
offers '+html,-kaf,-tatweel' ku-norm -r +html,-kaf,-tat
offers '0647 06be' ku-norm --heh 0
offers 'completions' ku-norm complet
offers 'completions' ku-norm -o complet
offers '' ku-norm -j ''
exit $failed
