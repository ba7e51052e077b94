"""How words are compared, alike on every database."""

import re
import unicodedata

LONGEST_QUESTION, MOST_WORDS, LONGEST_TITLE = 200, 10, 200

_NO_WORD = re.compile(r"[\W_]+")


def normalised(text: str) -> str:
    """A text as it is compared: small letters without accents, anything else a blank, with a blank at either end.

    So a word begins where a blank and the word stand.
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    without_accents = "".join(each for each in letters if not unicodedata.combining(each))
    return f" {_NO_WORD.sub(' ', without_accents).strip()} "


def words_of(question: str) -> list[str]:
    """The words that somebody asks for, each once; no more than are looked for."""
    return list(dict.fromkeys(normalised(question[:LONGEST_QUESTION]).split()))[:MOST_WORDS]
