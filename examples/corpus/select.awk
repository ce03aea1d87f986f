# Passes on the lines of `ku-lid -f tsv` that are in `language` with a probability of at least `min_score`, and appends
# to `report` how many others there were. `unit` is what a line is: 1, a document; 2, a sentence.

BEGIN { FS = "\t" }

$1 != language {
  ++others[$1]
  if (unit == 2) words[$1] += count_words()
  next
}
$2 < min_score {
  ++unsure
  next
}
{ print substr($0, length($1) + length($2) + 3) }

function count_words(    parts) { return split(substr($0, length($1) + length($2) + 3), parts, " ") }

function row(step, name, count, word_count) {
  printf "%d\t%s\t%d\t%d\t%d\n", step, name, unit == 1 ? count : 0, unit == 2 ? count : 0, word_count >> report
}

END {
  if (unit == 1) {
    row(1, "documents read", NR, 0)
    for (label in others) row(2, "documents in " label, others[label], 0)
    row(2, "probability of " language " below " min_score, unsure, 0)
  } else {
    for (label in others) row(5, "sentences in " label, others[label], words[label])
  }
}
