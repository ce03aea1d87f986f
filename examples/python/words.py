#!/usr/bin/env python3
"""Lists the words of a text, normalized, with their readings in Latin letters: words.py < TEXT"""

import sys

import sorani


def main() -> None:
    with sorani.Normalizer("orthography") as normalize, sorani.Transliterator() as transliterate:
        tokenize = sorani.Tokenizer()
        for line in sys.stdin:
            for token in tokenize(normalize(line)):
                if token.kind == "word":
                    print(token.text, transliterate(token.text), sep="\t")


if __name__ == "__main__":
    main()
