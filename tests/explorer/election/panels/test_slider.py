"""The slider: votes for the chosen list from new voters, all others, or one list."""

import math
from typing import Any

import ipywidgets as widgets
import pytest

from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario
from valgforbund.explorer.election import state
from valgforbund.sources.bundled import load

SMALL = Scenario({"A": 600, "B": 300, "C": 100}, 9, [["B", "C"]])


@pytest.fixture
def page() -> Page:
    page = Page(SMALL)
    page.choose("slider.list", "C C")
    return page


def source(page: Page, label: str) -> None:
    page.choose("slider.source", label)


def test_new_voters(page: Page) -> None:
    page.slide(117)
    assert page.scenario.votes.to_dict() == {"A": 600, "B": 300, "C": 117}
    page.assert_in_step()


def test_all_others_in_proportion(page: Page) -> None:
    source(page, "alle andre, forholdsmæssigt")
    page.slide(190)
    assert page.scenario.votes.to_dict() == {"A": 540, "B": 270, "C": 190}
    page.assert_in_step()


def test_one_named_list(page: Page) -> None:
    source(page, "A A")
    page.slide(130)
    assert page.scenario.votes.to_dict() == {"A": 570, "B": 300, "C": 130}
    page.slide(90)
    assert page.scenario.votes.to_dict() == {"A": 610, "B": 300, "C": 90}


@pytest.mark.parametrize("label", ["nye vælgere", "alle andre, forholdsmæssigt", "A A"])
def test_the_way_there_and_back_ends_where_it_began(page: Page, label: str) -> None:
    source(page, label)
    for votes in (101, 113, 149, 77, 51, 100):
        page.slide(votes)
        page.assert_in_step()
    assert page.scenario == SMALL


def test_every_single_vote_can_be_reached(page: Page) -> None:
    assert page.slider.step == 1
    for votes in range(95, 106):
        page.slide(votes)
        assert page.scenario.votes["C"] == votes


def test_the_range_is_stated_and_reachable(page: Page) -> None:
    low, high = page.slider.min, page.slider.max
    assert low < 100 < high
    (stated,) = (text for text in page.texts() if '"vf-range"' in text)
    assert [plain(each) for each in stated.split("</span>")[:2]] == [str(low), str(high)]
    for end in (low, high):
        page.slide(end)
        assert page.scenario.votes["C"] == end


@pytest.mark.parametrize("label", ["alle andre, forholdsmæssigt", "A A", "B B"])
def test_the_range_takes_no_more_than_the_givers_have(label: str) -> None:
    page = Page(Scenario({"A": 20, "B": 10, "C": 1000}, 3))
    page.choose("slider.list", "C C")
    source(page, label)
    giver = {"A A": 20, "B B": 10}.get(label, 30)
    assert page.slider.max == 1000 + giver
    page.slide(page.slider.max)
    assert page.scenario.votes["C"] == 1000 + giver
    assert min(page.scenario.ballots) >= 0
    assert page.alert == ""


def test_one_drag_is_one_undo(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "ONE_DRAG", math.inf)  # a busy computer may take seconds for this
    for votes in (101, 102, 103, 110):
        page.slide(votes)
    page.press("bar.undo")
    assert page.scenario == SMALL
    assert page.slider.value == 100
    page.press("bar.redo")
    assert page.scenario.votes["C"] == 110
    page.assert_in_step()


def test_typed_values_may_lie_outside_the_range(page: Page) -> None:
    beyond = page.slider.max + 500
    page.type("slider.votes", str(beyond))
    assert page.scenario.votes["C"] == beyond
    assert page.slider.max > beyond
    page.assert_in_step()


@pytest.mark.parametrize("text", ["12.7", "-1", "x", "1000000001"])
def test_typed_nonsense_is_told(page: Page, text: str) -> None:
    page.type("slider.votes", text)
    assert page.alert
    assert page.scenario == SMALL
    assert page.find("slider.votes").value == "100"


def test_typed_values_that_the_givers_do_not_have_are_told(page: Page) -> None:
    source(page, "alle andre, forholdsmæssigt")
    page.type("slider.votes", "1001")
    assert page.scenario == SMALL
    assert page.alert == (
        "Der er for få stemmer at tage af (alle andre, forholdsmæssigt): der er kun 900, "
        "men der skal flyttes 901."
    )


def test_the_list_that_is_moved_does_not_change_under_the_hand() -> None:
    """Where nobody chose a list, the one offered first stays the one that is moved."""
    page = Page()
    assert page.find("slider.list").value == "O"
    for votes in range(page.slider.value, page.slider.min - 1, -40):
        page.slide(votes)
        assert page.find("slider.list").value == "O"
        assert page.scenario.votes["O"] == votes


def test_a_typed_value_does_not_change_the_list_either() -> None:
    page = Page()
    page.type("slider.votes", "10")
    assert page.find("slider.list").value == "O"
    assert page.find("slider.votes").value == "10"


def test_a_change_elsewhere_sets_the_slider_up_anew(page: Page) -> None:
    page.slide(120)
    page.votes("A", "500")
    page.slide(121)
    assert page.scenario.votes.to_dict() == {"A": 500, "B": 300, "C": 121}


def test_the_chosen_list_is_removed(page: Page) -> None:
    page.slide(120)
    page.choose("tools.remove", "C C")
    page.press("tools.remove_button")
    assert page.find("slider.list").value in page.scenario.letters
    page.assert_in_step()
    page.press("bar.undo")
    assert page.find("slider.list").value == "C"
    page.assert_in_step()


