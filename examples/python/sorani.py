"""Sorani (Central Kurdish) text: normalizing and restoring, tokens, sentences, transliteration; which language a text is in.

A module over libsorani.so by ctypes: copy this file, nothing is built. The library is searched where the system looks
for libraries; the environment variable SORANI_LIBRARY names another file.

    >>> Normalizer()("كوردى")
    'کوردی'
    >>> Normalizer(restore=True)("دستان خوش بیت")
    'دەستان خۆش بێت'
    >>> [token.text for token in Tokenizer()("د. ئازاد هات!")]
    ['د.', 'ئازاد', 'هات', '!']
    >>> Transliterator(case="sentence")("ئازادی باشە.")
    'Azadî başe.'
    >>> LanguageIdentifier()("ئەمڕۆ کەشوهەوا زۆر خۆشە")
    'ckb-Arab'

Text is `str`. Offsets and ends count code points, as Python does: `text[token.start:token.end] == token.text`.

Objects can be shared by threads (calls take turns; give each thread its own object to run them side by side). They free
their memory when they are collected, on `close()`, or at the end of a `with` block; after that, a call raises
`ValueError`. A wrong option raises `SoraniError`, a `ValueError`; want of memory raises `MemoryError`.
"""

from __future__ import annotations

import ctypes
import os
import threading
import weakref
from typing import Iterator, NamedTuple, Optional, Sequence

__all__ = ["Change", "LanguageIdentifier", "LanguageScore", "Normalizer", "Reading", "Sentence", "SentenceSplitter",
           "SoraniError", "Suggestion", "Token", "Tokenizer", "Transliterator", "fonts", "languages", "profiles", "rules", "schemes",
           "version"]


class SoraniError(ValueError):
    """A wrong option: an unknown name, a word map with a fault."""


class Change(NamedTuple):
    """A replacement made by `Normalizer.explain`."""
    start: int    # code points from the start of the text to what was replaced
    rule: str
    before: str
    after: str


class Suggestion(NamedTuple):
    """A spelling that a word may be meant to have."""
    start: int    # code points from the start of the text to the word
    word: str     # as it is typed
    text: str     # the spelling
    cost: float   # negative logarithm of the probability of the word and of its being typed so
    rank: int     # 0 for the first spelling of a word


class Token(NamedTuple):
    start: int
    end: int
    kind: str     # word, number, punctuation, symbol, url, email, hashtag, mention or emoji
    text: str


class Sentence(NamedTuple):
    start: int
    end: int
    text: str


class Reading(NamedTuple):
    """A way to read a word."""
    word: str     # normalized
    text: str     # in the scheme
    cost: float   # negative logarithm of its likelihood, up to a constant for each word
    rank: int     # 0 for the best reading of a word


class LanguageScore(NamedTuple):
    """A language, and the probability that the text is in it."""
    language: str       # one of `languages()`
    probability: float


# ---- The C interface, as <sorani/sorani.h> declares it ----

_size, _text, _flag, _name = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
_OK, _INVALID_ARGUMENT, _OUT_OF_MEMORY = 0, 1, 2


class _Options(ctypes.Structure):
    """Options begin with the size of the struct; what is None keeps its default."""

    def __init__(self, **values):
        super().__init__(struct_size=ctypes.sizeof(self))
        for name, value in values.items():
            if isinstance(value, str):
                if "\0" in value:
                    raise SoraniError(f"{name} contains a NUL")
                value = value.encode()
            setattr(self, name, value)


class _NormalizerOptions(_Options):
    _fields_ = [("struct_size", _size), ("profile", _name), ("rules", _name), ("digits", _name), ("heh", _name),
                ("font", _name), ("word_map", _name), ("word_map_name", _name), ("restore", _flag),
                ("min_confidence", ctypes.c_double)]


class _TokenizerOptions(_Options):
    _fields_ = [("struct_size", _size), ("split_digits", _flag), ("null_lines", _flag)]


class _SentenceSplitterOptions(_Options):
    _fields_ = [("struct_size", _size), ("null_lines", _flag)]


class _TransliteratorOptions(_Options):
    _fields_ = [("struct_size", _size), ("scheme", _name), ("reverse", _flag), ("syllables", _flag),
                ("join_conjunction", _flag), ("letter_case", _name), ("keep_punctuation", _flag),
                ("null_lines", _flag)]


class _IdentifierOptions(_Options):
    _fields_ = [("struct_size", _size)]


class _Change(ctypes.Structure):
    _fields_ = [("offset", _size), ("rule", _name), ("before", _text), ("before_size", _size), ("after", _text),
                ("after_size", _size)]


class _Suggestion(ctypes.Structure):
    _fields_ = [("offset", _size), ("word", _text), ("word_size", _size), ("text", _text), ("text_size", _size),
                ("cost", ctypes.c_double), ("rank", _size)]


class _Token(ctypes.Structure):
    _fields_ = [("offset", _size), ("size", _size), ("kind", ctypes.c_int)]


class _Sentence(ctypes.Structure):
    _fields_ = [("offset", _size), ("size", _size)]


