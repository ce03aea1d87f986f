# Completion of ku-lid for bash. Written by docgen from the option table.

_ku_lid() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # "--option=value" comes as three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]] && ((COMP_CWORD >= 2)); then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    -k | --keep)
      # The last name of the list.
      compopt -o nospace
      local last=${word##*,}
      mapfile -t COMPREPLY < <(compgen -P "${word%"$last"}" -W 'ckb-Arab ckb-Latn kmr-Arab kmr-Latn sdh-Arab hac-Arab zza-Latn arb-Arab fas-Arab urd-Arab glk-Arab kas-Arab bal-Arab tur-Latn eng-Latn und' -- "$last")
      return
      ;;
    --min-score)
      return
      ;;
    -f | --format)
      mapfile -t COMPREPLY < <(compgen -W 'label tsv jsonl' -- "$word")
      return
      ;;
    -b | --best)
      return
      ;;
    -o | --output)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
    -F | --field)
      return
      ;;
    -C | --column)
      return
      ;;
    --invalid)
      mapfile -t COMPREPLY < <(compgen -W 'fail replace skip' -- "$word")
      return
      ;;
    --encoding)
      mapfile -t COMPREPLY < <(compgen -W 'utf-8 utf-16 utf-16le utf-16be utf-32 windows-1256 iso-8859-6' -- "$word")
      return
      ;;
    -j | --jobs)
      return
      ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '-k --keep= -v --invert-match --min-score= -f --format= -b --best= --list-languages -o --output= -F --field= -C --column= -z --null --invalid= --encoding= -j --jobs= --progress --no-progress -q --quiet -h --help -V --version' -- "$word")
    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -F _ku_lid ku-lid