def test_the_list_that_gives_is_removed(page: Page) -> None:
    source(page, "A A")
    page.choose("tools.remove", "A A")
    page.press("tools.remove_button")
    assert page.find("slider.source").value == "new"
    page.slide(120)
    assert page.scenario.votes.to_dict() == {"B": 300, "C": 120}
    page.assert_in_step()


def test_the_list_that_gives_becomes_the_one_that_is_moved(page: Page) -> None:
    source(page, "A A")
    page.choose("slider.list", "A A")
    assert page.find("slider.source").value == "new"
    labels = [option[0] for option in page.find("slider.source").options]
    assert "A A" not in labels
    page.assert_in_step()


def test_our_list_is_offered_first() -> None:
    page = Page(SMALL)
    page.choose("view.ours", "A A")
    assert page.find("slider.list").value == "A"


def test_no_votes_and_nobody_to_take_them_from() -> None:
    page = Page(Scenario({"A": 0, "B": 0}, 9))
    for label in ("alle andre, forholdsmæssigt", "nye vælgere"):
        source(page, label)
        page.assert_in_step()
        assert page.slider.min < page.slider.max  # a browser refuses a range of nothing
    page.slide(page.slider.max)
    page.assert_in_step()


def test_a_list_alone() -> None:
    page = Page(Scenario({"A": 10}, 3))
    source(page, "alle andre, forholdsmæssigt")
    page.assert_in_step()
    page.slide(page.slider.min)
    page.assert_in_step()


def test_more_votes_than_can_be_typed() -> None:
    page = Page(Scenario({"A": 10**12, "B": 10**30}, 3))
    page.assert_in_step()
    page.slide(page.slider.min)
    page.assert_in_step()


def test_a_real_drag_in_lyngby_restores_exactly() -> None:
    page = Page(load("KV2025", "Lyngby-Taarbæk"))
    start = page.scenario
    page.choose("slider.list", "M Moderaterne")
    source(page, "alle andre, forholdsmæssigt")
    first = page.slider.value
    for votes in (first + 1, first + 300, page.slider.max, page.slider.min, first):
        page.slide(votes)
        assert sum(page.scenario.ballots) == sum(start.ballots)
    assert page.scenario == start


# ---- to the next change ----

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])


@pytest.fixture
def close() -> Page:
    page = Page(GLOSTRUP)
    page.find("slider.list").value = "Ø"
    return page


def test_the_button_goes_to_the_next_number_of_votes_that_changes_a_seat(close: Page) -> None:
    for votes, f, ø, a in ((476, "0–1", "0–1", "8"), (477, "0", "1", "8"), (479, "1", "1", "7")):
        close.press("slider.next_up")
        assert close.scenario.votes["Ø"] == votes
        seats = close.seats()
        assert (seats["F"], seats["Ø"], seats["A"]) == (f, ø, a)
        close.assert_in_step()


def test_the_button_down_goes_back_over_the_same_seats(close: Page) -> None:
    for _ in range(3):
        close.press("slider.next_up")
    for votes in (478, 476, 475):  # a number with the seats of the step before
        close.press("slider.next_down")
        assert close.scenario.votes["Ø"] == votes


def test_one_click_is_one_undo(close: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "ONE_DRAG", math.inf)
    close.press("slider.next_up")
    close.press("slider.next_up")
    close.press("bar.undo")
    assert close.scenario.votes["Ø"] == 476
    close.press("bar.undo")
    assert close.scenario == GLOSTRUP
    close.assert_in_step()


def test_the_button_takes_votes_from_where_the_slider_does(close: Page) -> None:
    close.find("slider.source").value = "F"
    close.press("slider.next_up")
    assert (close.scenario.votes["Ø"], close.scenario.votes["F"]) == (466, 466)
    close.find("slider.source").value = "others"
    close.press("slider.next_up")
    assert sum(close.scenario.ballots) == sum(GLOSTRUP.ballots)


def test_where_no_seat_can_move_any_more_it_says_so() -> None:
    page = Page(Scenario({"A": 10, "B": 1}, 1))
    page.find("slider.list").value = "A"
    page.press("slider.next_up")
    assert page.alert == (
        "Uanset hvor mange flere stemmer liste A får herfra, flytter intet mandat sig."
    )
    page.find("slider.list").value = "B"
    page.press("slider.next_down")
    assert page.alert == "Uanset hvor mange stemmer liste B mister, flytter intet mandat sig."
    assert page.scenario.ballots == (10, 1)


@pytest.mark.parametrize("votes", ["5000", "0"])
def test_a_browser_never_knows_of_votes_outside_the_range(
    page: Page, monkeypatch: pytest.MonkeyPatch, votes: str
) -> None:
    """It moves them into the range that it knows, and says so as if the person had moved them."""
    told = []

    def tell(slider: widgets.IntSlider, key: Any = None) -> None:
        names = [key] if isinstance(key, str) else key
        told.append({name: getattr(slider, name) for name in names})

    known = {name: getattr(page.slider, name) for name in ("min", "max", "value")}
    monkeypatch.setattr(widgets.IntSlider, "send_state", tell)
    page.votes("C", votes)
    for message in told:
        for name in sorted(message, reverse=True):  # the value first: any order may be taken
            known[name] = message[name]
            assert known["min"] <= known["value"] <= known["max"]
    assert known["value"] == int(votes)
