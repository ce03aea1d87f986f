# Completion of ku-norm for bash. Written by docgen from the option table.

_ku_norm() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # "--option=value" comes as three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]] && ((COMP_CWORD >= 2)); then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    -p | --profile)
      mapfile -t COMPREPLY < <(compgen -W 'encoding standard orthography search none' -- "$word")
      return
      ;;
    -r | --rules)
      # The last name of the list.
      compopt -o nospace
      local last=${word##*,}
      mapfile -t COMPREPLY < <(compgen -P "${word%"$last"}" -W '+presentation-forms -presentation-forms +nfc -nfc +hamza -hamza +bom -bom +invisible -invisible +controls -controls +noncharacters -noncharacters +spaces -spaces +hyphens -hyphens +bullets -bullets +crlf -crlf +kaf -kaf +yeh -yeh +teh-marbuta -teh-marbuta +heh -heh +look-alikes -look-alikes +heh-zwnj -heh-zwnj +allah -allah +final-heh -final-heh +heh-tatweel -heh-tatweel +vowel-marks -vowel-marks +tatweel -tatweel +conjunction -conjunction +zwnj -zwnj +space-runs -space-runs +line-ends -line-ends +initial-rr -initial-rr +initial-w -initial-w +triple-yeh -triple-yeh +fold-alef -fold-alef +fold-waw -fold-waw +strip-marks -strip-marks +strip-tatweel -strip-tatweel +strip-zero-width -strip-zero-width +fullwidth -fullwidth +word-ligatures -word-ligatures +digits-latin -digits-latin +lower-case -lower-case +fold-quotes -fold-quotes +fold-dashes -fold-dashes +html -html +urls -urls +emails -emails +split-digits -split-digits +punctuation -punctuation +arabic-punctuation -arabic-punctuation +quotes -quotes +digits-arabic -digits-arabic +digits-persian -digits-persian +heh-06be -heh-06be' -- "$last")
      return
      ;;
    --digits)
      mapfile -t COMPREPLY < <(compgen -W 'keep latin arabic persian' -- "$word")
      return
      ;;
    --heh)
      mapfile -t COMPREPLY < <(compgen -W '0647 06be' -- "$word")
      return
      ;;
    --from)
      mapfile -t COMPREPLY < <(compgen -W 'ali-k ali-web dylan zarnegar' -- "$word")
      return
      ;;
    --min-confidence)
      return
      ;;
    --map)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
    --suggest)
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
    mapfile -t COMPREPLY < <(compgen -W '-p --profile= -r --rules= --digits= --heh= --from= --restore --min-confidence= --map= --explain --suggest= --check --stats --list-rules -i --in-place -o --output= -F --field= -C --column= -z --null --invalid= --encoding= -j --jobs= --progress --no-progress -q --quiet -h --help -V --version' -- "$word")
    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -F _ku_norm ku-norm
