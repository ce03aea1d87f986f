# Completion of ku-tok for bash. Written by docgen from the option table.

_ku_tok() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # "--option=value" comes as three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]] && ((COMP_CWORD >= 2)); then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    -f | --format)
      mapfile -t COMPREPLY < <(compgen -W 'line column tsv jsonl conllu' -- "$word")
      return
      ;;
    --types)
      # The last name of the list.
      compopt -o nospace
      local last=${word##*,}
      mapfile -t COMPREPLY < <(compgen -P "${word%"$last"}" -W 'word number punctuation symbol url email hashtag mention emoji' -- "$last")
      return
      ;;
    --into)
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
    mapfile -t COMPREPLY < <(compgen -W '-s --sentences -f --format= --types= --split-digits -d --detokenize --into= -o --output= -F --field= -C --column= -z --null --invalid= --encoding= -j --jobs= --progress --no-progress -q --quiet -h --help -V --version' -- "$word")
    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -F _ku_tok ku-tok
