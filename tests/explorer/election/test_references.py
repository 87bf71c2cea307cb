"""What a what-if is held against: the real result, before the changes, and each variant."""

import pytest

from explorer.page import Page
from valgforbund import Scenario, count
from valgforbund.explorer.election.kept import ViewForm
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.election.questions import QUESTIONS
from valgforbund.sources.bundled import load
from valgforbund.sources.places import known_seats

REAL, ORIGINAL = "Det rigtige resultat", "Før mine ændringer"
SMALL = Scenario({"A": 8123, "B": 5000, "C": 1900, "D": 700}, 9, [["C", "D"]])
# from A to D moves a seat that C and D are allied
MOVING = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]])


def offered(page: Page) -> list[str]:
    return [label for label, _ in page.find("view.baseline").options]


def compare_with(page: Page, label: str) -> None:
    page.choose("view.baseline", label)
    assert page.alert == ""


def head(page: Page) -> str:
    return page.html_with("vf-head")


def open_everything(page: Page) -> None:
    for question in QUESTIONS:
        for panel in question.panels:
            page.open(panel)
            assert page.alert == ""


def signed(change: int) -> str:
    return f"{change:+d}".replace("-", "−") if change else "0"


@pytest.mark.parametrize(
    ("election", "place", "is_known"),
    [
        ("KV2021", "Rødovre", True),
        ("KV2025", "Næstved", True),
        ("KV2021", "Næstved", True),
        ("KV2021", "Lejre", False),  # its official seats are not registered
    ],
)
def test_the_real_result_is_offered_where_it_is_known(
    election: str, place: str, is_known: bool
) -> None:
    page = Page(load(election, place))
    assert (REAL in offered(page), ORIGINAL in offered(page)) == (is_known, True)


@pytest.mark.parametrize(("election", "place"), [("KV2021", "Rødovre"), ("KV2025", "Næstved")])
def test_an_election_as_it_was_is_the_real_result(election: str, place: str) -> None:
    page = Page(load(election, place))
    compare_with(page, REAL)
    assert page.first == "Mandaterne er fordelt som i det rigtige resultat."
    assert "redder" in page.sentences[1]  # what the alliance saves is still told


@pytest.mark.parametrize(("election", "place"), [("KV2021", "Rødovre"), ("KV2025", "Næstved")])
def test_a_what_if_stands_beside_the_official_seats(election: str, place: str) -> None:
    page = Page(load(election, place))
    compare_with(page, REAL)
    page.votes("A", "3.000")
    official = known_seats(election, place)
    now = count(load(election, place).with_votes({"A": 3000})).seats
    page.assert_in_step()
    for letter in page.scenario.letters:
        seats = int(now[letter])
        change = signed(seats - official[letter])
        assert page.row(letter) == [str(seats), str(official[letter]), change]
    assert page.first.endswith("færre, end i det rigtige resultat.")
    assert "i det rigtige resultat" in page.account[0]  # where the votes ended
    assert "i det rigtige resultat" in page.answers[0]
    assert "valgt" in head(page)


def test_seats_that_a_count_does_not_give_are_those_that_were_given() -> None:
    """Of Næstved in 2021 the alliances are not registered."""
    page = Page(load("KV2021", "Næstved"))
    compare_with(page, REAL)
    assert page.first == "A får ét mere, B ét færre, end i det rigtige resultat."
    assert page.row("A") == ["14", "13", "+1"]
    assert "valgt" in head(page)
    assert "officielt" not in head(page) + page.banner  # no second column says the same
    # whose votes helped an ally cannot be told
    assert not any("i det rigtige resultat" in line for line in (*page.account, *page.answers))


