"""The examples show what they say."""

import pytest

from valgforbund.council import levelling
from valgforbund.explorer.constitution import examples
from valgforbund.explorer.constitution.examples import EXAMPLES
from valgforbund.wording import words

DA = words("da")


def test_herlev_is_the_agreement_of_14_of_19_seats() -> None:
    found = examples.herlev(DA)
    council = found.council
    assert sum(map(council.bench, found.parties)) == 14
    assert (council.size, council.majority) == (19, 10)
    held = {
        letter: {(post.kind, post.body) for post in found.posts if post.holder == letter}
        for letter in "FØB"
    }
    led = {
        "F": {
            ("chair", "Familie- og Forebyggelsesudvalget"),
            ("vice", "Børne- og Uddannelsesudvalget"),
            ("chair", "Klimaplan, § 17, stk. 4-udvalg"),
        },
        "Ø": {
            ("chair", "Miljø-, Klima- og Teknikudvalget"),
            ("vice", "Sundheds- og Voksenudvalget"),
            ("deputy", "2. borgmester"),
        },
    }
    for letter, posts in led.items():
        assert {each for each in held[letter] if each[0] != "member"} == posts
        places = {body for kind, body in held[letter] if kind != "deputy"}
        assert places >= {each.name for each in found.committees.committees}
    assert held["B"] == {
        ("member", "Kultur- og Fritidsudvalget"),
        ("member", "Familie- og Forebyggelsesudvalget"),
        *(("outside", body) for body in ("Skolerådet", "Erhvervsrådet", "Hegnssynet")),
        ("outside", "Idrætsforum"),
    }


def test_the_textbook_case_goes_from_20_5_to_19_6() -> None:
    totals = levelling(examples.textbook(DA).committees).totals
    assert totals["one_by_one"].tolist() == [20, 5]
    assert totals["at_once"].tolist() == [19, 6]


def test_naestved_offers_a_post_to_both_allied_lists_without_a_seat() -> None:
    found = examples.naestved(DA)
    assert found.promises.kept == {"Å": "kept", "M": "kept"}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", EXAMPLES)
def test_every_example_says_what_is_assumed(key: str, language: str) -> None:
    texts = words(language)
    found = EXAMPLES[key](texts)
    assert all(f"constitution.note_{note}" in texts for note in found.notes)