class _Reading(ctypes.Structure):
    _fields_ = [("word", _text), ("word_size", _size), ("text", _text), ("text_size", _size), ("cost", ctypes.c_double),
                ("rank", _size)]


class _LanguageScore(ctypes.Structure):
    _fields_ = [("language", _name), ("probability", ctypes.c_double)]


def _load() -> ctypes.CDLL:
    library = ctypes.CDLL(os.environ.get("SORANI_LIBRARY", "libsorani.so.0"))
    pointer = ctypes.POINTER

    def declare(name, result, *arguments):
        function = getattr(library, "sorani_" + name)
        function.restype, function.argtypes = result, arguments

    for kind in ("normalizer", "tokenizer", "sentence_splitter", "transliterator", "identifier"):
        declare(kind + "_new", ctypes.c_int, ctypes.c_void_p, pointer(ctypes.c_void_p))
        declare(kind + "_free", None, ctypes.c_void_p)
        declare(kind + "_error", _name, ctypes.c_void_p)
    text_in = (ctypes.c_void_p, _name, _size)
    text_out = (pointer(_text), pointer(_size))
    for name in ("normalize", "space_tokens", "join_tokens", "transliterate"):
        declare(name, ctypes.c_int, *text_in, *text_out)
    declare("explain", ctypes.c_int, *text_in, *text_out, pointer(pointer(_Change)), pointer(_size))
    declare("suggest", ctypes.c_int, *text_in, _size, pointer(pointer(_Suggestion)), pointer(_size))
    declare("tokenize", ctypes.c_int, *text_in, pointer(pointer(_Token)), pointer(_size))
    declare("split_sentences", ctypes.c_int, *text_in, pointer(pointer(_Sentence)), pointer(_size))
    declare("read_words", ctypes.c_int, *text_in, _size, pointer(pointer(_Reading)), pointer(_size))
    declare("identify", ctypes.c_int, *text_in, _size, pointer(pointer(_LanguageScore)), pointer(_size))
    declare("names", ctypes.c_int, ctypes.c_int, pointer(pointer(_name)), pointer(_size))
    declare("token_kind_name", _name, ctypes.c_int)
    declare("version", _name)
    return library


_library = _load()
_KINDS = [_library.sorani_token_kind_name(kind).decode() for kind in range(9)]


class _CodePoints:
    """Code point offsets of byte offsets; quick if they ascend."""

    def __init__(self, data: bytes):
        self._data, self._at, self._count = data, 0, 0

    def __call__(self, offset: int) -> int:
        if offset < self._at:
            self._at = self._count = 0
        self._count += sum(byte & 0xC0 != 0x80 for byte in self._data[self._at:offset])
        self._at = offset
        return self._count


class _Handle:
    """An object of the library."""
    _kind = ""

    def __init__(self, options: Optional[_Options]):
        self._lock = threading.Lock()
        handle = ctypes.c_void_p()
        status = getattr(_library, f"sorani_{self._kind}_new")(ctypes.byref(options), ctypes.byref(handle))
        # Frees the handle when this object is collected, even if the following raises.
        self._finalizer = weakref.finalize(self, getattr(_library, f"sorani_{self._kind}_free"), handle)
        self._handle = handle
        self._check(status)

    def close(self) -> None:
        """Frees the memory of the object, which cannot be used any more."""
        with self._lock:
            self._finalizer()

    def __enter__(self):
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def _check(self, status: int) -> None:
        if status == _OK:
            return
        message = getattr(_library, f"sorani_{self._kind}_error")(self._handle).decode(errors="replace")
        if status == _OUT_OF_MEMORY:
            raise MemoryError(message)
        raise SoraniError(message) if status == _INVALID_ARGUMENT else RuntimeError(message)

    def _call(self, name: str, data: bytes, *arguments) -> None:
        if not self._finalizer.alive:
            raise ValueError("the object is closed")
        self._check(getattr(_library, "sorani_" + name)(self._handle, data, len(data), *arguments))

    def _convert(self, name: str, text: str) -> str:
        out, size = _text(), _size()
        with self._lock:
            self._call(name, text.encode(), ctypes.byref(out), ctypes.byref(size))
            return _string(out.value, size.value)

    def _list(self, name: str, item, data: bytes, *arguments) -> Iterator:
        """The items of a list of the library; to be read under the lock."""
        items, count = ctypes.POINTER(item)(), _size()
        self._call(name, data, *arguments, ctypes.byref(items), ctypes.byref(count))
        return (items[i] for i in range(count.value))


def _string(address: Optional[int], size: int) -> str:
    return ctypes.string_at(address, size).decode()


