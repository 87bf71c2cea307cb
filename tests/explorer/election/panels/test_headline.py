"""The headline: focus, baseline, our list, lots."""

import pytest

from explorer.page import Page
from valgforbund import Scenario, count, margins
from valgforbund.baselines import Baseline
from valgforbund.sources.bundled import load

# one seat is open between A and B-C
LOT = Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]])


def test_groups_inside_an_alliance_that_still_stand_together_are_named() -> None:
    s = Scenario({"A": 40, "B": 30, "C": 20, "D": 9}, 9, [["A", ["B", "C"]]])
    page = Page(s)
    assert "Også uden valgforbundet står B-C stadig sammen her." in " ".join(page.sentences)
    page.state.look(baseline=Baseline("none"))
    assert "stadig sammen" not in " ".join(page.sentences)


def test_the_baselines_are_offered_in_words() -> None:
    page = Page(load("EP2024"))
    page.choose("view.focus", "A-F-Å")
    labels = [option[0] for option in page.find("view.baseline").options]
    assert labels[:5] == [
        "Uden dette valgforbund (de andre består)",
        "Helt uden valgforbund",
        "Hvis A stod udenfor",
        "Hvis F stod udenfor",
        "Hvis Å stod udenfor",
    ]
    named = [*"BC", "liste I", *"MOVÆØ"]  # I is a word, too
    assert labels[5:-2] == [f"Hvis {each} kom med" for each in named]
    assert labels[-2:] == ["Det rigtige resultat", "Før mine ændringer"]


def test_every_baseline_of_every_focus_can_be_shown() -> None:
    page = Page(load("KV2025", "Lejre"))
    for focus in page.find("view.focus").options:
        page.find("view.focus").value = focus[1]
        for _, baseline in page.find("view.baseline").options:
            page.find("view.baseline").value = baseline
            assert page.alert == ""
            assert page.find("view.baseline").value == baseline
            page.assert_in_step()
            with_, without, change = (page.row("A")[i] for i in (0, -2, -1))
            moved = int(change.replace("−", "-"))
            sign = -1 if baseline.kind == "in" else 1
            assert (int(with_) - int(without)) * sign == moved


def test_our_list_begins_the_headline() -> None:
    page = Page()
    label = next(o[0] for o in page.find("view.ours").options if o[1] == "O")
    page.choose("view.ours", label)
    assert page.first == (
        "O: ét mandat, takket være valgforbundet. Med 435 stemmer færre går mandatet til V."
    )
    assert page.sentences[1].startswith("Valgforbundet I-M-O-V redder ét mandat")
    assert margins(page.scenario).loc["O", "votes_to_lose"] == 435
    page.choose("view.baseline", "Hvis O stod udenfor")
    assert page.sentences[1].endswith("For O betyder det ét mandat i stedet for intet mandat.")
    page.choose("view.ours", "ingen valgt")
    assert page.first.startswith("At O er med, flytter ét mandat fra C til O")


def test_only_the_seats_that_the_alliance_brings_are_thanks_to_it() -> None:
    page = Page(load("KV2025", "København"))
    page.state.look(ours="Ø")
    with_ = count(page.scenario).seats["Ø"]
    home = page.scenario.alliance_of("Ø")
    assert home is not None
    without = count(page.scenario.dissolve(home.name)).seats["Ø"]
    assert (with_, without) == (13, 12)
    assert page.first.startswith("Ø: 13 mandater, ét af dem takket være valgforbundet.")


def test_what_a_change_does_to_our_list_stands_first() -> None:
    page = Page()
    page.choose("view.ours", next(o[0] for o in page.find("view.ours").options if o[1] == "O"))
    page.votes("O", "700")
    seats = count(page.scenario).seats["O"]
    assert seats == 0
    assert page.first.startswith("O: intet mandat nu, ét mandat før ændringerne. ")
    missing = margins(page.scenario).loc["O", "votes_to_gain"]
    assert f"{missing} stemmer mere giver ét mandat." in page.first


