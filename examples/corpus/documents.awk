# Drops documents that are no running text, and writes the sentences of the others, one per line.
#
# Reads JSON Lines from `ku-tok -s --field NAME --into ku-sentences`. The list that ku-tok adds ends the object, and its
# strings have no escapes but those that JSON needs. At the end, appends rows to `report`: what was dropped and why, in
# documents, sentences and words. Works in memory for one document, on bytes (LC_ALL=C).
#
# The thresholds are those at which FineWeb-2 drops a document in Sorani (configs/ckb_Arab.yml), whose measures are
# those of its library datatrove. They differ here in two points: sentences take the place of lines, since a line that is
# repeated is a sentence, or several, and a menu or list is as many sentences as lines; and words are what spaces
# separate, with their punctuation. Its 0.81 is named after words without a letter, but the code asks for so many with one.

BEGIN {
  mark = ",\"ku-sentences\":["
  # Words of which running text has two: FineWeb-2's, without the comma.
  frequent_words = split("لە و بە کە بۆ ساڵی لەگەڵ بوو ئەم ئەو وەک بووە یان کرد دوای لەسەر گوندی", frequent_word, " ")
  min_frequent = 2
  min_mean_length = 3
  max_mean_length = 36
  min_with_letter = 0.81
  max_repeated_sentences = 0.242
  max_sentences_per_word = 0.246
  split("0 0.176 0.164 0.151", max_commonest, " ")                       # of 2-grams to 4-grams
  split("0 0 0 0 0.14 0.133 0.122 0.115 0.103 0.097", max_repeated, " ") # of 5-grams to 10-grams

  reasons[++last] = sprintf("fewer than %d frequent words", min_frequent)
  reasons[++last] = sprintf("mean word length below %d", min_mean_length)
  reasons[++last] = sprintf("mean word length above %d", max_mean_length)
  reasons[++last] = sprintf("words with a letter below %s", min_with_letter)
  reasons[++last] = sprintf("repeated sentences above %s", max_repeated_sentences)
  reasons[++last] = sprintf("sentences per word above %s", max_sentences_per_word)
  reasons[++last] = "commonest n-gram"
  reasons[++last] = "repeated n-grams"
  for (i = 1; i <= last; i++) number_of_reason[reasons[i]] = i
  forget_words()
}

{
  read_sentences()
  why = read_words()
  if (why == "") why = repetition()
  dropped = why == "" ? 0 : number_of_reason[why]
  ++documents[dropped]
  sentences[dropped] += count
  words[dropped] += total
  if (!dropped) for (i = 1; i <= count; i++) print sentence[i]
}

