# What zsh offers at the command lines of completions.tsv: an interactive zsh in a pseudo-terminal is given each line and
# the key of a widget that inserts all matches at once; it reports the line that results.
emulate -R zsh
setopt extended_glob
zmodload zsh/zpty || { print 'skipped: zsh/zpty is not installed'; exit 77 }
typeset failed=0 answer expected line
typeset -a got wanted

zpty shell 'zsh -f -i'
# give COMMAND...: runs it in the shell and waits until it has been run.
give() {
  zpty -w shell "$*; print -r -- do''ne"
  zpty -r -m shell answer '*done*' || { print "zsh does not answer: $answer"; exit 1 }
}
give 'stty -echo; KEYTIMEOUT=1; unset zle_bracketed_paste; PROMPT=; setopt no_prompt_sp no_beep'
give "fpath=($PWD/completions \$fpath); autoload -Uz compinit; compinit -u -D"
give 'insert-all() { _main_complete; compstate[insert]=all; compstate[list]= }'
give 'zle -C insert-all complete-word insert-all'
give 'report() { zle insert-all; print -r -- "<<$BUFFER>>"; BUFFER= }; zle -N report; bindkey "^X" report'

while IFS=$'\t' read -r line expected; do
  [[ $line != '#'* ]] || continue
  zpty -w -n shell "$line"$'\C-x'
  zpty -r -m shell answer '*<<*>>*' || { print "zsh does not answer: $answer"; exit 1 }
  answer=${${answer##*<<}%%>>*}
  # The words in place of the last one, without the name of the option; a list ends in a comma, a folder in a slash.
  got=(${=${answer#"${line% *} "}})
  got=(${${got#--[a-z-]#=}%[,/]})
  # Where nothing matches, the word stays.
  [[ $answer != "$line" ]] || got=()
  wanted=(${=expected})
  if [[ ${(j: :)${(o)got}} != ${(j: :)${(o)wanted}} ]]; then
    print -r -- "$line: expected '$wanted', got '$got'"
    failed=1
  fi
done <tests/docs/completions.tsv
zpty -d shell
exit $failed
