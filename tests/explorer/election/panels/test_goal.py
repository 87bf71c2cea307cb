"""The tab "What do we need?": votes for a number of seats, and setting them."""

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, goal
from valgforbund.explorer.election.panels.goal import PAGE, Goal
from valgforbund.sources.bundled import load

LYNGBY = load("KV2025", "Lyngby-Taarbæk")


def opened(scenario: Scenario, ours: str, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.state.look(ours=ours)
    page.open(Goal)
    return page


def panel(page: Page) -> Part:
    return page.open(Goal)


def lines(page: Page) -> str:
    return " ".join(panel(page).said)


def rows(page: Page) -> list[list[str]]:
    return next(body for caption, body in tables(page).items() if "skal bruge" in caption)


def want(page: Page, text: str) -> None:
    panel(page).type("goal.wanted", text)


def test_lyngby_taarbæk_at_least_one_member() -> None:
    page = opened(LYNGBY, "Å")
    frame = goal(LYNGBY, "Å")
    votes = {name: page.words.number(int(n)) for name, n in frame["votes_needed"].items()}
    assert lines(page).startswith(
        f"Å skal bruge {votes['C-Å']} stemmer mere (nye vælgere) for at få ét mandat, "
        "når den står sammen med C som nu."
    )
    assert f"Alene skal Å bruge {votes['Å']} stemmer mere." in lines(page)
    shown = rows(page)
    assert [row[0] for row in shown[:2]] == ["Å alene", "C-Å nu"]
    assert [row[3].split(" ")[0] for row in shown] == [
        page.words.number(int(n)) for n in frame["votes_needed"].head(PAGE)
    ]


def test_setting_the_votes_gives_the_seat_and_is_one_step() -> None:
    page = opened(LYNGBY, "Å")
    name, *_, votes, _ = rows(page)[2]
    page.press_row(name)
    assert page.scenario == LYNGBY.unite(name.split("-")).shift("Å", int(votes.split(" ")[0]))
    assert page.seats()["Å"] == "1"
    page.press("bar.undo")
    assert page.scenario == LYNGBY


def test_a_row_that_said_other_votes_gives_none() -> None:
    page = opened(LYNGBY, "Å")
    place, key = page.pressable()[rows(page)[2][0]]
    page.votes("Å", "400")
    before = page.scenario
    place.press(key)
    assert "rækken er der ikke mere" in page.alert
    assert page.scenario == before


def test_more_seats_may_be_wanted_and_nonsense_is_told() -> None:
    page = opened(LYNGBY, "Å")
    want(page, "2")
    assert "for at få 2 mandater" in lines(page)
    for text in ("0", "x", "1,5", "-1"):
        want(page, text)
        assert "Ønskede mandater: et helt tal fra 1 til 999" in page.alert
        assert panel(page).value("goal.wanted") == "2"
    want(page, "3")
    assert page.alert == ""
    page.state.look(ours="A")  # another list wants one seat more than it has
    assert panel(page).value("goal.wanted") == str(int(page.seats()["A"]) + 1)


def test_out_of_reach_is_said_clearly() -> None:
    page = opened(LYNGBY, "Å")
    want(page, "22")
    assert lines(page) == "Å kan ikke få 22 mandater: rådet har kun 21."
    s = Scenario({"A": 60, "B": 31, "C": 1, "D": 3}, seats=8, candidates={"C": 1})
    page = opened(s, "C")
    want(page, "2")
    assert lines(page) == "C kan ikke få 2 mandater: der er kun opstillet 1 på listen."
    want(page, "1")
    page.state.look(source="D")
    assert "Stemmerne fra D er ikke nok til, at C får ét mandat" in lines(page)
    assert "kan ikke nås" in [row[3] for row in rows(page)]


def test_votes_come_from_where_the_slider_takes_them() -> None:
    page = opened(LYNGBY, "Å")
    page.type("goal.source", "C")
    assert page.state.view.source == "C"
    needed = goal(LYNGBY, "Å", source="C")["votes_needed"]
    assert rows(page)[0][3].split(" ")[0] == page.words.number(int(needed.iloc[0]))


def test_what_is_there_already() -> None:
    page = opened(LYNGBY, "C")
    want(page, "1")
    assert lines(page).startswith("C har allerede ét mandat, når den står sammen med Å som nu.")
    assert "C-Å nu" not in page.open(Goal).pressable()


def test_a_lot_that_is_due_now() -> None:
    page = opened(Scenario({"A": 10, "B": 10}, 1), "A")
    assert lines(page).startswith(
        "A skal bruge 1 stemme mere (nye vælgere) for at få ét mandat, "
        "når den står alene som nu; lodtrækning kan give det allerede nu."
    )
    assert rows(page)[0][3] == "1 (lod allerede nu)"


def test_more_rows() -> None:
    page = opened(load("KV2025", "Næstved"), "Å")
    assert len(rows(page)) == PAGE
    page.open(Goal).press("strategy.more")
    assert len(rows(page)) == len(goal(page.scenario, "Å")) > PAGE


def test_english_and_letters_that_are_html() -> None:
    page = opened(Scenario({"<b>": 412, "B": 673, "<i>": 389}, 9, [["<b>", "<i>"]]), "<b>", "en")
    assert "<i>" not in panel(page).html
    assert "votes more (new voters)" in lines(page)