# Fills sentence[1..count].
function read_sentences(    at, text, parts, n, i) {
  count = 0
  at = index($0, mark)
  if (!at) return
  text = substr($0, at + length(mark))
  gsub(/\\\\/, "\001", text)  # bytes that JSON cannot hold
  gsub(/\\"/, "\002", text)
  n = split(text, parts, "\"")
  # Between two quotation marks is a string, whether the field was a string or a list of them.
  for (i = 2; i <= n; i += 2) {
    text = parts[i]
    if (index(text, "\\")) {
      # Two steps: mawk takes quadratic time for many matches of a pattern with alternatives.
      gsub(/\\[bfnrt]/, " ", text)
      gsub(/\\u00[01]./, " ", text)
    }
    gsub(/\002/, "\"", text)
    gsub(/\001/, "\\", text)
    if (text != "") sentence[++count] = text
  }
}

# Sets total, and for each word of the document id[i] and start[i], the characters before it in the text with one space
# between two words. Returns why the document is dropped, or nothing.
function read_words(    i, j, n, parts, number, characters, with_letter, frequent, repeats) {
  total = with_letter = frequent = repeats = 0
  start[1] = 0
  split("", is_seen)
  if (known_bytes > 20000000) forget_words()
  for (i = 1; i <= count; i++) {
    if (sentence[i] in is_seen) ++repeats
    is_seen[sentence[i]] = 1
    n = split(sentence[i], parts, " ")
    for (j = 1; j <= n; j++) {
      number = number_of[parts[j]]
      if (number == "") number = know(parts[j])
      id[++total] = number
      start[total + 1] = start[total] + 1 + characters_of[number]
      with_letter += letters_of[number]
      if (number <= frequent_words && document_with[number] != NR) {
        document_with[number] = NR
        ++frequent
      }
    }
  }
  characters = start[total + 1] - total
  if (frequent < min_frequent) return reasons[1]
  if (characters < min_mean_length * total) return reasons[2]
  if (characters > max_mean_length * total) return reasons[3]
  if (with_letter < min_with_letter * total) return reasons[4]
  if (repeats > max_repeated_sentences * count) return reasons[5]
  if (count > max_sentences_per_word * total) return reasons[6]
  return ""
}

# Words are numbered, and what is known of them is kept from document to document, up to a limit.
function know(word) {
  known_bytes += length(word)
  number_of[word] = ++known
  characters_of[known] = count_characters(word)
  letters_of[known] = has_letter(word)
  return known
}

# Frequent words have the first numbers.
function forget_words(    i) {
  split("", number_of)
  known = known_bytes = 0
  for (i = 1; i <= frequent_words; i++) know(frequent_word[i])
}

# A character is a byte that does not continue another.
function count_characters(text) {
  gsub(/[\200-\277]+/, "", text)
  return length(text)
}

# An ASCII letter, or a character beyond U+00BF that is not an Arabic-Indic or Persian digit, Arabic punctuation, or from
# U+2000 to U+203F.
function has_letter(text) {
  return text ~ /[A-Za-z\303-\327\332\334-\341\343-\377]/ || text ~ /\330[^\214\233\237]/ || \
    text ~ /\331[^\240-\255]/ || text ~ /\333[^\224\260-\271]/ || text ~ /\342[^\200]/
}

function repetition(    n, characters) {
  characters = start[total + 1] - 1
  if (!may_repeat(characters)) return ""
  for (n = 1; n <= total; n++) ngram[n] = id[n]
  for (n = 2; n <= 5; n++) {
    lengthen(n)
    if (n <= 4 && commonest > max_commonest[n] * characters) return reasons[7]
  }
  for (n = 5; n <= 10; n++) {
    if (n > 5) lengthen(n)
    if (repeated(n) > max_repeated[n] * characters) return reasons[8]
  }
  return ""
}

# Whether an n-gram can be too common or too much be repeated; 2-grams tell it for most texts, at a third of the cost. All
# occurrences of an n-gram of 3 or 4 words are no longer than those of two 2-grams that it consists of; and where an n-gram
# of 5 words or more occurs again, so do at least four 2-grams in a row.
function may_repeat(characters,    i, key, number, longest, from, result) {
  split("", occurrences)
  longest = result = from = 0
  for (i = 1; i < total; i++) {
    key = id[i] " " id[i + 1]
    number = ++occurrences[key]
    if (number > 1) {
      if (!from) from = i
      number *= start[i + 2] - start[i]
      if (number > longest) longest = number
    } else if (from) {
      if (i - from >= 4) result += start[i + 1] - start[from]
      from = 0
    }
  }
  if (from && i - from >= 4) result += start[i + 1] - start[from]
  return 2 * longest > max_commonest[4] * characters || result > max_repeated[10] * characters
}

# Makes ngram[i], a number for the n words from word i on, of that for n - 1 words. Sets commonest to the characters of all
# occurrences of the one that is first to occur most often, if it does more than once.
function lengthen(n,    i, key, most) {
  split("", number_of_ngram)
  split("", occurrences)
  commonest = 0
  most = 1
  for (i = 1; i + n - 1 <= total; i++) {
    key = ngram[i] " " id[i + n - 1]
    if (key in number_of_ngram) {
      ngram[i] = number_of_ngram[key]
      if (++occurrences[key] >= most) {
        most = occurrences[key] + 1
        commonest = most * (start[i + n] - start[i] - 1)
      }
    } else {
      ngram[i] = number_of_ngram[key] = i
    }
  }
}

# The characters of n-grams that occurred before, without overlaps.
function repeated(n,    i, result) {
  split("", is_seen)
  result = 0
  for (i = 1; i + n - 1 <= total; i++) {
    if (ngram[i] in is_seen) {
      result += start[i + n] - start[i] - 1
      i += n - 1
    } else {
      is_seen[ngram[i]] = 1
    }
  }
  return result
}

END {
  for (i = 1; i <= last; i++) printf "3\t%s\t%d\t%d\t%d\n", reasons[i], documents[i], sentences[i], words[i] >> report
  printf "4\tdocuments kept\t%d\t%d\t%d\n", documents[0], sentences[0], words[0] >> report
}
