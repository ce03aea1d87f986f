"""What the module examples/python/sorani.py promises."""

import gc
import threading
import unittest

import sorani


class NormalizerTest(unittest.TestCase):
    def test_options(self):
        self.assertEqual(sorani.Normalizer()("كوردى"), "کوردی")
        self.assertEqual(sorani.Normalizer("encoding")("كوردى"), "كوردى")
        self.assertEqual(sorani.Normalizer(rules="+html")("&laquo;باش&raquo;"), "«باش»")
        self.assertEqual(sorani.Normalizer(digits="latin", heh="06be")("هات ٢"), "ھات 2")
        self.assertEqual(sorani.Normalizer(font="ali-k")("كوَمةلَطاي"), "کۆمەڵگای")
        self.assertEqual(sorani.Normalizer(word_map="باش\tچاک\n")("باش"), "چاک")
        self.assertEqual(sorani.Normalizer()(""), "")
        self.assertEqual(sorani.Normalizer()("a\0b"), "a\0b")

    def test_explain(self):
        text = "😀\nلة كورد"
        out, changes = sorani.Normalizer().explain(text)
        self.assertEqual(out, "😀\nلە کورد")
        self.assertEqual([(c.start, c.rule, c.before, c.after) for c in changes[:1]], [(3, "teh-marbuta", "ة", "ە")])
        self.assertEqual([text[c.start:c.start + len(c.before)] for c in changes], ["ة", "ك"])

    def test_errors(self):
        for options in ({"profile": "x"}, {"rules": "+x"}, {"digits": "x"}, {"heh": "x"}, {"font": "x"},
                        {"rules": "+ht\0ml"}, {"word_map": "a\tb\tc\n"}):
            with self.assertRaises(sorani.SoraniError) as raised:
                sorani.Normalizer(**options)
            self.assertTrue(str(raised.exception))
        with self.assertRaises(UnicodeEncodeError):
            sorani.Normalizer()("\ud800")

    def test_life(self):
        with sorani.Normalizer() as normalize:
            self.assertEqual(normalize("ك"), "ک")
        with self.assertRaises(ValueError):
            normalize("ك")
        normalize.close()
        for _ in range(1000):
            sorani.Tokenizer()
        gc.collect()

    def test_threads(self):
        normalize = sorani.Normalizer()
        texts = [chr(0x30 + n) * 1000 + "ك" for n in range(8)]
        wrong = []

        def work(text):
            for _ in range(200):
                if normalize(text) != text[:-1] + "ک":
                    wrong.append(text)

        threads = [threading.Thread(target=work, args=(text,)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


class RestoreTest(unittest.TestCase):
    def test_restore(self):
        self.assertEqual(sorani.Normalizer()("دستان خوش بیت"), "دستان خوش بیت")
        self.assertEqual(sorani.Normalizer(restore=True)("دستان خوش بیت"), "دەستان خۆش بێت")
        self.assertEqual(sorani.Normalizer(restore=True, min_confidence=1)("زور خوش"), "زور خۆش")
        with self.assertRaises(sorani.SoraniError):
            sorani.Normalizer(restore=True, min_confidence=2)

    def test_suggest(self):
        text = "😀 زور زور"
        found = sorani.Normalizer().suggest(text, best=2)
        self.assertEqual([(s.start, s.text, s.rank) for s in found],
                         [(2, "زۆر", 0), (2, "ژوور", 1), (6, "زۆر", 0), (6, "ژوور", 1)])
        self.assertLess(found[0].cost, found[1].cost)
        for suggestion in found:
            self.assertTrue(text.startswith(suggestion.word, suggestion.start))
        for best in (-1, 17):
            with self.assertRaises(sorani.SoraniError):
                sorani.Normalizer().suggest(text, best=best)


class TokensTest(unittest.TestCase):
    def test_tokens(self):
        text = "😀 سڵاو (٢٠٢١)! a@b.com"
        tokens = sorani.Tokenizer()(text)
        self.assertEqual([(t.text, t.kind) for t in tokens],
                         [("😀", "emoji"), ("سڵاو", "word"), ("(", "punctuation"), ("٢٠٢١", "number"),
                          (")", "punctuation"), ("!", "punctuation"), ("a@b.com", "email")])
        for token in tokens:
            self.assertEqual(text[token.start:token.end], token.text)
        self.assertEqual(len(sorani.Tokenizer(split_digits=True)("٢٠دا")), 2)

    def test_space_and_join(self):
        tokenizer = sorani.Tokenizer()
        self.assertEqual(tokenizer.space("باش!"), "باش !")
        self.assertEqual(tokenizer.join(["باش", "!"]), "باش!")

    def test_sentences(self):
        text = "د. ئازاد هات. باشە!\nدوو"
        sentences = sorani.SentenceSplitter()(text)
        self.assertEqual([s.text for s in sentences], ["د. ئازاد هات.", "باشە!", "دوو"])
        self.assertEqual([(s.start, s.end) for s in sentences], [(0, 13), (14, 19), (20, 23)])


class TransliteratorTest(unittest.TestCase):
    def test_both_ways(self):
        self.assertEqual(sorani.Transliterator()("ئازادی"), "azadî")
        self.assertEqual(sorani.Transliterator("bgn")("چاو و ئاو"), "chaw u aw")
        self.assertEqual(sorani.Transliterator(case="sentence")("ئازادی."), "Azadî.")
        self.assertEqual(sorani.Transliterator(reverse=True)("Azadî"), "ئازادی")
        with self.assertRaises(sorani.SoraniError):
            sorani.Transliterator("x")

    def test_readings(self):
        text = "😀 كرد کرد"
        readings = sorani.Transliterator().readings(text, best=2)
        self.assertEqual([(r.word, r.text, r.rank) for r in readings], [("کرد", "kird", 0), ("کرد", "kirid", 1)] * 2)
        self.assertLess(readings[0].cost, readings[1].cost)
        for best in (-1, 1001):
            with self.assertRaises(sorani.SoraniError):
                sorani.Transliterator().readings(text, best=best)


class LanguageIdentifierTest(unittest.TestCase):
    def test_labels(self):
        identify = sorani.LanguageIdentifier()
        self.assertEqual(identify("ئەمڕۆ کەشوهەوا زۆر خۆشە"), "ckb-Arab")
        self.assertEqual(identify("Tomorrow we will read another book"), "eng-Latn")
        self.assertEqual(identify("٢٠٢٦ 😀"), "und")

    def test_best(self):
        identify = sorani.LanguageIdentifier()
        scores = identify.best("باران", 3)
        self.assertEqual(len(scores), 3)
        self.assertGreaterEqual(scores[0].probability, scores[1].probability)
        everything = identify.best("باران", 1000)
        self.assertEqual(sorted(score.language for score in everything), sorted(sorani.languages()))
        self.assertAlmostEqual(sum(score.probability for score in everything), 1)
        self.assertEqual(identify.best("باران", 0), [])
        with self.assertRaises(sorani.SoraniError):
            identify.best("باران", -1)


class ListsTest(unittest.TestCase):
    def test_names(self):
        self.assertIn("search", sorani.profiles())
        self.assertIn("teh-marbuta", sorani.rules())
        self.assertIn("ali-k", sorani.fonts())
        self.assertIn("strict", sorani.schemes())
        self.assertIn("ckb-Arab", sorani.languages())
        self.assertRegex(sorani.version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