def test_our_list_is_removed() -> None:
    page = Page(Scenario({"A": 10, "B": 6, "C": 4}, 3, [["B", "C"]]))
    page.choose("view.ours", "C C")
    page.choose("tools.remove", "C C")
    page.press("tools.remove_button")
    assert page.find("view.ours").value == ""
    page.assert_in_step()


# ---- lots ----


def test_a_lot_is_said_shown_and_can_be_drawn() -> None:
    page = Page(LOT)
    assert "lodtrækning mellem A og B-C afgør" in page.first
    assert page.row("A")[0] == "0–1"
    draw = page.find("lot.draw")
    assert draw.layout.display == ""
    page.press("lot.draw")
    assert draw.layout.display == "none"
    assert sorted(page.seats().values()) == ["0", "0", "1"]
    assert any(each.startswith("Loddet er trukket: ") for each in page.sentences)
    won = "A" if page.seats()["A"] == "1" else "B-C"
    assert any(f"{won} vandt over" in each for each in page.sentences)
    page.press("bar.undo")
    assert page.scenario == LOT
    assert page.row("A")[0] == "0–1"
    page.press("bar.redo")
    assert sorted(page.seats().values()) == ["0", "0", "1"]


def test_both_ends_of_a_lot_can_come_out() -> None:
    page = Page(LOT)
    won = set()
    for _ in range(60):  # by chance it would take more once in 10^18 runs
        page.press("lot.draw")
        won.add(page.seats()["A"])
        page.press("bar.undo")
        if won == {"0", "1"}:
            return
    pytest.fail(f"60 times the same: {won}")


def test_a_change_forgets_the_lot_that_was_drawn() -> None:
    page = Page(LOT)
    page.press("lot.draw")
    page.type("lists.name_of", "Alfa", letter="A")
    assert page.find("lot.draw").layout.display != ""  # a name does not matter
    page.votes("A", "11")
    page.votes("A", "10")
    assert page.row("A")[0] == "0–1"


def test_a_lot_inside_an_alliance_after_one_outside() -> None:
    s = Scenario({"A": 10, "B": 5, "C": 5}, 2, [["B", "C"]])
    page = Page(s)  # A and B-C one each: B or C by lot
    assert page.row("A")[0] == "1"
    assert any("inde i B-C" in each for each in page.sentences)
    page.press("lot.draw")
    assert page.scenario.drawn[0][0].alliance == "B-C"
    page.assert_in_step()


@pytest.mark.parametrize(
    "label", ["Helt uden valgforbund", "Hvis B stod udenfor", "Hvis A kom med"]
)
def test_lots_under_every_baseline(label: str) -> None:
    page = Page(LOT)
    page.choose("view.baseline", label)
    assert page.alert == ""
    assert page.row("A")[0] == "0–1"
    assert any("Lodtrækning mellem A og B-C" in each for each in page.sentences)


def test_without_alliances_a_lot_is_said_as_well() -> None:
    page = Page(Scenario({"A": 10, "B": 10}, 1))
    assert "træk en liste oven på en anden" in page.first
    assert any("Lodtrækning mellem A og B" in each for each in page.sentences)


# ---- lots in the worlds that are compared with ----

# one seat: A 10, B and C 10 together; without them A and D 10 each, by lot
ELSEWHERE = Scenario({"A": 10, "B": 9, "C": 3, "D": 10}, 1, [["B", "C"]])
# and by lot between A and B-C here, too
BOTH = Scenario({"A": 10, "B": 6, "C": 4, "D": 10}, 1, [["B", "C"]])