class Normalizer(_Handle):
    """Writes each letter in one form. The options are those of ku-norm."""
    _kind = "normalizer"

    def __init__(self, profile: str = "standard", rules: Optional[str] = None, digits: str = "keep", heh: str = "0647",
                 font: Optional[str] = None, word_map: Optional[str] = None, restore: bool = False,
                 min_confidence: float = 0):
        super().__init__(_NormalizerOptions(profile=profile, rules=rules, digits=digits, heh=heh, font=font,
                                            word_map=word_map, restore=restore, min_confidence=min_confidence))

    def __call__(self, text: str) -> str:
        return self._convert("normalize", text)

    def explain(self, text: str) -> tuple[str, list[Change]]:
        """The normalized text, and the changes in the order in which they were made."""
        data, out, size = text.encode(), _text(), _size()
        code_points = _CodePoints(data)
        with self._lock:
            changes = [
                Change(code_points(change.offset), change.rule.decode(), _string(change.before, change.before_size),
                       _string(change.after, change.after_size))
                for change in self._list("explain", _Change, data, ctypes.byref(out), ctypes.byref(size))
            ]
            return _string(out.value, size.value), changes

    def suggest(self, text: str, best: int = 5) -> list[Suggestion]:
        """Up to `best` (at most 16) spellings of each word, a word that restoring leaves first, else the likeliest."""
        if best < 0:
            raise SoraniError("best is negative")
        data = text.encode()
        code_points = _CodePoints(data)
        with self._lock:
            return [Suggestion(code_points(found.offset), _string(found.word, found.word_size),
                               _string(found.text, found.text_size), found.cost, found.rank)
                    for found in self._list("suggest", _Suggestion, data, best)]


class Tokenizer(_Handle):
    """Splits text into words, numbers, punctuation, addresses and emoji."""
    _kind = "tokenizer"

    def __init__(self, split_digits: bool = False):
        super().__init__(_TokenizerOptions(split_digits=split_digits))

    def __call__(self, text: str) -> list[Token]:
        data = text.encode()
        code_points = _CodePoints(data)
        with self._lock:
            slices = [(code_points(token.offset), code_points(token.offset + token.size), _KINDS[token.kind])
                      for token in self._list("tokenize", _Token, data)]
        return [Token(start, end, kind, text[start:end]) for start, end, kind in slices]

    def space(self, text: str) -> str:
        """The text with one space between two tokens."""
        return self._convert("space_tokens", text)

    def join(self, tokens: str | Sequence[str]) -> str:
        """Ordinary text from tokens: a list, or a text with spaces between them."""
        return self._convert("join_tokens", tokens if isinstance(tokens, str) else " ".join(tokens))


class SentenceSplitter(_Handle):
    """Splits text into sentences; the end of a line ends a sentence."""
    _kind = "sentence_splitter"

    def __init__(self):
        super().__init__(_SentenceSplitterOptions())

    def __call__(self, text: str) -> list[Sentence]:
        data = text.encode()
        code_points = _CodePoints(data)
        with self._lock:
            slices = [(code_points(sentence.offset), code_points(sentence.offset + sentence.size))
                      for sentence in self._list("split_sentences", _Sentence, data)]
        return [Sentence(start, end, text[start:end]) for start, end in slices]


class Transliterator(_Handle):
    """Writes Sorani in Latin letters, or, with `reverse`, in the Arabic script. The options are those of ku-latin."""
    _kind = "transliterator"

    def __init__(self, scheme: str = "hawar", reverse: bool = False, syllables: bool = False,
                 join_conjunction: bool = False, case: str = "lower", keep_punctuation: bool = False):
        super().__init__(_TransliteratorOptions(scheme=scheme, reverse=reverse, syllables=syllables,
                                                join_conjunction=join_conjunction, letter_case=case,
                                                keep_punctuation=keep_punctuation))

    def __call__(self, text: str) -> str:
        return self._convert("transliterate", text)

    def readings(self, text: str, best: int = 5) -> list[Reading]:
        """Up to `best` (at most 1000) readings of each word, the best first."""
        if best < 0:
            raise SoraniError("best is negative")
        with self._lock:
            return [Reading(_string(reading.word, reading.word_size), _string(reading.text, reading.text_size),
                            reading.cost, reading.rank)
                    for reading in self._list("read_words", _Reading, text.encode(), best)]


class LanguageIdentifier(_Handle):
    """Tells which language a text is in, as ku-lid does: a label such as "ckb-Arab", or "und"."""
    _kind = "identifier"

    def __init__(self):
        super().__init__(_IdentifierOptions())

    def __call__(self, text: str) -> str:
        return self.best(text)[0].language

    def best(self, text: str, count: int = 1) -> list[LanguageScore]:
        """The `count` likeliest languages and their probabilities, the likeliest first."""
        if count < 0:
            raise SoraniError("count is negative")
        with self._lock:
            return [LanguageScore(score.language.decode(), score.probability)
                    for score in self._list("identify", _LanguageScore, text.encode(), count)]


def _names(number: int) -> list[str]:
    names, count = ctypes.POINTER(_name)(), _size()
    if _library.sorani_names(number, ctypes.byref(names), ctypes.byref(count)) != _OK:
        raise MemoryError("out of memory")
    return [names[i].decode() for i in range(count.value)]


def profiles() -> list[str]:
    return _names(0)


def rules() -> list[str]:
    return _names(1)


def fonts() -> list[str]:
    return _names(2)


def schemes() -> list[str]:
    return _names(3)


def languages() -> list[str]:
    return _names(4)


def version() -> str:
    """The version of the library."""
    return _library.sorani_version().decode()
