"""One style in all Danish: genitives, abbreviations, quotation marks, dashes, blanks."""

import re

import danish
import pytest

# What is wrong, by what it should be.
WRONG = {
    "f.eks.": r"\bfx\b|\bfor eksempel\b|\bsåsom\b|\bf\. ?eks\b(?!\.)|\bfeks\b",
    "»…«": r"[“”„‟‘]|(?<!\w)'|'(?!\w)|\"",
    "a dash, with blanks: –": r"—| - |(?<=\w) ?--|\w –\w|\w– \w",
    "from–to without blanks": r"\d ?- ?\d|\d – \d",
    "'s behind a letter, an abbreviation, a figure": r"\b(?:[A-ZÆØÅ]|[A-ZÆØÅ]{2,}|\d+)s\b",
    "no apostrophe in a name's genitive": r"[a-zæøå]['’]s\b",
    "…, with a blank": r"\.\.\.|\w…",
    "one blank, none before a mark": r"(?<=\S)  +(?=[a-zæøå])| [,.;!](?!\d)",
}


@pytest.mark.parametrize("right", WRONG)
def test_the_house_style(right: str) -> None:
    wrong = re.compile(WRONG[right])
    found = {
        where: hit[0]
        for where, text in danish.prose().items()
        if not where.startswith("own") and (hit := wrong.search(text))
    }
    assert not found


@pytest.mark.parametrize(
    ("right", "text"),
    [
        ("f.eks.", "Skriv fx A"),
        ("»…«", "der stod 'x'"),
        ("»…«", "“I alt”"),
        ("a dash, with blanks: –", "lod - eller ikke"),
        ("from–to without blanks", "§§ 64-65"),
        ("'s behind a letter, an abbreviation, a figure", "Øs stemmer"),
        ("'s behind a letter, an abbreviation, a figure", "SFs stemmer"),
        ("no apostrophe in a name's genitive", "Venstre's stemmer"),
    ],
)
def test_what_is_not_house_style_is_found(right: str, text: str) -> None:
    assert re.search(WRONG[right], text)


def test_a_world_that_could_be_is_compared_with_now_and_not_with_today() -> None:
    found = [
        key
        for key, text in danish.translations().items()
        if re.search(r"(?i)\bi dag|\bdagens\b", text)
    ]
    assert found == []