def test_before_my_changes_needs_no_alliance() -> None:
    page = Page(MOVING)
    page.alone("D")
    compare_with(page, ORIGINAL)
    before, now = count(MOVING).seats, count(MOVING.leave("D")).seats
    for letter in MOVING.letters:
        change = signed(int(now[letter] - before[letter]))
        assert page.row(letter) == [str(now[letter]), str(before[letter]), change]
    assert page.first.endswith("end før ændringerne.")
    assert "før" in head(page)
    page.press("bar.reset")
    assert page.first == "Mandaterne er fordelt som før ændringerne."


def test_what_was_before_stands_beside_each_changed_value_seats_too() -> None:
    page = Page(SMALL)
    page.votes("A", "3000")
    before, now = count(SMALL).seats, count(page.scenario).seats
    for letter in SMALL.letters:
        is_other = now[letter] != before[letter]
        assert page.before(letter).endswith(("mandat", "mandater")) == is_other
    assert page.before("A") == "før: 8.123 stemmer · 5 mandater"


def test_each_variant_is_a_reference_until_it_is_removed() -> None:
    page = Page(MOVING)
    variants = page.part("vf-tray")
    variants.type("variants.name", "Alle hver for sig")
    page.alone("D")
    variants.press("variants.pin")
    page.press("bar.undo")
    compare_with(page, "Varianten »Alle hver for sig«")
    alone = count(MOVING.leave("D")).seats
    assert [page.row(letter)[1] for letter in MOVING.letters] == [str(n) for n in alone]
    assert page.first.endswith("end i varianten »Alle hver for sig«.")
    page.press("variants.remove_long", name="Alle hver for sig")
    assert offered(page)[-1] == ORIGINAL
    assert "redder" in page.first or "flytter" in page.first


def test_a_variant_of_another_place_is_none_here() -> None:
    page = Page(load("KV2025", "Samsø"))
    page.part("vf-tray").press("variants.keep")
    page.type("bar.place", "Læsø")
    assert not any(label.startswith("Varianten") for label in offered(page))


def test_lists_that_one_of_the_worlds_does_not_have() -> None:
    page = Page(SMALL)
    compare_with(page, ORIGINAL)
    page.type("tools.add_letter", "X")
    page.press("tools.add_button")
    page.votes("X", "4.000")
    page.choose("tools.remove", "B B")
    page.press("tools.remove_button")
    assert page.alert == ""
    assert page.row("X")[1] == "0"
    open_everything(page)


def test_every_tab_with_every_reference() -> None:
    page = Page(load("KV2021", "Næstved"))
    for label in (REAL, ORIGINAL):
        compare_with(page, label)
        open_everything(page)


def test_chances_are_those_of_the_alliance_whatever_the_seats_are_held_against() -> None:
    page = Page(load("KV2025", "Næstved"))
    compare_with(page, REAL)
    assert "i det rigtige resultat" not in page.open(Uncertainty).html


@pytest.mark.parametrize(("label", "says"), [(REAL, "rigtige resultat"), (ORIGINAL, "ændringerne")])
@pytest.mark.parametrize("kind", ["txt", "html", "xlsx"])
def test_a_note_names_what_it_compares_with(label: str, says: str, kind: str) -> None:
    page = Page(load("KV2021", "Rødovre"))
    page.votes("A", "3.000")
    compare_with(page, label)
    made = page.explorer.report(page.explorer.bench.results, kind)
    assert made if kind == "xlsx" else says in made.decode()


def test_another_baseline_ends_it_and_another_place_too() -> None:
    page = Page(load("KV2025", "Næstved"))
    compare_with(page, REAL)
    compare_with(page, "Helt uden valgforbund")
    assert page.state.view.reference is None
    compare_with(page, REAL)
    page.type("bar.place", "Lejre")
    assert page.state.view.reference is None


def test_it_is_kept_and_a_view_from_before_it_was_there_loads() -> None:
    page = Page(SMALL)
    compare_with(page, ORIGINAL)
    kept = page.explorer.shape.kind  # the form that is written
    assert kept.name == "election"
    assert ViewForm.of(page.state.view).view() == page.state.view
    assert ViewForm().view().reference is None
