"""Characters that nobody can see, halves of characters, and letters of other scripts.

Sources: Unicode Standard Annex 44 (general categories), Unicode Technical Standard 39
(confusables; of them those that look like a letter of a Danish ballot).
"""

from __future__ import annotations

import unicodedata

# not of the categories of formats and controls, and yet blank or drawn as nothing: fillers of
# Hangul, Khmer and Braille, the joiner of graphemes, selectors of variants
BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
BLANK |= {*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}

CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХӔԚԜаеѕіјорсух", "ABESIJKMHOPCTYXÆQWaesijopcyx", strict=True))
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
CHEROKEE = dict(zip("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ABCDEHJKLMPRSTVWZ", strict=True))
SIGNS = {"∅": "Ø", "⌀": "Ø"}
LATIN = str.maketrans(CYRILLIC | GREEK | CHEROKEE | SIGNS)


def shown(text: str) -> str:
    r"""The text without characters that cannot be seen, and with single blanks between words.

    Examples
    --------
    >>> shown("\ufeff A\u200b  B\x00 ")
    'A B'
    """
    return " ".join(seen(text).split())


def seen(text: str) -> str:
    r"""The text without characters that cannot be seen; blanks and ends of lines stay.

    Examples
    --------
    >>> seen("A\u200b\n  B\x00")
    'A\n  B'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(filter(_is_seen, text))


def is_whole(text: str) -> bool:
    r"""Whether no character is half of a pair, which no file and no page can hold.

    Examples
    --------
    >>> is_whole("A"), is_whole("\ud83d")
    (True, False)
    """
    return not any("\ud800" <= character <= "\udfff" for character in text)


def in_latin(text: str) -> str:
    r"""The text with Latin letters in the place of those of other scripts that look like them.

    Examples
    --------
    >>> in_latin("\u0410") == "A"
    True
    """
    return text.translate(LATIN)


def spelled(text: str) -> str:
    """The text as it is looked up: case does not matter, and æ, ø, å may be ae, oe, aa.

    Examples
    --------
    >>> spelled("Ø"), spelled("AA") == spelled("å")
    ('oe', True)
    """
    lower = text.casefold()
    return lower.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _is_seen(character: str) -> bool:
    if character.isspace():
        return True
    unseen = unicodedata.category(character) in ("Cf", "Cc", "Cn")
    return not unseen and ord(character) not in BLANK
