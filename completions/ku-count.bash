# Completion of ku-count for bash. Written by docgen from the option table.

_ku_count() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # "--option=value" comes as three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]] && ((COMP_CWORD >= 2)); then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    -n | --ngram)
      return
      ;;
    -u | --unit)
      mapfile -t COMPREPLY < <(compgen -W 'word char grapheme line' -- "$word")
      return
      ;;
    --types)
      # The last name of the list.
      compopt -o nospace
      local last=${word##*,}
      mapfile -t COMPREPLY < <(compgen -P "${word%"$last"}" -W 'word number punctuation symbol url email hashtag mention emoji' -- "$last")
      return
      ;;
    --fold)
      mapfile -t COMPREPLY < <(compgen -W 'encoding standard orthography search' -- "$word")
      return
      ;;
    -m | --min-count)
      return
      ;;
    -t | --top)
      return
      ;;
    --sort)
      mapfile -t COMPREPLY < <(compgen -W 'count key alphabet' -- "$word")
      return
      ;;
    -f | --format)
      mapfile -t COMPREPLY < <(compgen -W 'tsv json' -- "$word")
      return
      ;;
    --plot)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
    -S | --buffer-size)
      return
      ;;
    -T | --temporary-directory)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
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
    mapfile -t COMPREPLY < <(compgen -W '-n --ngram= -u --unit= --pretokenized --all --types= --fold= --merge -m --min-count= -t --top= --sort= -k --by-key -f --format= --summary --plot= -S --buffer-size= -T --temporary-directory= -o --output= -F --field= -C --column= -z --null --invalid= --encoding= -j --jobs= --progress --no-progress -q --quiet -h --help -V --version' -- "$word")
    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -F _ku_count ku-count