def test_a_lot_that_only_the_comparison_has_can_be_drawn_too() -> None:
    page = Page(ELSEWHERE)
    assert page.find("lot.draw").layout.display == "none"
    assert "lodtrækning mellem A og D i sammenligningen" in page.first
    assert page.row("A") == ["0", "0–1", "−1…0"]
    page.press("lot.draw_elsewhere")
    assert page.find("lot.draw_elsewhere").layout.display == "none"
    assert page.scenario == ELSEWHERE
    assert "lodtrækning" not in page.first
    winner = next(each for each in "AD" if page.row(each)[1] == "1")
    loser = "AD".replace(winner, "")
    assert page.row(loser) == ["0", "0", "0"]
    (told,) = (each for each in page.sentences if "sammenligningen" in each)
    assert told.endswith(f"loddet trukket: {winner} vandt over {loser}.")
    assert page.find("bar.undo").disabled is False
    page.press("bar.undo")
    assert page.row("A")[1] == "0–1"
    assert page.find("lot.draw_elsewhere").layout.display == ""
    page.press("bar.redo")
    assert page.row(winner)[1] == "1"
    page.assert_in_step()


def test_first_the_own_lot_then_those_of_the_comparison() -> None:
    page = Page(BOTH)
    assert page.find("lot.draw").layout.display == ""
    assert page.find("lot.draw_elsewhere").layout.display == "none"
    page.press("lot.draw")
    assert page.find("lot.draw").layout.display == "none"
    page.press("lot.draw_elsewhere")
    assert "lodtrækning" not in " ".join(page.sentences)
    assert all("–" not in cell and "…" not in cell for x in "ABCD" for cell in page.row(x))
    page.press("bar.undo")
    assert page.find("lot.draw_elsewhere").layout.display == ""
    page.press("bar.undo")
    assert page.scenario == BOTH


def test_a_world_that_becomes_the_scenario_has_its_lot_open_again() -> None:
    page = Page(ELSEWHERE)
    page.choose("view.baseline", "Hvis C stod udenfor")
    page.press("lot.draw_elsewhere")
    page.alone("C")
    assert page.row("A")[0] == "0–1"
    assert page.find("lot.draw").layout.display == ""


def test_a_change_forgets_what_was_drawn_in_the_comparison() -> None:
    page = Page(ELSEWHERE)
    page.press("lot.draw_elsewhere")
    page.votes("C", "4")
    assert page.row("A")[1] == "0–1"
    page.press("bar.undo")
    assert page.row("A")[1] in {"0", "1"}


def test_a_list_that_would_join_may_bring_a_lot_that_can_be_drawn() -> None:
    # with D inside B-D-C would have 20; C and D tie for nothing: the lot is between A and B-C-D
    s = Scenario({"A": 10, "B": 4, "C": 3, "D": 3}, 1, [["B", "C"]])
    page = Page(s)
    page.choose("view.baseline", "Hvis D kom med")
    assert page.row("A")[:2] == ["1", "0–1"]
    page.press("lot.draw_elsewhere")
    assert page.row("A")[0] == "1"
    assert page.row("A")[1] in {"0", "1"}


def test_against_none_the_account_would_only_repeat_the_headline() -> None:
    page = Page()
    assert any(each.startswith("Alle valgforbund tilsammen") for each in page.account)
    page.choose("view.baseline", "Helt uden valgforbund")
    assert not any(each.startswith("Alle valgforbund tilsammen") for each in page.account)


def test_a_delegation_to_the_european_parliament_has_no_majority() -> None:
    page = Page(load("EP2024"))
    assert "Flertal:" not in page.html
    assert "Flertal:" in Page(load("KV2025", "Næstved")).html


def test_names_have_one_kind_of_dash() -> None:
    page = Page(load("KV2025", "Næstved"))
    names = [label for label, _ in page.find("view.ours").options]
    assert "F SF – Socialistisk Folke…" in names
    assert not any(" - " in name for name in names)


def test_what_the_seats_are_held_against_takes_the_place_of_an_earlier_question() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.state.look(ours="Ø")
    page.choose("view.baseline", "Hvis Å stod udenfor")
    asked = page.sentences
    assert any("At Å er med" in each for each in asked)
    page.choose("view.baseline", "Det rigtige resultat")
    asked = page.sentences
    assert not any("At Å er med" in each for each in asked)
    assert sum(each.count("i begge tilfælde") for each in asked) <= 1
