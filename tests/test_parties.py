"""Who a list is: by name and year, never by letter alone."""

from collections import defaultdict
from itertools import combinations

import pytest

from valgforbund.errors import ScenarioError
from valgforbund.parties import (
    BLACK,
    PALETTE,
    WHITE,
    contrast,
    ink,
    named,
    nationwide,
    party,
)
from valgforbund.scenario import Scenario
from valgforbund.sources.bundled import elections, load

COUNCILS = [*zip(elections()["election"], elections()["code"], strict=True)]


def keys(election: str) -> dict[str, list[str]]:
    """Keys of all lists of an election, by letter."""
    found = defaultdict(list)
    for each, code in COUNCILS:
        if each == election:
            for letter, who in load(each, code).parties.items():
                found[letter].append(who.key)
    return found


@pytest.mark.parametrize(
    ("letter", "name", "key"),
    [
        ("A", "Socialdemokraterne", "socialdemokratiet"),
        ("B", "Det Radikale Venstre", "radikale-venstre"),
        ("C", "Konservative", "konservative"),
        ("F", "SF – Socialistisk Folkeparti", "sf"),
        ("F", "Socialistisk Folkeparti - SF", "sf"),
        ("J", "JuniBevægelsen", "junibevægelsen"),
        ("K", "KD - Kristendemokraterne", "kristendemokraterne"),
        ("K", "KristenDemokraterne", "kristendemokraterne"),
        ("N", "Folkebevægelsen mod EU", "folkebevægelsen-mod-eu"),
        ("O", "Dansk Folkeparti i Glostrup", "dansk-folkeparti"),
        ("Q", "Frie Grønne - Danmarks nye venstrefløjsparti", "frie-grønne"),
        ("V", "Venstre Danmarks Liberale Parti", "venstre"),
        ("Æ", "Danmarksdemokraterne - Inger Støjberg", "danmarksdemokraterne"),
        ("Ø", "Enhedslisten, De Rød-Grønne", "enhedslisten"),
        ("Ø", "Enhedslisten Køge", "enhedslisten"),
        ("1", "Venstre", "venstre"),
    ],
)
def test_a_party_is_known_by_its_name(letter: str, name: str, key: str) -> None:
    assert party(letter, name).key == key


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("V", "Venstrevind"),
        ("K", "DKP - Danmarks Kommunistiske Parti"),
        ("K", "Kommunisterne"),
        ("H", "Lyngby-Taarbæks Liberale Liste"),
        ("D", "Brønderslev Folkeparti"),
        ("A", "A"),
        ("A", ""),
    ],
)
def test_anything_else_is_a_local_list(letter: str, name: str) -> None:
    who = party(letter, name)
    assert who.key.startswith(f"{letter}:")
    assert who.name == (name or letter)
    assert who.colour in PALETTE


def test_parties_that_stood_everywhere() -> None:
    for election in ("KV2025", "KV2021", "KV2013"):
        assert keys(election)["A"] == ["socialdemokratiet"] * 98
        assert keys(election)["C"] == ["konservative"] * 98
        assert set(keys(election)["V"]) == {"venstre"}
        assert set(keys(election)["O"]) == {"dansk-folkeparti"}
        assert set(keys(election)["Ø"]) == {"enhedslisten"}


def test_a_letter_is_not_a_party() -> None:
    in_2013, in_2021, in_2025 = keys("KV2013"), keys("KV2021"), keys("KV2025")
    assert len(set(in_2013["Å"])) == 11  # twelve lists, two of them called Borgerlisten
    assert "alternativet" not in in_2013["Å"]
    assert set(in_2025["Å"]) == {"alternativet"}
    assert len(set(in_2025["D"])) == 6
    assert len(set(in_2025["E"])) == 24
    assert "moderaterne" not in in_2021["M"]
    assert set(in_2025["M"]) == {"moderaterne"}
    assert "danmarksdemokraterne" not in in_2021["Æ"]
    assert "kristendemokraterne" in in_2025["K"]
    assert any("dkp" in key for key in in_2025["K"])


def test_a_party_is_not_recognised_before_it_stood() -> None:
    # Odsherred 2013 had a local list T of that name; the party was founded a week later
    assert load("KV2013", "Odsherred").parties["T"].key == "T:alternativet"
    assert party("Å", "Alternativet", "KV2021").key == "alternativet"
    assert party("Å", "Alternativet").key == "alternativet"


def test_the_same_party_has_the_same_identity_in_all_elections() -> None:
    assert party("A", "Socialdemokraterne", "EP2004") == party("A", "Socialdemokratiet", "KV2025")
    frihed = {("Æ", "KV2021"), ("T", "KV2021"), ("Y", "KV2021")}
    assert len({party(letter, "Frihedslisten", e) for letter, e in frihed}) == 1


def test_no_two_lists_of_a_council_look_alike() -> None:
    for election, code in COUNCILS:
        colours = [who.colour for who in load(election, code).parties.values()]
        assert len(set(colours)) == len(colours), (election, code)


def test_text_on_every_colour_is_legible() -> None:
    seen = {w for e, c in COUNCILS for w in load(e, c).parties.values()}
    for who in seen:
        assert who.ink in (WHITE, BLACK)
        assert contrast(who.colour, who.ink) >= 4.5, who
    for colour in PALETTE:
        assert contrast(colour, ink(colour)) >= 4.5


def test_contrast_as_wcag_defines_it() -> None:
    assert contrast(WHITE, BLACK) == 21
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)  # just not enough
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.005)  # just enough


def test_local_colours_keep_their_distance_from_the_parties() -> None:
    def parts(colour: str) -> list[int]:
        return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]

    seen = (w for e, c in COUNCILS for w in load(e, c).parties.values())
    usual = {who.colour for who in seen if who.colour not in PALETTE}
    assert len(usual) == 19
    for one, other in [*combinations(PALETTE, 2), *((p, u) for p in PALETTE for u in usual)]:
        apart = sum(abs(a - b) for a, b in zip(parts(one), parts(other), strict=True))
        assert apart >= 30, (one, other)


def test_colours_stay_when_a_list_is_added_or_renamed() -> None:
    s = load("KV2013", "København")
    before = s.parties
    after = s.with_list("nyt", 10, "Ny liste").parties
    assert {letter: after[letter] for letter in before} == before
    renamed = s.with_names({"N": "En anden liste"}).parties
    assert renamed["N"].colour == before["N"].colour
    assert renamed["N"].key != before["N"].key


def test_more_local_lists_than_colours() -> None:
    many = Scenario({f"liste {i}": 1 for i in range(40)}, 9)
    colours = [who.colour for who in many.parties.values()]
    assert set(colours) == set(PALETTE)
    assert len(set(colours[: len(PALETTE)])) == len(PALETTE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sf", "SF – Socialistisk Folkeparti"),
        ("Socialistisk Folkeparti", "SF – Socialistisk Folkeparti"),
        ("konservative", "Det Konservative Folkeparti"),
        ("Radikale", "Radikale Venstre"),
        ("VENSTRE, Danmarks Liberale Parti", "Venstre"),
        ("Danm.dem.", "Danmarksdemokraterne"),
        ("slesvigsk-parti", "Slesvigsk Parti"),
        *((who.name, who.name) for who in nationwide()),
        *((who.short, who.name) for who in nationwide()),
        *((who.key, who.name) for who in nationwide()),
    ],
)
def test_a_party_is_found_in_any_spelling(text: str, name: str) -> None:
    assert named(text).name == name


@pytest.mark.parametrize(
    ("text", "near"), [("F", "SF"), ("å", "Alternativet"), ("A", "Social"), ("Vensre", "Venstre")]
)
def test_a_letter_or_a_slip_is_an_error_that_names_who_may_be_meant(text: str, near: str) -> None:
    with pytest.raises(ScenarioError) as error:
        named(text)
    assert error.value.code == "party_unknown_near"
    assert near in str(error.value.values["near"])


@pytest.mark.parametrize("text", ["", "xyz", "Borgerlisten Ry", "7"])
def test_a_local_list_is_no_nationwide_party(text: str) -> None:
    with pytest.raises(ScenarioError, match="no nationwide party"):
        named(text)
